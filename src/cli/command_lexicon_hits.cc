#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "arabic/arabic.h"
#include "cli/commands.h"
#include "cli/progress_line.h"
#include "cli/table.h"
#include "cli/text.h"

namespace qanat::cli {
namespace {

using engine::Mark;

constexpr std::size_t kAround = 60;  // bytes of the text shown on each side of a word

struct Arguments {
  std::vector<std::string> paths;
  std::string kind;  // empty: all
  std::string what;  // beginning of it
  int limit = 100;
};

// What one word or phrase was read as, how often, and where first.
struct Tally {
  std::size_t count = 0;
  std::string where;    // the page's id
  std::string example;  // the text around
};
struct Key {
  Mark::Kind kind;
  std::string what, word;
  auto operator<=>(const Key&) const = default;
};

std::string around(std::string_view text, Span span) {
  std::size_t begin = span.begin > kAround ? span.begin - kAround : 0;
  while (begin > 0 && begin < span.begin && text[begin - 1] != ' ') ++begin;
  std::size_t end = std::min(text.size(), span.end + kAround);
  while (end > span.end && end < text.size() && text[end] != ' ') --end;
  return std::string(text.substr(begin, end - begin));
}

std::string what_of(const Mark& mark) {
  std::string out = mark.what;
  for (const std::string& actor : mark.actors) out += ' ' + actor;
  return out;
}

void count(const engine::Reader& reader, feed::Document&& document, const Arguments& arguments,
           std::map<Key, Tally>& tallies) {
  const store::ReadPage page = reader.read(std::move(document));
  for (const store::ReadArticle& read : page.articles) {
    for (const Mark& mark : reader.marks(page, read.article)) {
      if (!arguments.kind.empty() && arguments.kind != engine::to_string(mark.kind)) continue;
      std::string what = what_of(mark);
      if (!what.starts_with(arguments.what)) continue;
      Tally& tally = tallies[{mark.kind, std::move(what), arabic::fold(slice(page.text, mark.span))}];
      if (tally.count++ > 0) continue;
      tally.where = page.id;
      tally.example = around(page.text, mark.span);
    }
  }
}

int hits(Session& session, const Arguments& arguments) {
  const auto reader = engine::Reader::make(session.options);
  if (!reader) return fail(kWorld, reader.error().message);
  std::map<Key, Tally> tallies;
  bool trouble = false;
  ProgressLine line(error_is_terminal());
  feed::Sink sink;
  sink.document = [&](feed::Document&& document, const feed::Progress& progress) {
    line.show(progress);
    count(*reader.value(), std::move(document), arguments, tallies);
    return true;
  };
  sink.issue = [&](Issue&& found) {
    trouble = trouble || found.severity == Severity::error;
    line.clear();
    tell(found);
  };
  const Status done = feed::read({arguments.paths, {}}, feed::Limits{}, {}, sink);
  line.clear();
  if (!done) return fail(kTrouble, done.error().message);

  std::vector<const std::pair<const Key, Tally>*> rows;
  rows.reserve(tallies.size());
  for (const auto& entry : tallies) rows.push_back(&entry);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto* a, const auto* b) { return a->second.count > b->second.count; });
  if (arguments.limit > 0 && rows.size() > static_cast<std::size_t>(arguments.limit))
    rows.resize(static_cast<std::size_t>(arguments.limit));
  Table table({{"HITS", Column::Keep::all, true},
               {"KIND", Column::Keep::all},
               {"READ AS", Column::Keep::head},
               {"WORDS", Column::Keep::all},
               {"FIRST MET IN", Column::Keep::head}});
  for (const auto* row : rows) {
    const auto& [key, tally] = *row;
    if (session.json)
      write_json(nlohmann::ordered_json{{"hits", tally.count},
                                        {"kind", engine::to_string(key.kind)},
                                        {"read_as", key.what},
                                        {"words", key.word},
                                        {"page", tally.where},
                                        {"example", tally.example}}
                     .dump());
    else
      table.row({std::to_string(tally.count), engine::to_string(key.kind), key.what, key.word, tally.example});
  }
  if (!session.json && table.empty())
    remark("nothing was found that is read so");
  else if (!session.json)
    write_output(table.text(Screen::standard_output()));
  return trouble ? kTrouble : kWell;
}

}  // namespace

void add_lexicon_hits(CLI::App& family, Session& session) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = session.add_command(
      family, "hits",
      "What words of pages are read as, the most frequent first: shows words that only look like what they are read as",
      {"qanat lexicon hits news/ --kind contact", "qanat lexicon hits news.jsonl --kind cue --what plan --limit 0"},
      [&session, arguments] { return hits(session, *arguments); });
  command.add_option("PATH", arguments->paths, "files and folders, as for `qanat read`")->required();
  command.add_option("--kind", arguments->kind, "only these: party, contact, cue, place, agency, mechanism")
      ->check(CLI::IsMember({"party", "contact", "cue", "place", "agency", "mechanism"}));
  command.add_option("--what", arguments->what, "only what is read as something that begins so: meeting.meet, person");
  command.add_option("--limit", arguments->limit, "rows at most; 0: all")->type_name("N")->check(at_least_zero());
  session.add_json(command);
  session.add_reader(command);
}

}  // namespace qanat::cli

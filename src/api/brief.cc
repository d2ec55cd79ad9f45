// What changed in a period, by channel, each line with its sentence: to read, to print, to send.
#include <algorithm>

#include "api/rows.h"
#include "api/select.h"
#include "api/views.h"

namespace qanat::api {
namespace {

constexpr int kChannels = 50;
constexpr int kMostChannels = 500;
constexpr int kBriefDays = 7;

struct Line {
  enum class Kind : std::uint8_t { state, contact, conflict };
  Kind kind = Kind::state;
  std::optional<Date> day;
  report::State status = report::State::held;
  std::optional<report::State> before;
  const ledger::Contact* contact = nullptr;
  const ledger::Conflict* conflict = nullptr;
  std::vector<std::string> reports;  // whose sentences stand under it
};

struct Section {
  Index channel = 0;
  std::vector<Line> lines;  // by day
};

struct Brief {
  Date from, to;
  std::vector<std::string> parties;
  std::vector<Section> sections;
  std::size_t total_channels = 0, total_lines = 0;
};

// On which day of the period a contact is news: when it takes place, if the day is known, or when it was first told.
// One of "this year" is no news of every week of it.
std::optional<Date> news_day(const ledger::Contact& c, const Selection& period) {
  const bool exact =
      c.time && (c.time->precision == When::Precision::day || c.time->precision == When::Precision::range);
  if (exact && period.in_time(c.time, std::nullopt)) return c.time->first;
  return c.reported && period.in_time(std::nullopt, c.reported) ? c.reported : std::nullopt;
}

// `period` is the filter with its days, `any` the same without them.
std::vector<Line> lines_of(const Book& book, const BookChannel& channel, const Selection& selection,
                           const Selection& any) {
  std::vector<Line> out;
  std::optional<report::State> before;
  for (const ledger::Phase& phase : channel.channel.timeline) {
    // A first phase is no change where a contact of that day tells the same.
    if (before && phase.since && selection.in_time(std::nullopt, phase.since))
      out.push_back({Line::Kind::state, phase.since, phase.state, before, nullptr, nullptr, {phase.entry}});
    before = phase.state;
  }
  for (const ledger::Contact& c : channel.channel.contacts) {
    const auto day = news_day(c, selection);
    if (!day || !any.contact(channel, c)) continue;
    out.push_back({Line::Kind::contact, day, c.state, std::nullopt, &c, nullptr, {c.entries.front()}});
  }
  for (const ledger::Conflict& c : channel.channel.conflicts) {
    const Index left = book.report(c.left);
    const Index right = book.report(c.right);
    if (left == kNone || right == kNone) continue;
    const auto day = std::max(book.reports[left].entry.published, book.reports[right].entry.published);
    if (day && selection.in_time(std::nullopt, day))
      out.push_back({Line::Kind::conflict, day, c.right_state, c.left_state, nullptr, &c, {c.left, c.right}});
  }
  std::stable_sort(out.begin(), out.end(), [](const Line& a, const Line& b) { return a.day < b.day; });
  return out;
}

Brief make_brief(Call& call) {
  Brief out;
  store::Filter filter = call.params.filter();
  const auto most = static_cast<std::size_t>(call.params.number("limit", 1, kMostChannels, kChannels));
  out.to = filter.to.value_or(call.book.last.value_or(Date{}));
  out.from = filter.from.value_or(out.to - (kBriefDays - 1));
  if (filter.from && !filter.to) out.to = std::max(out.from, out.to);
  filter.from = out.from;
  filter.to = out.to;
  out.parties = filter.parties;
  if (call.params.trouble()) return out;
  const Selection selection(call.book, filter);
  store::Filter anytime = filter;
  anytime.from.reset();
  anytime.to.reset();
  const Selection any(call.book, anytime);
  for (Index i = 0; i < call.book.channels.size(); ++i) {
    if (!any.channel(call.book.channels[i])) continue;
    std::vector<Line> lines = lines_of(call.book, call.book.channels[i], selection, any);
    if (lines.empty()) continue;
    ++out.total_channels;
    out.total_lines += lines.size();
    if (out.sections.size() < most) out.sections.push_back({i, std::move(lines)});
  }
  return out;
}

Status read_words(Call& call, const Brief& brief, Witnesses& witnesses) {
  for (const Section& s : brief.sections) {
    if (const auto phase = call.book.channels[s.channel].channel.as_of(brief.to)) witnesses.want(phase->entry);
    for (const Line& line : s.lines)
      for (const std::string& id : line.reports) witnesses.want(id);
  }
  return witnesses.read();
}

void write_line(JsonWriter& w, const Line& line, const Witnesses& witnesses) {
  static constexpr const char* kKinds[] = {"state", "contact", "conflict"};
  const ledger::Contact* c = line.contact;
  w.begin_object()
      .member("kind", kKinds[static_cast<std::size_t>(line.kind)])
      .member("day", line.day)
      .text_or_null("form", c != nullptr ? report::to_string(c->form) : "")
      .member("status", report::to_string(line.status))
      .text_or_null("before", line.before ? report::to_string(*line.before) : "")
      .text_or_null("contact", c != nullptr ? c->id : std::string())
      .text_or_null("conflict", line.conflict != nullptr ? line.conflict->id : std::string());
  write_parties(w, "parties", c != nullptr ? c->parties : std::vector<report::Party>());
  w.member("time", c != nullptr ? c->time : std::nullopt)
      .text_or_null("place", c != nullptr ? c->place : std::string())
      .text_or_null("condition", c != nullptr ? c->condition : std::string())
      .member("origins", c != nullptr ? c->origins : 0)
      .key("words")
      .begin_array();
  for (const std::string& id : line.reports)
    if (const store::ToldReport* told = witnesses.get(id)) write_word(w, told);
  w.end_array().end_object();
}

// ---- Markdown ----------------------------------------------------------------------------------------------------

// Page text within a line of Markdown: what could be a mark there is escaped, addresses included, which some readers
// make links of; and lines are joined, so that nothing stands at the beginning of one.
std::string plain(std::string_view text) {
  static constexpr std::string_view kMarks = "\\`*_[]<>|~&$@";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_address = text.substr(i).starts_with("://") || (c == '.' && out.ends_with("www"));
    if (is_address || kMarks.find(c) != std::string_view::npos) out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

class Markdown {
 public:
  Markdown(Call& call, bool arabic) : call_(call), arabic_(arabic) {}

  std::string text(const Brief& brief, const Witnesses& witnesses) {
    out_ = std::string("# ") + (arabic_ ? "موجز" : "Brief") + " " + brief.from.iso() + " – " + brief.to.iso() + "\n\n";
    std::string about;
    for (const std::string& party : brief.parties) about.append(about.empty() ? "" : " – ").append(actor(party));
    if (!about.empty()) out_ += about + "\n\n";
    if (brief.sections.empty()) out_ += arabic_ ? "لا جديد في هذه المدة.\n" : "Nothing changed in this period.\n";
    for (const Section& s : brief.sections) section(s, brief.to, witnesses);
    if (brief.total_channels > brief.sections.size())
      out_ += (arabic_ ? "قنوات أخرى: " : "More channels: ") +
              std::to_string(brief.total_channels - brief.sections.size()) + "\n";
    return std::move(out_);
  }

 private:
  std::string actor(const std::string& code) const {
    const Name name = call_.names.actor(code);
    const std::string& called = arabic_ ? name.ar : name.en;
    return plain(called.empty() ? code : called);
  }

  std::string say(const char* list, report::State state) const {
    return std::string(label(list, report::to_string(state), arabic_));
  }

  void section(const Section& s, Date to, const Witnesses& witnesses) {
    const BookChannel& channel = call_.book.channels[s.channel];
    const ledger::ChannelKey& key = channel.channel.key;
    std::string head;
    for (const std::string& code : key.actors) head.append(head.empty() ? "" : " – ").append(actor(code));
    const std::string comma = arabic_ ? "، " : ", ";
    const Name mechanism = call_.names.mechanism(key.mechanism);
    if (!key.mechanism.empty())
      head += comma + plain(arabic_ || mechanism.en.empty() ? mechanism.ar : mechanism.en);
    else if (!key.rank.empty())
      head += comma + std::string(label("ranks", key.rank, arabic_));
    out_ += "## " + head;
    if (const auto phase = channel.channel.as_of(to)) out_ += " — " + say("statuses", phase->state);
    out_ += "\n\n";
    for (const Line& line : s.lines) bullet(line, witnesses);
    out_ += "\n";
  }

  void bullet(const Line& line, const Witnesses& witnesses) {
    out_ += "- ";
    if (line.day) out_ += line.day->iso() + (arabic_ ? "، " : ", ");
    switch (line.kind) {
      case Line::Kind::state:
        out_ += say("statuses", *line.before) + " → " + say("statuses", line.status);
        break;
      case Line::Kind::conflict:
        out_ += std::string(arabic_ ? "تعارض: " : "conflict: ") + say("statuses", *line.before) + " ≠ " +
                say("statuses", line.status);
        break;
      case Line::Kind::contact:
        out_ += std::string(label("forms", report::to_string(line.contact->form), arabic_)) + " (" +
                say("statuses", line.status) + ")";
        if (!line.contact->place.empty()) out_ += (arabic_ ? "، " : ", ") + plain(line.contact->place);
        break;
    }
    out_ += "\n";
    for (const std::string& id : line.reports)
      if (const store::ToldReport* told = witnesses.get(id)) word(*told);
  }

  void word(const store::ToldReport& told) {
    const ledger::Entry& e = told.row.entry;
    if (e.report.evidence.empty()) return;
    out_ += "  > «" + plain(e.report.evidence.front().quote) + "»";
    if (!e.publisher.empty()) out_ += " — " + plain(e.publisher);
    if (e.published) out_ += (arabic_ ? "، " : ", ") + e.published->iso();
    out_ += "\n";
  }

  Call& call_;
  bool arabic_;
  std::string out_;
};

}  // namespace

Answer brief(Call& call) {
  const Brief brief = make_brief(call);
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  if (const auto read = read_words(call, brief, witnesses); !read) return unavailable(read.error().message);
  JsonWriter w;
  w.begin_object().member("from", brief.from).member("to", brief.to).key("parties").begin_array();
  for (const std::string& code : brief.parties) write_actor(w, call.names, code);
  w.end_array().key("channels").begin_array();
  for (const Section& s : brief.sections) {
    w.begin_object();
    write_channel_members(w, call, call.book.channels[s.channel], brief.to, witnesses);
    w.key("lines").begin_array();
    for (const Line& line : s.lines) write_line(w, line, witnesses);
    w.end_array().end_object();
  }
  w.end_array().member("total_channels", brief.total_channels).member("total_lines", brief.total_lines).end_object();
  return json_answer(w.take());
}

Answer brief_markdown(Call& call) {
  const Brief brief = make_brief(call);
  const bool arabic = call.params.one_of("lang", {"ar", "en"}) == "ar";
  if (call.params.trouble()) return *call.params.trouble();
  Witnesses witnesses(call);
  if (const auto read = read_words(call, brief, witnesses); !read) return unavailable(read.error().message);
  Answer out;
  out.type = "text/markdown; charset=utf-8";
  out.body = Markdown(call, arabic).text(brief, witnesses);
  out.filename = "brief-" + brief.from.iso() + "-" + brief.to.iso() + ".md";
  return out;
}

}  // namespace qanat::api

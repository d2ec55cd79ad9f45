#include <nlohmann/json.hpp>

#include "engine/engine.h"

namespace qanat::engine {
namespace {

using Ordered = nlohmann::ordered_json;

Ordered text_or_null(const std::string& s) { return s.empty() ? Ordered(nullptr) : Ordered(s); }

Ordered party_json(const report::Party& p) {
  Ordered out = {{"actor", p.actor}, {"role", text_or_null(p.role)}, {"person", text_or_null(p.person)}};
  if (p.part != report::Part::party) out["part"] = report::to_string(p.part);
  return out;
}

Ordered report_json(const report::Report& r) {
  Ordered evidence = Ordered::array();
  for (const report::Evidence& e : r.evidence)
    evidence.push_back({{"begin", e.span.begin},
                        {"end", e.span.end},
                        {"quote", e.quote},
                        {"trigger_begin", e.trigger.begin},
                        {"trigger_end", e.trigger.end}});
  Ordered parties = Ordered::array();
  for (const report::Party& p : r.parties) parties.push_back(party_json(p));
  return {{"evidence", std::move(evidence)},
          {"form", report::to_string(r.form)},
          {"status", report::to_string(r.state)},
          {"parties", std::move(parties)},
          {"channel", text_or_null(r.channel)},
          {"mechanism", text_or_null(r.mechanism)},
          {"place", text_or_null(r.place)},
          {"time", r.time ? Ordered(r.time->iso()) : Ordered(nullptr)},
          {"speaker", r.speaker ? party_json(*r.speaker) : Ordered(nullptr)},
          {"via", text_or_null(r.via)},
          {"condition", text_or_null(r.condition)}};
}

std::string joined(const store::ReadPage& page, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += '\n';
    out += slice(page.text, span);
  }
  return out;
}

void add_text(const store::ReadPage& page, const article::Article& a, Ordered& out) {
  Ordered captions = Ordered::array();
  for (const Span span : a.captions) captions.push_back(std::string(slice(page.text, span)));
  out["charset"] = page.charset;
  out["lead"] = text_or_null(std::string(slice(page.text, a.lead)));
  out["captions"] = std::move(captions);
  out["text"] = joined(page, a.body);
}

std::string text_of(const Ordered& json) { return json.dump(-1, ' ', false, Ordered::error_handler_t::replace); }

}  // namespace

std::string to_json(const report::Report& report) { return text_of(report_json(report)); }

std::string to_json(const store::ReadPage& page, const store::ReadArticle& read, const LineOptions& options) {
  const article::Article& a = read.article;
  Ordered reports = Ordered::array();
  for (const report::Report& r : read.reports) reports.push_back(report_json(r));
  const bool dated = a.published.date.has_value();
  Ordered out = {{"id", a.id},
                 {"url", text_or_null(page.url.empty() ? a.url : page.url)},
                 {"publisher", text_or_null(a.publisher)},
                 {"published", dated ? Ordered(a.published.date->iso()) : Ordered(nullptr)},
                 {"published_by", dated ? Ordered(article::to_string(a.published.method)) : Ordered(nullptr)},
                 {"language", text_or_null(a.language)},
                 {"title", text_or_null(a.title_text)},
                 {"credit", a.credit},
                 {"tags", a.tags}};
  // What only some pages tell.
  if (a.modified.date) {
    out["modified"] = a.modified.date->iso();
    out["modified_by"] = article::to_string(a.modified.method);
  }
  if (!a.authors.empty()) out["authors"] = a.authors;
  if (!a.section.empty()) out["section"] = a.section;
  if (options.text) add_text(page, a, out);
  out["reports"] = std::move(reports);
  return text_of(out);
}

}  // namespace qanat::engine

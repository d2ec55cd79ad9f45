#include "store/codec.h"

#include "base/hash.h"

namespace qanat::store {
namespace {

// Fifteen digits are sixty bits, and the longest string that needs no memory of its own: ids fill the fold.
constexpr std::size_t kIdDigits = 15;

std::uint64_t code(auto value) { return static_cast<std::uint64_t>(value); }

}  // namespace

// ---- reports ---------------------------------------------------------------------------------------------------

std::string encode(const report::Report& report) {
  Writer w;
  w.number(code(report.form));
  w.number(code(report.state));
  w.number(report.parties.size());
  for (const report::Party& p : report.parties) w.party(p);
  w.text(report.channel);
  w.text(report.mechanism);
  w.text(report.place);
  w.when(report.time);
  w.number(report.speaker ? 1 : 0);
  if (report.speaker) w.party(*report.speaker);
  w.text(report.via);
  w.text(report.condition);
  w.number(report.evidence.size());
  for (const report::Evidence& e : report.evidence) {
    w.span(e.span);
    w.span(e.trigger);
    w.text(e.quote);
  }
  return w.take();
}

bool decode(std::string_view bytes, report::Report& out, Evidence evidence) {
  Reader r(bytes);
  out.form = r.one_of(report::Form::mediation);
  out.state = r.one_of(report::State::stalled);
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) out.parties.push_back(r.party());
  out.channel = r.text();
  out.mechanism = r.text();
  out.place = r.text();
  out.time = r.when();
  if (r.number() != 0) out.speaker = r.party();
  out.via = r.text();
  out.condition = r.text();
  if (evidence == Evidence::skip) return r.ok();
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
    report::Evidence e;
    e.span = r.span();
    e.trigger = r.span();
    e.quote = r.text();
    out.evidence.push_back(std::move(e));
  }
  return r.at_end();
}

std::string report_id(std::string_view page, std::string_view article, std::string_view encoded_report) {
  Writer w;
  w.text(page);
  w.text(article);
  w.text(encoded_report);
  return hash_hex(w.take()).substr(0, kIdDigits);
}

// ---- articles and pages ----------------------------------------------------------------------------------------

std::string encode(const article::Article& article) {
  Writer w;
  w.span(article.title);
  w.text(article.title_text);
  w.spans(article.body);
  w.span(article.lead);
  w.spans(article.captions);
  w.published(article.published);
  w.published(article.modified);
  w.texts(article.credit);
  w.texts(article.tags);
  w.texts(article.authors);
  w.text(article.section);
  w.text(article.url);
  w.text(article.language);
  return w.take();
}

bool decode(std::string_view bytes, article::Article& out) {
  Reader r(bytes);
  out.title = r.span();
  out.title_text = r.text();
  out.body = r.spans();
  out.lead = r.span();
  out.captions = r.spans();
  out.published = r.published();
  out.modified = r.published();
  out.credit = r.texts();
  out.tags = r.texts();
  out.authors = r.texts();
  out.section = r.text();
  out.url = r.text();
  out.language = r.text();
  return r.at_end();
}

std::string encode(const std::vector<article::Block>& blocks) {
  Writer w;
  w.number(blocks.size());
  for (const article::Block& b : blocks) {
    w.span(b.span);
    w.number(code(b.kind));
    w.text(b.why);
  }
  return w.take();
}

bool decode(std::string_view bytes, std::vector<article::Block>& out) {
  Reader r(bytes);
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
    article::Block b;
    b.span = r.span();
    b.kind = r.one_of(article::kLastBlockKind);
    b.why = r.text();
    out.push_back(std::move(b));
  }
  return r.at_end();
}

std::string encode(const Issues& issues) {
  Writer w;
  w.number(issues.size());
  for (const Issue& i : issues) {
    w.number(code(i.severity));
    w.text(i.where);
    w.number(i.offset);
    w.text(i.what);
  }
  return w.take();
}

bool decode(std::string_view bytes, Issues& out) {
  Reader r(bytes);
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
    Issue i;
    i.severity = r.one_of(Severity::error);
    i.where = r.text();
    i.offset = r.number();
    i.what = r.text();
    out.push_back(std::move(i));
  }
  return r.at_end();
}

// Sorted numbers as the steps between them.
template <class T>
void write_steps(Writer& w, const std::vector<T>& sorted) {
  w.number(sorted.size());
  std::uint64_t last = 0;
  for (const T value : sorted) {
    w.number(static_cast<std::uint64_t>(value) - last);
    last = static_cast<std::uint64_t>(value);
  }
}

template <class T>
void read_steps(Reader& r, std::vector<T>& out) {
  out.resize(r.count());
  std::uint64_t last = 0;
  for (T& value : out) value = static_cast<T>(last += r.number());
}

std::string encode(const origin::Sketch& sketch) {
  Writer w;
  w.number(sketch.level);
  write_steps(w, sketch.grams);
  write_steps(w, sketch.keys);
  w.number(sketch.opening.size());
  for (const std::uint32_t gram : sketch.opening) w.number(gram);
  return w.take();
}

bool decode(std::string_view bytes, origin::Sketch& out) {
  Reader r(bytes);
  const std::uint64_t level = r.number();
  if (level > origin::kMostLevels) r.fail();
  out.level = r.ok() ? static_cast<std::uint8_t>(level) : 0;
  read_steps(r, out.grams);
  read_steps(r, out.keys);
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) out.opening.push_back(static_cast<std::uint32_t>(r.number()));
  return r.at_end();
}

std::string hash_of(const ReadPage& page) {
  Writer w;
  w.text(page.id);
  w.text(page.url);
  w.text(hash_hex(page.text));
  w.text(page.charset);
  w.text(page.lexicon);
  w.text(encode(page.blocks));
  for (const ReadArticle& a : page.articles) {
    w.text(a.article.id);
    w.text(a.article.publisher);
    w.text(encode(a.article));
    for (const report::Report& r : a.reports) w.text(encode(r));
  }
  return hash_hex(w.take());
}

// ---- channels --------------------------------------------------------------------------------------------------

std::string encode(const ledger::Channel& channel) {
  Writer w;
  w.texts(channel.key.actors);
  w.text(channel.key.mechanism);
  w.text(channel.key.rank);
  w.number(code(channel.entries));
  w.number(code(channel.origins));
  w.date(channel.first);
  w.date(channel.last);
  w.number(channel.timeline.size());
  for (const ledger::Phase& p : channel.timeline) {
    w.date(p.since);
    w.number(code(p.state));
    w.text(p.entry);
  }
  w.number(channel.conflicts.size());
  for (const ledger::Conflict& c : channel.conflicts) {
    w.text(c.id);
    w.text(c.left);
    w.text(c.right);
    w.number(code(c.left_state));
    w.number(code(c.right_state));
  }
  return w.take();
}

bool decode(std::string_view bytes, ledger::Channel& out) {
  Reader r(bytes);
  out.key.actors = r.texts();
  out.key.mechanism = r.text();
  out.key.rank = r.text();
  out.entries = static_cast<int>(r.number());
  out.origins = static_cast<int>(r.number());
  out.first = r.date();
  out.last = r.date();
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
    ledger::Phase p;
    p.since = r.date();
    p.state = r.one_of(report::State::stalled);
    p.entry = r.text();
    out.timeline.push_back(std::move(p));
  }
  const std::string id = out.key.id();
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
    ledger::Conflict c;
    c.id = r.text();
    c.channel = id;
    c.left = r.text();
    c.right = r.text();
    c.left_state = r.one_of(report::State::stalled);
    c.right_state = r.one_of(report::State::stalled);
    out.conflicts.push_back(std::move(c));
  }
  return r.at_end();
}

std::string encode(const ledger::Contact& contact) {
  Writer w;
  w.text(contact.id);
  w.number(code(contact.form));
  w.number(code(contact.state));
  w.when(contact.time);
  w.date(contact.reported);
  w.text(contact.place);
  w.text(contact.condition);
  w.number(contact.parties.size());
  for (const report::Party& p : contact.parties) w.party(p);
  w.texts(contact.entries);
  w.number(code(contact.origins));
  return w.take();
}

bool decode(std::string_view bytes, ledger::Contact& out) {
  Reader r(bytes);
  out.id = r.text();
  out.form = r.one_of(report::Form::mediation);
  out.state = r.one_of(report::State::stalled);
  out.time = r.when();
  out.reported = r.date();
  out.place = r.text();
  out.condition = r.text();
  for (std::size_t n = r.count(); n > 0 && r.ok(); --n) out.parties.push_back(r.party());
  out.entries = r.texts();
  out.origins = static_cast<int>(r.number());
  return r.at_end();
}

}  // namespace qanat::store

#include "page/markup.h"

#include <algorithm>

#include "base/ascii.h"

namespace qanat::page {
namespace {

constexpr std::uint16_t kB = kTraitBlock;
constexpr std::uint16_t kV = kTraitVoid;
constexpr std::uint16_t kR = kTraitRaw;
constexpr std::uint16_t kU = kTraitUnseen;
constexpr std::uint16_t kF = kTraitFence;

constexpr auto kKinds = std::to_array<Kind>({
    {"a", Tag::link, 0},
    {"abbr", Tag::other, 0},
    {"address", Tag::address, kB},
    {"area", Tag::other, kV},
    {"article", Tag::article, kB},
    {"aside", Tag::aside, kB},
    {"audio", Tag::media, kB | kU},
    {"b", Tag::strong, 0},
    {"base", Tag::other, kV},
    {"bdi", Tag::other, 0},
    {"bdo", Tag::other, 0},
    {"big", Tag::other, 0},
    {"blockquote", Tag::blockquote, kB},
    {"body", Tag::div, kB},
    {"br", Tag::other, kV},
    {"button", Tag::button, kB},
    {"canvas", Tag::other, kU},
    {"caption", Tag::div, kB | kF},
    {"center", Tag::div, kB},
    {"cite", Tag::other, 0},
    {"code", Tag::other, 0},
    {"col", Tag::other, kV},
    {"datalist", Tag::other, kU},
    {"dd", Tag::item, kB},
    {"del", Tag::other, 0},
    {"details", Tag::div, kB},
    {"dialog", Tag::div, kB},
    {"dir", Tag::list, kB},
    {"div", Tag::div, kB},
    {"dl", Tag::list, kB},
    {"dt", Tag::item, kB},
    {"em", Tag::other, 0},
    {"embed", Tag::other, kV},
    {"fieldset", Tag::div, kB},
    {"figcaption", Tag::figcaption, kB},
    {"figure", Tag::figure, kB},
    {"font", Tag::other, 0},
    {"footer", Tag::footer, kB},
    {"form", Tag::form, kB},
    {"h1", Tag::heading, kB},
    {"h2", Tag::heading, kB},
    {"h3", Tag::heading, kB},
    {"h4", Tag::heading, kB},
    {"h5", Tag::heading, kB},
    {"h6", Tag::heading, kB},
    {"head", Tag::other, 0},
    {"header", Tag::header, kB},
    {"hgroup", Tag::header, kB},
    {"hr", Tag::other, kB | kV},
    {"html", Tag::other, 0},
    {"i", Tag::other, 0},
    {"iframe", Tag::media, kB | kR | kU},
    {"img", Tag::other, kV},
    {"input", Tag::other, kV},
    {"ins", Tag::other, 0},
    {"label", Tag::other, 0},
    {"legend", Tag::div, kB},
    {"li", Tag::item, kB},
    {"link", Tag::other, kV},
    {"main", Tag::main, kB},
    {"map", Tag::other, kU},
    {"mark", Tag::other, 0},
    {"marquee", Tag::div, kB | kF},
    {"math", Tag::other, kU},
    {"menu", Tag::list, kB},
    {"meta", Tag::other, kV},
    {"nav", Tag::nav, kB},
    {"noembed", Tag::other, kR | kU},
    {"noframes", Tag::other, kR | kU},
    {"noscript", Tag::other, kR | kU},
    {"object", Tag::media, kU | kF},
    {"ol", Tag::list, kB},
    {"optgroup", Tag::div, kB},
    {"option", Tag::item, kB},
    {"p", Tag::p, kB},
    {"param", Tag::other, kV},
    {"pre", Tag::pre, kB},
    {"q", Tag::other, 0},
    {"s", Tag::other, 0},
    {"script", Tag::other, kR | kU},
    {"section", Tag::section, kB},
    {"select", Tag::select, kB},
    {"small", Tag::other, 0},
    {"source", Tag::other, kV},
    {"span", Tag::other, 0},
    {"strike", Tag::other, 0},
    {"strong", Tag::strong, 0},
    {"style", Tag::other, kR | kU},
    {"sub", Tag::other, 0},
    {"summary", Tag::div, kB},
    {"sup", Tag::other, 0},
    {"svg", Tag::other, kR | kU},
    {"table", Tag::table, kB | kF},
    {"tbody", Tag::div, kB},
    {"td", Tag::cell, kB | kF},
    {"template", Tag::other, kU},
    {"textarea", Tag::other, kR | kU},
    {"tfoot", Tag::div, kB},
    {"th", Tag::cell, kB | kF},
    {"thead", Tag::div, kB},
    {"time", Tag::time, 0},
    {"title", Tag::other, kR | kU},
    {"tr", Tag::row, kB},
    {"track", Tag::other, kV},
    {"tt", Tag::other, 0},
    {"u", Tag::other, 0},
    {"ul", Tag::list, kB},
    {"video", Tag::media, kB | kU},
    {"wbr", Tag::other, kV},
    {"xmp", Tag::pre, kB | kR},
});
constexpr Kind kUnknown = {};

constexpr std::size_t kLongestTag = 10;
constexpr std::size_t kSlots = 256;

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 16777619U;
  return (hash ^ (hash >> 13)) % kSlots;
}

// Open addressing, made by the compiler.
constexpr std::array<std::uint8_t, kSlots> make_slots() {
  std::array<std::uint8_t, kSlots> slots{};
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    std::size_t slot = slot_of(kKinds[i].name);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return slots;
}
constexpr std::array<std::uint8_t, kSlots> kNameSlots = make_slots();

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool equal_names(std::string_view low, std::string_view any) {
  return low.size() == any.size() &&
         std::equal(low.begin(), low.end(), any.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

const Kind& kind_of(std::string_view name) {
  if (name.size() > kLongestTag) return kUnknown;
  for (std::size_t slot = slot_of(name); kNameSlots[slot] != 0; slot = (slot + 1) % kSlots) {
    const Kind& kind = kKinds[kNameSlots[slot] - 1U];
    if (equal_names(kind.name, name)) return kind;
  }
  return kUnknown;
}

std::size_t kind_number(const Kind& kind) {
  static_assert(kKinds.size() < kMostKinds);
  if (&kind == &kUnknown) return kKinds.size();
  const Kind* of = kind.tag == Tag::heading ? &kind_of("h1") : &kind;
  return static_cast<std::size_t>(of - kKinds.data());
}

Token Markup::next() {
  Token token;
  count_ = 0;
  while (at_ < html_.size()) {
    const std::size_t from = at_;
    // A '<' that opens nothing is text.
    std::size_t open = html_.find('<', at_);
    while (open != std::string_view::npos && open + 1 < html_.size() && !is_letter(html_[open + 1]) &&
           html_[open + 1] != '/' && html_[open + 1] != '!' && html_[open + 1] != '?')
      open = html_.find('<', open + 1);
    if (open == std::string_view::npos) open = html_.size();
    if (open > from) {
      at_ = open;
      token.what = Token::What::text;
      token.text = html_.substr(from, open - from);
      return token;
    }
    if (read_markup(token)) return token;
  }
  return token;
}

// At a '<' that opens something. False: it is passed over.
bool Markup::read_markup(Token& token) {
  if (at_ + 1 >= html_.size()) {
    at_ = html_.size();
    return false;
  }
  const std::string_view rest = html_.substr(at_);
  if (rest.starts_with("<!--")) {
    // "<!-->" and "<!--->" are comments too.
    at_ += 2;
    pass_over("-->", no_comment_end_);
    return false;
  }
  if (rest[1] == '!' || rest[1] == '?' || (rest[1] == '/' && (rest.size() < 3 || !is_letter(rest[2])))) {
    const std::size_t end = html_.find('>', at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
    return false;
  }
  return read_tag(token);
}

bool Markup::read_tag(Token& token) {
  const bool closes = html_[at_ + 1] == '/';
  at_ += closes ? 2 : 1;
  const std::size_t from = at_;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') ++at_;
  token.name = html_.substr(from, at_ - from);
  token.kind = &kind_of(token.name);
  token.what = closes ? Token::What::close : Token::What::open;
  read_attributes();
  if (closes) return true;
  token.empty = at_ >= 2 && html_[at_ - 1] == '>' && html_[at_ - 2] == '/';
  if ((token.kind->traits & kTraitRaw) != 0 && !(token.empty && token.kind->name == "svg"))
    token.text = read_raw(*token.kind);
  return true;
}

void Markup::read_attributes() {
  while (at_ < html_.size()) {
    while (at_ < html_.size() && (is_space(html_[at_]) || html_[at_] == '/')) ++at_;
    if (at_ >= html_.size()) return;
    if (html_[at_] == '>') {
      ++at_;
      return;
    }
    if (!read_attribute()) return;
  }
}

// False: the tag ends inside the attribute.
bool Markup::read_attribute() {
  const std::size_t from = at_;
  ++at_;  // a name may begin with '='
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' && html_[at_] != '>' && html_[at_] != '/')
    ++at_;
  Attribute attribute{html_.substr(from, at_ - from), {}};
  skip_space();
  if (at_ < html_.size() && html_[at_] == '=') {
    ++at_;
    skip_space();
    const char quote = at_ < html_.size() ? html_[at_] : ' ';
    if (quote == '"' || quote == '\'') {
      std::size_t& none = quote == '"' ? no_quote_ : no_apostrophe_;
      const std::size_t end = at_ >= none ? std::string_view::npos : html_.find(quote, at_ + 1);
      if (end == std::string_view::npos) {
        // A quote that never closes: the tag ends at its '>', so that the rest of the page is not lost.
        none = std::min(none, at_);
        const std::size_t close = html_.find('>', at_);
        at_ = close == std::string_view::npos ? html_.size() : close + 1;
        return false;
      }
      attribute.value = html_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
    } else {
      const std::size_t begin = at_;
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
      attribute.value = html_.substr(begin, at_ - begin);
    }
  }
  if (count_ < kMostAttributes) attributes_[count_++] = attribute;
  return true;
}

// Up to the element's end tag, which is passed over. Where there is none, a script swallows the page as it does in a
// browser; any other element is taken for empty.
std::string_view Markup::read_raw(const Kind& kind) {
  const std::size_t from = at_;
  const std::size_t number = kind_number(kind);
  if (!endless_[number]) {
    for (std::size_t open = html_.find("</", at_); open != std::string_view::npos; open = html_.find("</", open + 2)) {
      const std::size_t name_end = open + 2 + kind.name.size();
      if (name_end > html_.size() || !equal_names(kind.name, html_.substr(open + 2, kind.name.size()))) continue;
      if (name_end < html_.size() && !is_space(html_[name_end]) && html_[name_end] != '>' && html_[name_end] != '/')
        continue;
      const std::size_t close = html_.find('>', name_end);
      at_ = close == std::string_view::npos ? html_.size() : close + 1;
      return html_.substr(from, open - from);
    }
    endless_[number] = true;
  }
  if (kind.name != "script" && kind.name != "style") return {};
  at_ = html_.size();
  return html_.substr(from);
}

void Markup::pass_over(std::string_view end, std::size_t& failed) {
  const std::size_t found = at_ >= failed ? std::string_view::npos : html_.find(end, at_);
  if (found != std::string_view::npos) {
    at_ = found + end.size();
    return;
  }
  failed = std::min(failed, at_);
  const std::size_t close = html_.find('>', at_);
  at_ = close == std::string_view::npos ? html_.size() : close + 1;
}

void Markup::skip_space() {
  while (at_ < html_.size() && is_space(html_[at_])) ++at_;
}

std::string_view Markup::attribute(std::string_view name) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (equal_names(name, attributes_[i].name)) return attributes_[i].value;
  }
  return {};
}

bool Markup::has(std::string_view name) const {
  return std::any_of(attributes_.begin(), attributes_.begin() + static_cast<std::ptrdiff_t>(count_),
                     [&](const Attribute& a) { return equal_names(name, a.name); });
}

}  // namespace qanat::page

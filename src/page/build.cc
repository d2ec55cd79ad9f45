#include "page/build.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/utf8.h"
#include "page/entities.h"
#include "page/head.h"
#include "page/hints.h"
#include "page/markup.h"

namespace qanat::page {
namespace {

constexpr std::size_t kMostDepth = 256;  // pages nest to 60; deeper elements count as part of the one at that depth
constexpr std::size_t kMostElements = 400'000;
constexpr std::size_t kMostTimes = 4'000;
constexpr std::size_t kMostTime = 200;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

// How the bytes of a text are taken.
enum class Byte : std::uint8_t { plain, space, reference, maybe_space, dropped };
constexpr std::array<Byte, 256> make_bytes() {
  std::array<Byte, 256> bytes{};
  for (std::size_t i = 0; i <= ' '; ++i) bytes[i] = Byte::space;
  bytes[0] = Byte::dropped;
  bytes['&'] = Byte::reference;
  bytes[0xC2] = Byte::maybe_space;  // U+00A0, U+0085
  bytes[0xE2] = Byte::maybe_space;  // U+2028, U+2029
  bytes[0xEF] = Byte::maybe_space;  // U+FEFF
  return bytes;
}
constexpr std::array<Byte, 256> kBytes = make_bytes();

// An element that is open.
struct Open {
  const Kind* kind = nullptr;
  std::string_view name;          // as written
  std::uint32_t element = kNone;  // its number, where it has one
  std::uint32_t around = 0;       // the innermost block element, once this is open
  std::uint32_t inside = 0;       // the innermost element that is kept, likewise
  bool hidden = false;            // its content is not shown
  bool link = false;
  bool strong = false;
  bool dead = false;  // its end tag came while other elements were open inside
};

class Builder {
 public:
  explicit Builder(std::string_view markup) : markup_(markup), head_(built_.html) {
    built_.text.reserve(markup.size() / 4);
    Element page;
    page.tag = Tag::root;
    page.block = true;
    elements().push_back(page);
  }

  Built build() {
    for (Token token = markup_.next(); token.what != Token::What::end; token = markup_.next()) {
      switch (token.what) {
        case Token::What::text:
          if (hidden_ == 0) add_text(token.text);
          break;
        case Token::What::open:
          open(token);
          break;
        case Token::What::close:
          close(token);
          break;
        case Token::What::end:
          break;
      }
    }
    end_block();
    while (!stack_.empty()) pop();
    elements()[0].span.end = size();
    elements()[0].end = static_cast<ElementNo>(elements().size());
    head_.finish();
    return std::move(built_);
  }

 private:
  std::vector<Element>& elements() { return built_.html.elements; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(built_.text.size()); }
  std::uint32_t around() const { return stack_.empty() ? 0 : stack_.back().around; }

  // ---- text ----

  void add_text(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t from = at;
      while (at < text.size() && kBytes[static_cast<unsigned char>(text[at])] == Byte::plain) ++at;
      if (at > from) put(text.substr(from, at - from));
      if (at == text.size()) return;
      switch (kBytes[static_cast<unsigned char>(text[at])]) {
        case Byte::plain:
          break;
        case Byte::dropped:
          ++at;
          break;
        case Byte::space:
          ++at;
          space_ = true;
          break;
        case Byte::reference: {
          const Reference reference = read_reference(text, at);
          if (reference.size == 0) {
            put("&");
            ++at;
            break;
          }
          put_code(reference.code);
          at += reference.size;
          break;
        }
        case Byte::maybe_space:
          at += put_rare(text.substr(at));
          break;
      }
    }
  }

  // A character that may be white space beyond ASCII. Returns the bytes taken.
  std::size_t put_rare(std::string_view text) {
    for (const std::string_view space : {"\u00A0", "\u2028", "\u2029", "\u0085"}) {
      if (!text.starts_with(space)) continue;
      space_ = true;
      return space.size();
    }
    if (text.starts_with("\uFEFF")) return 3;
    put(text.substr(0, 1));
    return 1;
  }

  void put_code(char32_t code) {
    if (code <= ' ' || code == 0xA0 || code == 0x2028 || code == 0x2029) {
      space_ = true;
      return;
    }
    if (code == 0xFEFF || code == 0xAD) return;
    std::string bytes;
    append_utf8(bytes, code);
    put(bytes);
  }

  void put(std::string_view bytes) {
    if (!in_block_) {
      if (!built_.text.empty()) built_.text += '\n';
      in_block_ = true;
      block_ = {};
      block_.span.begin = size();
      block_.element = around();
      block_.strong = true;
      block_.links = links_ > 0 ? 1 : 0;
      block_.after_break = breaks_ > 0;
      block_.after_gap = breaks_ > 1;
      breaks_ = 0;
    } else if (space_) {
      built_.text += ' ';
      if (links_ > 0) ++block_.link_bytes;
    }
    space_ = false;
    built_.text += bytes;
    if (links_ > 0) block_.link_bytes += static_cast<std::uint32_t>(bytes.size());
    if (strongs_ == 0) block_.strong = false;
  }

  void end_block() {
    space_ = false;
    if (!in_block_) return;
    in_block_ = false;
    block_.span.end = size();
    built_.html.blocks.push_back(block_);
  }

  // ---- elements ----

  void open(const Token& token) {
    const Kind& kind = *token.kind;
    if (hidden_ == 0 && head_.take(token, markup_, size(), around())) return;
    if (kind.name == "br") return line_break();
    const bool block = (kind.traits & kTraitBlock) != 0;
    if (block && hidden_ == 0) {
      end_block();
      breaks_ = 0;
    }
    if (block) end_implied(kind);
    if (kind.tag == Tag::link) close_inline(token);  // links do not nest
    if ((kind.traits & kTraitVoid) != 0 || (token.empty && kind.name.empty())) return;
    if ((kind.traits & kTraitRaw) != 0) {
      if ((kind.traits & kTraitUnseen) == 0 && hidden_ == 0) {
        add_text(token.text);
        end_block();
      }
      return;
    }
    push(token, block);
  }

  void push(const Token& token, bool block) {
    const Kind& kind = *token.kind;
    if (stack_.size() >= kMostDepth) {
      built_.too_deep = true;
      return;
    }
    Open open;
    open.kind = &kind;
    open.name = token.name;
    open.around = around();
    open.inside = stack_.empty() ? 0 : stack_.back().inside;
    open.hidden = (kind.traits & kTraitUnseen) != 0 || is_hidden(kind);
    open.link = kind.tag == Tag::link && markup_.has("href");
    open.strong = kind.tag == Tag::strong || kind.tag == Tag::heading;
    if (hidden_ == 0 && !open.hidden) add_element(kind, block, open);
    hidden_ += open.hidden ? 1 : 0;
    links_ += open.link ? 1 : 0;
    if (open.link && in_block_ && block_.links < 0xFFFF) ++block_.links;
    strongs_ += open.strong ? 1 : 0;
    ++open_of(kind);
    stack_.push_back(open);
  }

  void add_element(const Kind& kind, bool block, Open& open) {
    Hints hints = hints_.read(markup_.attribute("class")) | hints_.read(markup_.attribute("id"));
    hints |= head_.hints(markup_);
    const bool wanted = block || hints != 0 || kind.tag == Tag::time;
    if (!wanted) return;
    if (elements().size() >= kMostElements) {
      built_.too_many = true;
      return;
    }
    Element element;
    element.parent = open.inside;
    element.span.begin = size();
    element.tag = kind.tag;
    element.level = kind.tag == Tag::heading ? static_cast<std::uint8_t>(kind.name[1] - '0') : std::uint8_t{0};
    element.block = block;
    element.hints = hints;
    open.element = static_cast<ElementNo>(elements().size());
    open.inside = open.element;
    if (block) open.around = open.element;
    elements().push_back(element);
    if (kind.tag == Tag::time || (hints & (kHintDate | kHintModified)) != 0) add_time(open.element);
  }

  // The attributes in which a date may stand.
  void add_time(ElementNo element) {
    for (const char* name :
         {"datetime", "content", "data-date", "data-time", "data-timestamp", "data-published", "title"}) {
      const std::string_view value = markup_.attribute(name);
      if (value.empty() || built_.html.times.size() >= kMostTimes) continue;
      built_.html.times.push_back({plain(value, kMostTime), {}, element, elements()[element].hints});
      return;
    }
  }

  bool is_hidden(const Kind& kind) const {
    // What holds the whole page or story is shown once its scripts have run.
    if (kind.name == "body" || kind.name == "html" || kind.name == "main" || kind.name == "article") return false;
    if (markup_.attributes() == 0) return false;
    if (markup_.has("hidden") && kind.name != "section") return true;
    const std::string_view style = markup_.attribute("style");
    for (std::size_t at = style.find("display"); at != std::string_view::npos; at = style.find("display", at + 1)) {
      std::size_t next = at + 7;
      while (next < style.size() && (style[next] == ' ' || style[next] == ':')) ++next;
      if (style.substr(next).starts_with("none")) return true;
    }
    return false;
  }

  void line_break() {
    if (hidden_ > 0) return;
    if (in_block_) {
      end_block();
      breaks_ = 1;
    } else {
      ++breaks_;
      space_ = false;
    }
  }

  // ---- ends ----

  std::uint16_t& open_of(const Kind& kind) { return open_[kind_number(kind)]; }

  // What the beginning of a block ends: a paragraph, the item before, the cell before.
  void end_implied(const Kind& kind) {
    static const Kind& p = kind_of("p");
    if (open_of(p) > 0)
      close_within(p, [](const Open& o) { return (o.kind->traits & kTraitFence) != 0 || o.kind->name == "button"; });
    const auto is = [](const Open& o, Tag tag) { return o.kind->tag == tag; };
    if (kind.name == "li" || kind.name == "dt" || kind.name == "dd" || kind.name == "option") {
      if (kind.name == "li" || kind.name == "option")
        close_within(kind, [&](const Open& o) {
          return is(o, Tag::list) || is(o, Tag::select) || (o.kind->traits & kTraitFence) != 0;
        });
      else
        for (const char* name : {"dt", "dd"})
          close_within(kind_of(name),
                       [&](const Open& o) { return is(o, Tag::list) || (o.kind->traits & kTraitFence) != 0; });
    } else if (kind.tag == Tag::row) {
      close_within(kind, [&](const Open& o) { return is(o, Tag::table); });
    } else if (kind.tag == Tag::cell) {
      for (const char* name : {"td", "th"})
        close_within(kind_of(name), [&](const Open& o) { return is(o, Tag::table) || is(o, Tag::row); });
    }
  }

  // Closes the innermost open element of that kind, if it stands inside the innermost `fence`.
  template <class Fence>
  void close_within(const Kind& kind, Fence fence) {
    if (open_of(kind) == 0) return;
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i].kind == &kind && !stack_[i].dead) return pop_to(i);
      if (fence(stack_[i])) return;
    }
  }

  void close(const Token& token) {
    const Kind& kind = *token.kind;
    if (kind.name == "br") return line_break();
    const bool block = (kind.traits & kTraitBlock) != 0;
    if (kind.name == "body" || kind.name == "html") return;
    if (!block) return close_inline(token);
    if (hidden_ == 0) {
      end_block();
      breaks_ = 0;
    }
    if (open_of(kind) == 0) return;
    const bool heading = kind.tag == Tag::heading;
    const bool of_table = kind.tag == Tag::table || kind.tag == Tag::row || kind.tag == Tag::cell;
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const Kind& open = *stack_[i].kind;
      if (&open == &kind || (heading && open.tag == Tag::heading)) return pop_to(i);
      if ((open.traits & kTraitFence) != 0 && !(of_table && open.tag != Tag::table)) return;
    }
  }

  // The end of an inline element ends it alone, not the blocks that were opened inside.
  void close_inline(const Token& token) {
    const Kind& kind = *token.kind;
    if (open_of(kind) == 0) return;
    const bool known = !kind.name.empty();
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const bool same = stack_[i].kind == &kind && (known || stack_[i].name == token.name);
      if (!same || stack_[i].dead) {
        if ((stack_[i].kind->traits & kTraitFence) != 0) return;
        continue;
      }
      if (i + 1 == stack_.size()) return pop();
      end(stack_[i]);
      stack_[i].dead = true;
      return;
    }
  }

  void pop_to(std::size_t i) {
    while (stack_.size() > i) pop();
  }

  void pop() {
    if (!stack_.back().dead) end(stack_.back());
    stack_.pop_back();
  }

  void end(Open& open) {
    if ((open.kind->traits & kTraitBlock) != 0 && hidden_ == 0) end_block();
    hidden_ -= open.hidden ? 1 : 0;
    links_ -= open.link ? 1 : 0;
    strongs_ -= open.strong ? 1 : 0;
    --open_of(*open.kind);
    if (open.element == kNone) return;
    Element& element = elements()[open.element];
    element.span.end = size();
    while (element.span.begin < element.span.end &&
           (built_.text[element.span.begin] == '\n' || built_.text[element.span.begin] == ' '))
      ++element.span.begin;
    element.end = static_cast<ElementNo>(elements().size());
    const bool last = element.end == open.element + 1;
    std::vector<TimeTag>& times = built_.html.times;
    const bool timed = !times.empty() && times.back().element == open.element;
    if (timed) times.back().span = element.span;
    // Elements that show nothing are not kept.
    if (last && element.span.empty() && !timed) elements().pop_back();
  }

  Markup markup_;
  Built built_;
  Head head_;
  HintReader hints_;
  std::vector<Open> stack_;
  std::array<std::uint16_t, kMostKinds> open_{};  // how many of each kind are open
  Block block_;
  bool in_block_ = false;
  bool space_ = false;
  std::uint32_t breaks_ = 0;
  std::uint32_t hidden_ = 0;
  std::uint32_t links_ = 0;
  std::uint32_t strongs_ = 0;
};

}  // namespace

Built build(std::string_view markup) { return Builder(markup).build(); }

}  // namespace qanat::page

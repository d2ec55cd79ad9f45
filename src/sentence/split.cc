// One pass over the body: code points to tokens, tokens to sentences. Quotation marks are followed on the side.
#include <algorithm>
#include <array>

#include "arabic/arabic.h"
#include "base/utf8.h"
#include "sentence/quotes.h"
#include "sentence/sentence.h"

namespace qanat::sentence {
namespace {

constexpr char32_t kAlef = 0x0627;
constexpr char32_t kLam = 0x0644;
constexpr std::size_t kMaxWordBytes = 1000;  // longer ones are cut: no word is so long

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) {
  if (c == ' ' || c == '\t' || c == 0xA0) return true;
  return (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x061F || c == 0x2026; }

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x201D || c == 0x2019;
}

using arabic::is_digit;
using arabic::joins_digits;

// Letters that stand before a number: و ف ب ل ك and the article.
bool is_clitic_letter(char32_t folded) {
  return folded == 0x0648 || folded == 0x0641 || folded == 0x0628 || folded == kLam || folded == 0x0643 ||
         folded == kAlef;
}

class Splitter {
 public:
  Splitter(std::string_view page, Text& out) : page_(page), out_(out), quotes_(out) {}

  void paragraph(Span span, std::uint32_t index);
  void end_article() { quotes_.end_article(); }
  bool full() const { return out_.tokens.size() >= kMaxTokens; }

 private:
  Decoded decode(std::size_t at) const {
    const auto lead = static_cast<unsigned char>(page_[at]);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && at + 1 < end_) {
      const auto next = static_cast<unsigned char>(page_[at + 1]);
      if ((next & 0xC0U) == 0x80U) return {(lead & 0x1FU) << 6 | (next & 0x3FU), 2};
    }
    return decode_utf8(page_.substr(0, end_), at);
  }

  void word();
  void letters(std::size_t end);
  void mark(Decoded d);
  void append_folded(char32_t code);
  void push(std::size_t begin, std::size_t folded, Token::Kind kind, bool quoted);
  void end_sentence();

  std::string_view page_;
  Text& out_;
  QuoteReader quotes_;

  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint32_t paragraph_ = 0;
  bool space_before_ = true;
  bool may_end_ = false;  // a terminator was read, and nothing but closing marks since

  bool begun_ = false;  // the sentence has a byte that is not white space
  std::size_t sentence_begin_ = 0;
  std::size_t sentence_end_ = 0;
  std::uint32_t sentence_first_ = 0;
};

void Splitter::append_folded(char32_t code) {
  if (code >= arabic::kGlyphs) return arabic::append_folded(code, out_.folded);
  const std::uint16_t folded = arabic::kGlyph[code].folded;
  if (folded == 0) return;
  if (folded < 0x80) {
    out_.folded.push_back(static_cast<char>(folded));
    return;
  }
  const char bytes[2] = {static_cast<char>(0xC0U | folded >> 6), static_cast<char>(0x80U | (folded & 0x3FU))};
  out_.folded.append(bytes, 2);
}

void Splitter::push(std::size_t begin, std::size_t folded, Token::Kind kind, bool quoted) {
  const std::size_t size = out_.folded.size() - folded;
  if (size == 0) return;
  Token t;
  t.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  t.folded = static_cast<std::uint32_t>(folded);
  t.folded_size = static_cast<std::uint16_t>(size);
  t.kind = kind;
  t.quoted = quoted;
  out_.tokens.push_back(t);
}

// Arabic letters and the marks on them, up to `end`: where a word is no number, only what they fold to is left to know.
void Splitter::letters(std::size_t end) {
  constexpr char32_t kFirst = 0x0621;
  constexpr char32_t kLast = 0x065F;  // digits follow
  std::array<char, 64> bytes;
  std::size_t size = 0;
  while (at_ < end) {
    const Decoded d = decode(at_);
    if (d.code < kFirst || d.code > kLast || !arabic::kGlyph[d.code].word) break;
    at_ += d.size;
    const std::uint16_t folded = arabic::kGlyph[d.code].folded;
    if (folded == 0) continue;
    if (size + 2 > bytes.size()) {
      out_.folded.append(bytes.data(), size);
      size = 0;
    }
    bytes[size++] = static_cast<char>(0xC0U | folded >> 6);
    bytes[size++] = static_cast<char>(0x80U | (folded & 0x3FU));
  }
  out_.folded.append(bytes.data(), size);
}

void Splitter::word() {
  const std::size_t begin = at_;
  const std::size_t folded = out_.folded.size();
  bool digit = false;   // the last code point was one
  bool digits = false;  // any was
  bool number = true;   // clitics, then digits
  bool alef = false;    // the last letter was one: only the article's may stand before a number
  while (at_ < end_ && at_ - begin < kMaxWordBytes) {
    if (!number) {
      const std::size_t from = at_;
      letters(std::min(end_, begin + kMaxWordBytes));
      if (at_ != from) {
        digit = false;
        continue;
      }
    }
    const Decoded d = decode(at_);
    if (arabic::is_word(d.code)) {
      digit = is_digit(d.code);
      digits = digits || digit;
      const char32_t letter = number ? arabic::fold_code(d.code) : 0;
      if (letter != 0) {
        const bool article = !alef || letter == kLam;
        number = article && (digit || (!digits && is_clitic_letter(letter)));
        alef = letter == kAlef;
      }
    } else {
      if (!digit || !joins_digits(d.code) || at_ + d.size >= end_) break;
      if (!is_digit(decode(at_ + d.size).code)) break;
      digit = false;
    }
    append_folded(d.code);
    at_ += d.size;
  }
  push(begin, folded, digits && number ? Token::Kind::number : Token::Kind::word, quotes_.inside());
  may_end_ = false;
  space_before_ = false;
}

void Splitter::mark(Decoded d) {
  const std::size_t begin = at_;
  const std::size_t folded = out_.folded.size();
  at_ += d.size;
  const bool word_after = at_ < end_ && arabic::is_word(decode(at_).code);
  append_folded(d.code);
  if (out_.folded.size() == folded) return;  // nothing to a reader: the state stays as it was
  if (d.code == '_') {                       // only parts words
    out_.folded.pop_back();
    space_before_ = false;
    return;
  }

  bool quoted = quotes_.inside();
  if (const Mark kind = mark_of(d.code); kind != Mark::none) {
    quoted = quotes_.read(kind, {space_before_, word_after});
  } else {
    while (at_ < end_) {  // a run of one mark is one token
      const Decoded next = decode(at_);
      if (next.code != d.code) break;
      at_ += next.size;
    }
  }
  may_end_ = is_terminator(d.code) || (may_end_ && is_closer(d.code));
  space_before_ = d.code == '(' || d.code == '[' || mark_of(d.code) == Mark::opening;
  push(begin, folded, Token::Kind::punctuation, quoted);
}

void Splitter::end_sentence() {
  may_end_ = false;
  if (!begun_) return;
  begun_ = false;
  const auto last = static_cast<std::uint32_t>(out_.tokens.size());
  if (last == sentence_first_) return;
  Sentence s;
  s.span = {static_cast<std::uint32_t>(sentence_begin_), static_cast<std::uint32_t>(sentence_end_)};
  s.first = sentence_first_;
  s.last = last;
  s.paragraph = paragraph_;
  out_.sentences.push_back(s);
  sentence_first_ = last;
}

void Splitter::paragraph(Span span, std::uint32_t index) {
  at_ = span.begin;
  end_ = std::min<std::size_t>(span.end, page_.size());
  paragraph_ = index;
  space_before_ = true;
  sentence_first_ = static_cast<std::uint32_t>(out_.tokens.size());
  const std::string_view body = page_.substr(std::min(at_, page_.size()), end_ > at_ ? end_ - at_ : 0);
  quotes_.begin_paragraph(static_cast<std::uint32_t>(std::count(body.begin(), body.end(), '"')));

  while (at_ < end_) {
    const Decoded d = decode(at_);
    const bool line_end = is_line_end(d.code);
    if (line_end || is_space(d.code)) {
      if (line_end || may_end_) end_sentence();
      at_ += d.size;
      space_before_ = true;
      continue;
    }
    if (full()) {
      out_.cut = true;
      break;
    }
    if (out_.tokens.size() - sentence_first_ >= kMaxSentenceTokens) end_sentence();
    if (!begun_) {
      begun_ = true;
      sentence_begin_ = at_;
    }
    if (arabic::is_word(d.code) && arabic::fold_code(d.code) != 0) {
      word();
    } else {
      mark(d);
    }
    sentence_end_ = at_;
  }
  end_sentence();
  quotes_.end_paragraph();
}

}  // namespace

Text split(std::string_view page_text, const article::Article& article) {
  constexpr std::size_t kBytesPerToken = 7;
  constexpr std::size_t kBytesPerSentence = 150;
  std::size_t bytes = 0;
  for (const Span& span : article.body) bytes += span.size();
  bytes = std::min<std::size_t>(bytes, kMaxTokens);

  Text out;
  out.folded.reserve(bytes);
  out.tokens.reserve(bytes / kBytesPerToken);
  out.sentences.reserve(bytes / kBytesPerSentence + article.body.size());
  Splitter splitter(page_text, out);
  for (std::size_t i = 0; i < article.body.size() && !out.cut; ++i)
    splitter.paragraph(article.body[i], static_cast<std::uint32_t>(i));
  splitter.end_article();
  return out;
}

std::string dump(std::string_view page_text, const Text& text) {
  std::string out;
  for (const Sentence& s : text.sentences) {
    out += '[' + std::to_string(s.span.begin) + ',' + std::to_string(s.span.end) + ')';
    bool quoted = false;
    for (std::uint32_t i = s.first; i < s.last; ++i) {
      const Token& t = text.tokens[i];
      if (quoted && !t.quoted) out += "»";
      out += ' ';
      if (!quoted && t.quoted) out += "«";
      quoted = t.quoted;
      out += t.kind == Token::Kind::punctuation ? slice(page_text, t.span) : text.word(t);
    }
    if (quoted) out += "»";
    out += '\n';
  }
  for (const Quotation& q : text.quotations)
    out += "quotation [" + std::to_string(text.tokens[q.first].span.begin) + ',' +
           std::to_string(text.tokens[q.last - 1].span.end) + ")\n";
  return out;
}

}  // namespace qanat::sentence

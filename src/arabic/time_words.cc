// The words of times and the reader that finds them behind their clitics. A word's hash is taken from its end, so that
// one pass over the word gives the hashes of all that may be left when clitics are peeled off.
#include <array>

#include "arabic/arabic.h"
#include "arabic/time_vocabulary.h"
#include "arabic/time_words.h"
#include "base/utf8.h"

namespace qanat::arabic {
namespace {

constexpr std::uint32_t kHashSeed = 2166136261U;
constexpr std::uint32_t hash_step(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
}

constexpr std::size_t kSlots = 1024;
constexpr std::size_t slot_of(std::uint32_t hash) { return (hash ^ hash >> 15) % kSlots; }

// Open addressing: 1 + the index into kWords; 0: free. A form that stands twice has two slots.
constexpr std::array<std::uint16_t, kSlots> make_slots() {
  std::array<std::uint16_t, kSlots> slots{};
  std::uint16_t index = 0;
  for (const VocabularyWord& word : kWords) {
    std::uint32_t hash = kHashSeed;
    for (std::size_t i = word.form.size(); i > 0; --i) hash = hash_step(hash, word.form[i - 1]);
    std::size_t slot = slot_of(hash);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = ++index;
  }
  return slots;
}
constexpr std::array<std::uint16_t, kSlots> kTable = make_slots();

const VocabularyWord* find(std::string_view form, std::uint32_t hash, bool article) {
  for (std::size_t slot = slot_of(hash); kTable[slot] != 0; slot = (slot + 1) % kSlots) {
    const VocabularyWord& word = kWords[kTable[slot] - 1];
    if (word.form != form) continue;
    if (article ? word.use != Use::bare : word.use != Use::with_article) return &word;
  }
  return nullptr;
}

constexpr std::size_t kMaxForm = 24;  // bytes of the longest word with its clitics that is looked up

// What was peeled off in front.
struct Peeled {
  std::size_t size = 0;
  bool article = false;
  bool conjunction = false;
};

// The ways to peel a word, nothing first. At most kWays.
constexpr std::size_t kWays = 8;
std::size_t peel(std::string_view w, std::array<Peeled, kWays>& out) {
  std::size_t n = 0;
  const auto at = [&](std::size_t begin, bool conjunction) {
    out[n++] = {begin, false, conjunction};
    const std::string_view rest = w.substr(begin);
    if (rest.starts_with("ال") || rest.starts_with("لل")) out[n++] = {begin + 2 * kLetter, true, conjunction};
    if (rest.starts_with("ب") || rest.starts_with("ل") || rest.starts_with("ك")) {
      out[n++] = {begin + kLetter, false, conjunction};
      if (rest.substr(kLetter).starts_with("ال")) out[n++] = {begin + 3 * kLetter, true, conjunction};
    }
  };
  at(0, false);
  if (w.starts_with("و") || w.starts_with("ف")) at(kLetter, true);
  return n;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "17", "ال17", "و4", "29th", "2016م": clitics, digits, and a suffix that says no more. False for what is no number.
bool read_digits(std::string_view w, Lexeme& out) {
  constexpr std::size_t kMaxDigits = 4;
  std::size_t begin = 0;
  while (begin < w.size() && !is_digit(w[begin])) ++begin;
  std::size_t end = begin;
  int value = 0;
  while (end < w.size() && is_digit(w[end]) && end - begin <= kMaxDigits) value = value * 10 + (w[end++] - '0');
  if (end == begin || end - begin > kMaxDigits) return false;

  std::array<Peeled, kWays> ways;
  const std::size_t n = begin == 0 ? 0 : peel(w, ways);
  bool clitics = begin == 0;
  for (std::size_t i = 0; i < n && !clitics; ++i) {
    clitics = ways[i].size == begin;
    out.article = ways[i].article;
    out.conjunction = ways[i].conjunction;
  }
  if (!clitics) return false;

  const std::string_view suffix = w.substr(end);
  if (suffix == "ه") {  // a year of the Hijra
    out.kind = TimeWord::hijri;
    return true;
  }
  const bool iso_time = suffix.size() > 1 && suffix[0] == 't' && is_digit(suffix[1]);
  const bool says_no_more = suffix.empty() || suffix == "م" || suffix == "st" || suffix == "nd" || suffix == "rd" ||
                            suffix == "th" || iso_time;
  if (!says_no_more) return false;
  out.kind = TimeWord::number;
  out.value = value;
  out.digits = static_cast<std::uint8_t>(end - begin);
  return true;
}

void classify(std::string_view w, bool has_digit, Lexeme& out) {
  if (has_digit) {
    read_digits(w, out);
    return;
  }
  std::array<std::uint32_t, kMaxForm + 1> hashes;  // of w.substr(i)
  std::uint32_t hash = kHashSeed;
  for (std::size_t i = w.size(); i > 0; --i) hashes[i - 1] = hash = hash_step(hash, w[i - 1]);

  std::array<Peeled, kWays> ways;
  const std::size_t n = peel(w, ways);
  for (std::size_t i = 0; i < n; ++i) {
    if (ways[i].size + kLetter > w.size()) continue;
    const VocabularyWord* word = find(w.substr(ways[i].size), hashes[ways[i].size], ways[i].article);
    if (word == nullptr) continue;
    out.kind = word->kind;
    out.value = word->value;
    out.weak = word->use == Use::weak;
    out.ordinal = word->use == Use::ordinal;
    out.article = ways[i].article;
    out.conjunction = ways[i].conjunction;
    return;
  }
}

std::uint8_t gap_of(char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case '_':
    case 0xA0:
      return kSpace;
    case '/':
    case '\\':
      return kSlash;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
      return kDash;
    case ',':
    case 0x060C:
      return kComma;
    case '(':
    case '[':
      return kOpen;
    case ')':
    case ']':
      return kClose;
    case '.':
    case 0x066B:
      return kDot;
    default:
      return fold_code(c) == 0 ? 0 : kOther;
  }
}

Decoded decode(std::string_view in, std::size_t at) {
  const auto lead = static_cast<unsigned char>(in[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < in.size()) {
    const auto next = static_cast<unsigned char>(in[at + 1]);
    if ((next & 0xC0U) == 0x80U) return {(lead & 0x1FU) << 6 | (next & 0x3FU), 2};
  }
  return decode_utf8(in, at);
}

}  // namespace

void read_time_words(std::string_view text, Span span, std::vector<Lexeme>& out) {
  const std::string_view in = text.substr(0, span.end);
  std::array<char, kMaxForm> form;
  std::uint8_t gap = 0;
  std::size_t at = span.begin;
  while (at < in.size()) {
    const std::size_t begin = at;
    std::size_t size = 0;  // of the folded form; more than kMaxForm: too long to be a word of time
    bool has_digit = false;
    char32_t mark = 0;
    while (at < in.size()) {
      const Decoded d = decode(in, at);
      const bool small = d.code < kGlyphs;
      if (small ? !kGlyph[d.code].word : !is_word(d.code)) {
        mark = d.code;
        if (at == begin) at += d.size;
        break;
      }
      mark = 0;
      at += d.size;
      const char32_t c = small ? kGlyph[d.code].folded : fold_code(d.code);
      if (c == 0) continue;
      if (c < 0x80) {
        has_digit = has_digit || is_digit(static_cast<char>(c));
        if (size < kMaxForm) form[size] = static_cast<char>(c);
        ++size;
      } else if (c < kGlyphs && size + kLetter <= kMaxForm) {
        form[size] = static_cast<char>(0xC0U | c >> 6);
        form[size + 1] = static_cast<char>(0x80U | (c & 0x3FU));
        size += kLetter;
      } else {
        size = kMaxForm + 1;
      }
    }
    if (size == 0) {
      if (mark != 0) gap |= gap_of(mark);
      continue;
    }
    Lexeme word;
    word.gap = gap;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    if (size <= kMaxForm) classify(std::string_view(form.data(), size), has_digit, word);
    out.push_back(word);
    gap = 0;
  }
}

}  // namespace qanat::arabic

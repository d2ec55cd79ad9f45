#include "sentence/quotes.h"

namespace qanat::sentence {
namespace {

constexpr std::uint32_t kSpeechWords = 4;  // fewer words in marks are a name or a term

}  // namespace

Mark mark_of(char32_t code) {
  switch (code) {
    case '"':
      return Mark::straight;
    case 0x00AB:  // «
    case 0x201C:  // “
    case 0x201E:  // „
    case 0x300A:  // 《
      return Mark::opening;
    case 0x00BB:  // »
    case 0x201D:  // ”
    case 0x300B:  // 》
      return Mark::closing;
    default:
      return Mark::none;
  }
}

void QuoteReader::begin_paragraph(std::uint32_t straight_marks) {
  depth_ = 0;
  marks_seen_ = false;
  straight_left_ = straight_marks;
  paragraph_first_ = here();
}

// A straight mark closes one that is open, else it opens. Where its spaces say the opposite ("word "word), either they
// are a slip or a mark is missing: what leaves the rest of the paragraph's marks in pairs is taken.
bool QuoteReader::straight_closes(Around around) const {
  bool open = false;
  for (std::uint32_t i = 0; i < depth_; ++i) open = open || straight_[i];
  const bool odd = straight_left_ % 2 == 1;
  if (open) return odd || !around.space_before || !around.word_after;
  return odd && !around.space_before && !around.word_after;
}

bool QuoteReader::read(Mark mark, Around around) {
  const bool was_inside = inside();
  bool closes = mark == Mark::closing;
  if (mark == Mark::straight) {
    closes = straight_closes(around);
    --straight_left_;
    if (!closes && depth_ > 0 && straight_[depth_ - 1]) close();  // the mark before it was never closed
  }
  if (closes) {
    const bool closed = close();
    if (!closed && !marks_seen_ && carried_.paragraphs > 0) {  // it closes the quotation of an earlier paragraph
      for (std::uint32_t i = carried_.last; i < here(); ++i) text_.tokens[i].quoted = true;
      emit(carried_.first, here());
      carried_ = {};
    }
  } else {
    open(mark == Mark::straight);
  }
  marks_seen_ = true;
  return was_inside && inside();
}

void QuoteReader::open(bool straight) {
  if (depth_ == 0) {
    first_ = here() + 1;
    if (carried_.paragraphs > 0) {
      // A paragraph that begins with a mark goes on with the speech that the last one left open.
      if (here() == paragraph_first_ && carried_.paragraphs == 1) {
        first_ = carried_.first;
      } else {
        emit(carried_.first, carried_.last);
      }
      carried_ = {};
    }
  }
  if (depth_ == kMaxDepth) return;
  straight_[depth_++] = straight;
}

bool QuoteReader::close() {
  if (depth_ == 0) return false;
  if (--depth_ == 0) emit(first_, here());
  return true;
}

void QuoteReader::emit(std::uint32_t first, std::uint32_t last) {
  std::uint32_t words = 0;
  for (std::uint32_t i = first; i < last && words < kSpeechWords; ++i)
    words += text_.tokens[i].kind != Token::Kind::punctuation ? 1 : 0;
  if (words >= kSpeechWords) text_.quotations.push_back({first, last});
}

void QuoteReader::end_paragraph() {
  if (depth_ > 0) {
    carried_ = {first_, here(), 1};
    depth_ = 0;
    return;
  }
  if (carried_.paragraphs == 0) return;
  if (marks_seen_ || ++carried_.paragraphs > kMaxParagraphs) {
    emit(carried_.first, carried_.last);
    carried_ = {};
  }
}

void QuoteReader::end_article() {
  if (carried_.paragraphs > 0) emit(carried_.first, carried_.last);
  carried_ = {};
}

}  // namespace qanat::sentence

// Proclitics and pronouns, peeled off by spelling alone: every reading that leaves a stem long enough is offered, and
// whoever holds a dictionary (the lexicon's matcher) decides. That loses nothing and needs no list of exceptions.
#include <algorithm>
#include <array>

#include "arabic/arabic.h"

namespace qanat::arabic {
namespace {

constexpr std::size_t kMinStem = 2 * kLetter;  // shorter stems are never what is left over
constexpr std::size_t kMaxAnalyses = 16;

constexpr std::string_view kWaw = "و";
constexpr std::string_view kFa = "ف";
constexpr std::string_view kBa = "ب";
constexpr std::string_view kKaf = "ك";
constexpr std::string_view kLam = "ل";
constexpr std::string_view kSin = "س";
constexpr std::string_view kArticle = "ال";
constexpr std::string_view kLamLam = "لل";

// Pronouns, longer first.
constexpr std::array<std::string_view, 10> kPronouns = {"هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ي"};

void with_pronouns(const Analysis& base, std::vector<Analysis>& out) {
  if (out.size() >= kMaxAnalyses) return;
  out.push_back(base);
  if (base.article) return;  // a word with the article takes no pronoun
  for (const std::string_view p : kPronouns) {
    if (out.size() >= kMaxAnalyses) return;
    if (!base.stem.ends_with(p) || base.stem.size() < p.size() + kMinStem) continue;
    Analysis a = base;
    a.stem.remove_suffix(p.size());
    a.pronoun = base.stem.substr(a.stem.size());
    out.push_back(a);
  }
}

// The readings of what follows the conjunction.
void after_conjunction(Analysis base, std::vector<Analysis>& out) {
  with_pronouns(base, out);
  const std::string_view w = base.stem;
  if (w.starts_with(kArticle) && w.size() >= kArticle.size() + kMinStem) {
    Analysis a = base;
    a.article = true;
    a.stem = w.substr(kArticle.size());
    with_pronouns(a, out);
    return;
  }
  if (w.starts_with(kLamLam) && w.size() >= kLamLam.size() + kMinStem) {
    Analysis a = base;
    a.preposition = kLetter;
    a.article = true;
    a.stem = w.substr(kLamLam.size());
    with_pronouns(a, out);
  }
  for (const std::string_view p : {kBa, kLam, kKaf, kSin}) {
    if (!w.starts_with(p) || w.size() < kLetter + kMinStem) continue;
    Analysis a = base;
    a.preposition = kLetter;
    a.stem = w.substr(kLetter);
    with_pronouns(a, out);
    if (a.stem.starts_with(kArticle) && a.stem.size() >= kArticle.size() + kMinStem) {
      a.article = true;
      a.stem.remove_prefix(kArticle.size());
      with_pronouns(a, out);
    }
  }
}

}  // namespace

std::vector<Analysis> analyse(std::string_view word) {
  std::vector<Analysis> out;
  Analysis whole;
  whole.stem = word;
  after_conjunction(whole, out);
  for (const std::string_view c : {kWaw, kFa}) {
    if (!word.starts_with(c) || word.size() < kLetter + kMinStem) continue;
    Analysis a;
    a.conjunction = kLetter;
    a.stem = word.substr(kLetter);
    after_conjunction(a, out);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Analysis& a, const Analysis& b) { return a.stem.size() > b.stem.size(); });
  return out;
}

// A key must come out the same whatever hangs on the word, and there is no dictionary to ask whether the و of وزارة is
// its own. So whatever may be a clitic goes, from all words alike, as long as a root's three letters remain: وزارة,
// الوزارة, بوزارته all give زار. What that throws together is rare and costs a search hit too many, never one missed.
std::string search_key(std::string_view word) {
  constexpr std::size_t kRoot = 3 * kLetter;
  constexpr int kMaxEndings = 2;  // a nisba's ي and a pronoun
  const std::string folded = fold(word);
  std::string_view w = folded;
  const auto drop_end = [&](std::string_view end) {
    if (!w.ends_with(end) || w.size() < end.size() + kRoot) return false;
    w.remove_suffix(end.size());
    return true;
  };
  for (int i = 0; i < kMaxEndings; ++i)
    for (const std::string_view p : kPronouns)
      if (drop_end(p)) break;
  // لقاء, لقائه, لقاؤه: the hamza's chair. وزارة, وزارته, وزارات: the feminine endings.
  if (w.ends_with("اي") || w.ends_with("او")) drop_end(w.substr(w.size() - kLetter));
  if (!drop_end("ات")) drop_end("ت");

  for (bool dropped = true; dropped;) {
    dropped = false;
    if (w.starts_with(kArticle) && w.size() >= kArticle.size() + kMinStem) {
      w.remove_prefix(kArticle.size());
      dropped = true;
    }
    if (w.starts_with(kLamLam) && w.size() >= kLamLam.size() + kRoot) {  // not للقاء, whose second lam is its own
      w.remove_prefix(kLamLam.size());
      dropped = true;
    }
    for (const std::string_view clitic : {kWaw, kFa, kBa, kLam, kKaf}) {
      if (!w.starts_with(clitic) || w.size() < kLetter + kRoot) continue;
      w.remove_prefix(kLetter);
      dropped = true;
    }
  }
  return std::string(w);
}

}  // namespace qanat::arabic

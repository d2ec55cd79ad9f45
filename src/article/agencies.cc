// Lines known by what they name or how they begin: agencies, continuations.
#include <algorithm>
#include <string>
#include <vector>

#include "article/cues.h"
#include "article/words.h"

namespace qanat::article {
namespace {

// Agencies and papers by which a lone line at a story's end is known as its credit. Folded.
constexpr std::string_view kAgencies[] = {"رويترز",
                                          "فرانس برس",
                                          "ا ف ب",
                                          "اف ب",
                                          "فرانس24",
                                          "فرانس 24",
                                          "اسوشيتد برس",
                                          "اسوشييتد برس",
                                          "الاسوشيتد برس",
                                          "اب",
                                          "ا ب",
                                          "د ب ا",
                                          "دب ا",
                                          "الالمانيه",
                                          "يونايتد برس",
                                          "وكالات",
                                          "الوكالات",
                                          "وكالات الانبا",
                                          "الاناضول",
                                          "وكاله الاناضول",
                                          "سبوتنيك",
                                          "نوفوستي",
                                          "ريا نوفوستي",
                                          "تاس",
                                          "انترفاكس",
                                          "شينخوا",
                                          "كيودو",
                                          "يونهاب",
                                          "ايتار تاس",
                                          "روسيا اليوم",
                                          "ار تي",
                                          "rt",
                                          "واس",
                                          "وام",
                                          "كونا",
                                          "بترا",
                                          "قنا",
                                          "بنا",
                                          "سانا",
                                          "وفا",
                                          "اش ا",
                                          "ا ش ا",
                                          "واج",
                                          "وات",
                                          "لانا",
                                          "سونا",
                                          "سبا",
                                          "نينا",
                                          "واع",
                                          "ارنا",
                                          "فارس",
                                          "تسنيم",
                                          "مهر",
                                          "معا",
                                          "سما",
                                          "الجزيره",
                                          "العربيه",
                                          "الحدث",
                                          "العربيه نت",
                                          "الجزيره نت",
                                          "سكاي نيوز",
                                          "سكاي نيوز عربيه",
                                          "بي بي سي",
                                          "سي ان ان",
                                          "cnn",
                                          "bbc",
                                          "afp",
                                          "reuters",
                                          "ap",
                                          "dpa",
                                          "صحف",
                                          "مواقع",
                                          "مواقع الكترونيه",
                                          "متابعات",
                                          "خاص",
                                          "الميادين",
                                          "المنار",
                                          "العربي",
                                          "العربي الجديد",
                                          "الشرق الاوسط",
                                          "الحياه",
                                          "عربي21",
                                          "الحره",
                                          "دويتشه فيله",
                                          "مونت كارلو",
                                          "sputnik",
                                          "tass"};

// Nouns of the press that begin with a waw of their own, by their first letters. Folded.
constexpr std::string_view kOwnWaw[] = {"وزير",   "وزار",  "وزرا", "وفد",  "وفود", "وكال",     "وكيل", "وفاه",
                                        "واشنطن", "وسط",   "وساي", "وثاي", "وثيق", "ولي ",     "ولاي", "وساط",
                                        "وحد",    "وقف ",  "وقع",  "وصل",  "وجه",  "وضع",      "وعد",  "وافق",
                                        "وثق",    "وارسو", "واصل", "وصف",  "وصول", "وقايع",    "واحد", "والد",
                                        "ورش",    "ورق",   "وباء", "وبا",  "وكر",  "ويكيليكس", "ويلز", "ولد"};
constexpr std::string_view kGoingOn[] = {
    "كما ",       "كذلك ",     "من جهته",     "من جهتها",     "من جانبه",    "من جانبها",    "من ناحيته",
    "في المقابل", "في السياق", "في غضون ذلك", "في سياق",      "يذكر ان",     "يشار الي",     "بدوره",
    "بدورها",     "الي ذلك",   "غير ان",      "الا ان",       "بيد ان",      "لكن ",         "لكنه ",
    "جا ذلك",     "ياتي ذلك",  "ياتي هذا",    "تجدر الاشاره", "جدير بالذكر", "ثم ",          "فيما ",
    "بينما ",     "لذلك",      "هذا و",       "علي صعيد",     "علي الصعيد",  "الجدير بالذكر"};

}  // namespace

bool is_agencies(std::string_view text, Span span) {
  constexpr std::size_t kLongest = 120;  // bytes; a credit line is short
  if (span.size() == 0 || span.size() > kLongest) return false;
  const std::string folded = arabic::fold(slice(text, span));
  std::vector<std::string_view> list;
  for (Words words(folded); words.next();) list.push_back(words.word());
  constexpr std::size_t kMostWords = 3;
  std::size_t at = 0;
  while (at < list.size()) {
    std::size_t taken = 0;
    std::string key;
    for (std::size_t n = 1; n <= kMostWords && at + n <= list.size(); ++n) {
      if (n > 1) key += ' ';
      key += list[at + n - 1];
      const std::string_view bare = std::string_view(key).starts_with("و") ? std::string_view(key).substr(2) : key;
      for (const std::string_view agency : kAgencies) {
        if (agency == key || agency == bare) taken = n;
      }
    }
    if (taken == 0) return false;
    at += taken;
  }
  return !list.empty();
}

bool is_continuation(std::string_view text, Span span) {
  constexpr std::size_t kOpeningBytes = 40;
  const std::string folded = arabic::fold(clip(slice(text, span), kOpeningBytes));
  Words words(folded);
  if (!words.next()) return false;
  const std::string_view from = std::string_view(folded).substr(words.begin());
  for (const std::string_view opening : kGoingOn) {
    if (from.starts_with(opening)) return true;
  }
  constexpr std::size_t kShortest = 6;  // bytes: waw and two letters
  if (!from.starts_with("و") || words.word().size() < kShortest) return false;
  return std::none_of(std::begin(kOwnWaw), std::end(kOwnWaw),
                      [&](std::string_view own) { return from.starts_with(own); });
}

}  // namespace qanat::article

#include "article/signs.h"

#include <algorithm>
#include <string>

#include "arabic/arabic.h"
#include "article/words.h"

namespace qanat::article {

bool calls_to_follow(const Tree& tree, LineNo i) {
  constexpr std::uint32_t kMost = 25;
  if (tree.sheet().line(i).words > kMost) return false;
  constexpr std::size_t kOpening = 60;  // bytes: the call stands at the beginning
  const std::string opening = arabic::fold(clip(tree.line_text(i), kOpening));
  const auto any = [](const std::string& words, std::initializer_list<std::string_view> list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view w) { return words.find(w) != std::string::npos; });
  };
  if (!any(opening,
           {"تابعو", "تابعن", "اشترك", "انضم", "للاشتراك", "لمتابع", "للانضمام", "حملوا", "حمل تطبيق", "شاركو"}))
    return false;
  return any(arabic::fold(tree.line_text(i)),
             {"فيسبوك",   "فيس بوك",  "تويتر",    "تلغرام",  "تليغرام", "تليجرام", "واتساب",
              "واتس اب",  "انستغرام", "انستجرام", "يوتيوب",  "جوجل",    "غوغل",    "google",
              "telegram", "whatsapp", "facebook", "twitter", "تطبيق",   "قناتنا",  "نشرت"});
}

bool is_byline(const Tree& tree, LineNo i) {
  const Line& line = tree.sheet().line(i);
  constexpr std::uint32_t kMost = 7;
  if (line.words < 2 || line.words > kMost || line.ends_stop || line.ends_colon || tree.is_heading(i)) return false;
  const std::string_view words = tree.line_text(i);
  for (const std::string_view opening : {"كتب ", "كتبت ", "كتب:", "كتبت:", "بقلم", "By ", "إعداد", "تحرير", "الكاتب"}) {
    if (words.starts_with(opening)) return true;
  }
  for (const std::string_view dash : {" - ", " – ", " — ", " ـ "}) {
    if (words.find(dash) != std::string_view::npos) return true;
  }
  return false;
}

bool is_lead(const Tree& tree, LineNo i) {
  constexpr std::uint32_t kLeadWords = 6;
  if (tree.sheet().line(i).words < kLeadWords) return false;
  return tree.is_heading(i) || hints_near(tree, i, page::kHintLead);
}

bool hints_near(const Tree& tree, LineNo i, page::Hints hints) {
  page::ElementNo e = tree.element_of(i);
  for (int step = 0; step < 2 && e != 0; ++step, e = tree.html().elements[e].parent) {
    if ((tree.html().elements[e].hints & hints) != 0) return true;
  }
  return (tree.inline_hints(i) & hints) != 0;
}

int house_rules_said(std::string_view text) {
  // Cheap first: few paragraphs speak of any of these.
  const auto speaks = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  if (!speaks("تعليق") && !speaks("الخصوصية") && !speaks("الارتباط")) return 0;
  const std::string words = arabic::fold(text);
  int said = 0;
  for (const char* word : {"تعليق", "مشاركاتك", "مشاركات القرا", "الخصوصيه", "شروط", "استخدام", "القرا", "المسيي",
                           "مراجعه", "راي الموقع", "تسجيل", "البريد الالكتروني", "كوكيز", "تعريف الارتباط"})
    said += words.find(word) != std::string::npos ? 1 : 0;
  return said;
}

}  // namespace qanat::article

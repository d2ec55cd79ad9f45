#include "report/ordinals.h"

#include <algorithm>
#include <array>

#include "report/clause.h"

namespace qanat::report {
namespace {

constexpr std::array<std::string_view, 10> kOrdinals = {"اول",  "ثاني", "ثالث", "رابع", "خامس",
                                                        "سادس", "سابع", "ثامن", "تاسع", "عاشر"};
constexpr std::array<std::string_view, 4> kNext = {"مقبل", "قادم", "لاحق", "تالي"};
constexpr std::array<std::string_view, 5> kLast = {"سابق", "ماضي", "اخير", "منصرم", "فايت"};

struct Order {
  int number = 0;  // 0: not said
  bool next = false, last = false;
};

// "الرابعة" is "رابع", "الأولى" is "اول", "ثان" is "ثاني".
std::string_view stem(std::string_view w) {
  if (w.starts_with("ال") && w.size() > 4 * arabic::kLetter) w.remove_prefix(2 * arabic::kLetter);
  if (w == "اولي") return "اول";
  if (w == "ثان") return "ثاني";
  if (w.ends_with("ه")) w.remove_suffix(arabic::kLetter);
  return w;
}

void read(std::string_view word, std::string_view behind, Order& out) {
  const std::string_view w = stem(word);
  const auto* at = std::find(kOrdinals.begin(), kOrdinals.end(), w);
  if (at != kOrdinals.end()) {
    constexpr int kTen = 10;
    out.number = static_cast<int>(at - kOrdinals.begin()) + 1;
    if (behind.starts_with("عشر")) out.number += behind == "عشره" || behind == "عشر" ? kTen : 2 * kTen;  // "والعشرون"
    return;
  }
  out.next = out.next || one_of(w, kNext);
  out.last = out.last || one_of(w, kLast);
}

Order order_of(const Scene& scene, const mention::Contact& c) {
  constexpr std::int64_t kBehind = 2;  // tokens: an adjective of another kind may stand between
  Order out;
  const auto word = [&](std::int64_t t) { return scene.word(c.sentence, t); };
  for (std::int64_t t = c.last; t < std::int64_t{c.last} + kBehind; ++t) read(word(t), word(t + 1), out);
  // "الجولة الرابعة من المحادثات", "رابع لقاء".
  std::int64_t before = std::int64_t{c.first} - 1;
  if (word(before) == "من") --before;
  if (out.number == 0) read(word(before), {}, out);
  return out;
}

}  // namespace

bool are_of_different_order(const Scene& scene, const mention::Contact& a, const mention::Contact& b) {
  const Order x = order_of(scene, a);
  const Order y = order_of(scene, b);
  if (x.number != 0 && y.number != 0) return x.number != y.number;
  return (x.next && y.last && !y.next) || (y.next && x.last && !x.next);
}

}  // namespace qanat::report

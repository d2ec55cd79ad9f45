// The words of times and the reader that finds them behind their clitics. A word's hash is taken from its end, so that
// one pass over the word gives the hashes of all that may be left when clitics are peeled off.
#include <array>

#include "arabic/arabic.h"
#include "arabic/time_words.h"
#include "base/utf8.h"

namespace qanat::arabic {
namespace {

enum class Use : std::uint8_t {
  any,
  with_article,  // a time only with the article: الأحد, الماضي
  bare,          // only without: اثنين is a number, الاثنين a day
  ordinal,       // a number that counts off: الثالث
  weak,          // more often another word: مارس, ماي, أب
};

struct Word {
  std::string_view form;  // folded, without the article
  TimeWord kind;
  std::int16_t value;
  Use use;
};

constexpr Word kWords[] = {
    {"مدي", TimeWord::lasts, 0, Use::any},
    {"مدار", TimeWord::lasts, 0, Use::any},
    {"لمده", TimeWord::lasts, 1, Use::any},
    {"تستمر", TimeWord::lasts, 1, Use::any},
    {"يستمر", TimeWord::lasts, 1, Use::any},
    {"ستستمر", TimeWord::lasts, 1, Use::any},
    {"تستغرق", TimeWord::lasts, 1, Use::any},
    {"يستغرق", TimeWord::lasts, 1, Use::any},
    {"ستستغرق", TimeWord::lasts, 1, Use::any},
    {"تدوم", TimeWord::lasts, 1, Use::any},
    {"يدوم", TimeWord::lasts, 1, Use::any},
    {"استمرت", TimeWord::lasts, -1, Use::any},
    {"استمر", TimeWord::lasts, -1, Use::any},
    {"استغرقت", TimeWord::lasts, -1, Use::any},
    {"استغرق", TimeWord::lasts, -1, Use::any},
    {"دامت", TimeWord::lasts, -1, Use::any},
    {"دام", TimeWord::lasts, -1, Use::any},
    {"نصف", TimeWord::half, 0, Use::any},
    {"علي", TimeWord::on, 0, Use::any},
    {"فقط", TimeWord::only, 0, Use::any},
    {"غره", TimeWord::number, 1, Use::ordinal},
    {"فاتح", TimeWord::number, 1, Use::ordinal},
    {"احد", TimeWord::number, 1, Use::bare},
    {"واحد", TimeWord::number, 1, Use::with_article},
    {"واحده", TimeWord::number, 1, Use::with_article},
    {"احدي", TimeWord::number, 1, Use::with_article},
    {"اثنين", TimeWord::number, 2, Use::bare},
    {"اثنان", TimeWord::number, 2, Use::bare},
    {"اثنتين", TimeWord::number, 2, Use::bare},
    {"اثنتان", TimeWord::number, 2, Use::bare},
    {"اثنا", TimeWord::number, 2, Use::bare},
    {"اثني", TimeWord::number, 2, Use::bare},
    {"اثنتا", TimeWord::number, 2, Use::bare},
    {"اثنتي", TimeWord::number, 2, Use::bare},
    {"ثلاثه", TimeWord::number, 3, Use::any},
    {"ثلاث", TimeWord::number, 3, Use::any},
    {"اربعه", TimeWord::number, 4, Use::any},
    {"اربع", TimeWord::number, 4, Use::any},
    {"خمسه", TimeWord::number, 5, Use::any},
    {"خمس", TimeWord::number, 5, Use::any},
    {"سته", TimeWord::number, 6, Use::any},
    {"ست", TimeWord::number, 6, Use::any},
    {"سبعه", TimeWord::number, 7, Use::any},
    {"سبع", TimeWord::number, 7, Use::any},
    {"ثمانيه", TimeWord::number, 8, Use::any},
    {"ثماني", TimeWord::number, 8, Use::any},
    {"ثمان", TimeWord::number, 8, Use::any},
    {"تسعه", TimeWord::number, 9, Use::any},
    {"تسع", TimeWord::number, 9, Use::any},
    {"عشره", TimeWord::number, 10, Use::any},
    {"عشر", TimeWord::number, 10, Use::any},
    {"اول", TimeWord::number, 1, Use::ordinal},
    {"اولي", TimeWord::number, 1, Use::ordinal},
    {"ثاني", TimeWord::number, 2, Use::ordinal},
    {"ثانيه", TimeWord::number, 2, Use::ordinal},
    {"ثان", TimeWord::number, 2, Use::ordinal},
    {"ثالث", TimeWord::number, 3, Use::ordinal},
    {"ثالثه", TimeWord::number, 3, Use::ordinal},
    {"رابع", TimeWord::number, 4, Use::ordinal},
    {"رابعه", TimeWord::number, 4, Use::ordinal},
    {"خامس", TimeWord::number, 5, Use::ordinal},
    {"خامسه", TimeWord::number, 5, Use::ordinal},
    {"سادس", TimeWord::number, 6, Use::ordinal},
    {"سادسه", TimeWord::number, 6, Use::ordinal},
    {"سابع", TimeWord::number, 7, Use::ordinal},
    {"سابعه", TimeWord::number, 7, Use::ordinal},
    {"ثامن", TimeWord::number, 8, Use::ordinal},
    {"ثامنه", TimeWord::number, 8, Use::ordinal},
    {"تاسع", TimeWord::number, 9, Use::ordinal},
    {"تاسعه", TimeWord::number, 9, Use::ordinal},
    {"عاشر", TimeWord::number, 10, Use::ordinal},
    {"عاشره", TimeWord::number, 10, Use::ordinal},
    {"حادي", TimeWord::number, 1, Use::ordinal},
    {"حاديه", TimeWord::number, 1, Use::ordinal},
    {"عشرين", TimeWord::number, 20, Use::any},
    {"عشرون", TimeWord::number, 20, Use::any},
    {"ثلاثين", TimeWord::number, 30, Use::any},
    {"ثلاثون", TimeWord::number, 30, Use::any},
    {"اربعين", TimeWord::number, 40, Use::any},
    {"اربعون", TimeWord::number, 40, Use::any},
    {"خمسين", TimeWord::number, 50, Use::any},
    {"خمسون", TimeWord::number, 50, Use::any},
    {"ستين", TimeWord::number, 60, Use::any},
    {"ستون", TimeWord::number, 60, Use::any},
    {"سبعين", TimeWord::number, 70, Use::any},
    {"سبعون", TimeWord::number, 70, Use::any},
    {"ثمانين", TimeWord::number, 80, Use::any},
    {"ثمانون", TimeWord::number, 80, Use::any},
    {"تسعين", TimeWord::number, 90, Use::any},
    {"تسعون", TimeWord::number, 90, Use::any},
    {"ميه", TimeWord::hundred, 100, Use::any},
    {"مايه", TimeWord::hundred, 100, Use::any},
    {"الف", TimeWord::hundred, 1000, Use::any},
    {"يناير", TimeWord::month, 1, Use::any},
    {"جانفي", TimeWord::month, 1, Use::any},
    {"january", TimeWord::month, 1, Use::any},
    {"jan", TimeWord::month, 1, Use::weak},
    {"فبراير", TimeWord::month, 2, Use::any},
    {"شباط", TimeWord::month, 2, Use::any},
    {"فيفري", TimeWord::month, 2, Use::any},
    {"february", TimeWord::month, 2, Use::any},
    {"feb", TimeWord::month, 2, Use::any},
    {"مارس", TimeWord::month, 3, Use::weak},
    {"اذار", TimeWord::month, 3, Use::any},
    {"march", TimeWord::month, 3, Use::weak},
    {"mar", TimeWord::month, 3, Use::weak},
    {"ابريل", TimeWord::month, 4, Use::any},
    {"افريل", TimeWord::month, 4, Use::any},
    {"april", TimeWord::month, 4, Use::any},
    {"apr", TimeWord::month, 4, Use::weak},
    {"مايو", TimeWord::month, 5, Use::any},
    {"ايار", TimeWord::month, 5, Use::any},
    {"may", TimeWord::month, 5, Use::weak},
    {"يونيو", TimeWord::month, 6, Use::any},
    {"june", TimeWord::month, 6, Use::any},
    {"jun", TimeWord::month, 6, Use::weak},
    {"حزيران", TimeWord::month, 6, Use::any},
    {"يوليو", TimeWord::month, 7, Use::any},
    {"تموز", TimeWord::month, 7, Use::any},
    {"جويليه", TimeWord::month, 7, Use::any},
    {"يوليوز", TimeWord::month, 7, Use::any},
    {"july", TimeWord::month, 7, Use::any},
    {"jul", TimeWord::month, 7, Use::any},
    {"اغسطس", TimeWord::month, 8, Use::any},
    {"غشت", TimeWord::month, 8, Use::any},
    {"august", TimeWord::month, 8, Use::any},
    {"aug", TimeWord::month, 8, Use::any},
    {"سبتمبر", TimeWord::month, 9, Use::any},
    {"ايلول", TimeWord::month, 9, Use::any},
    {"شتنبر", TimeWord::month, 9, Use::any},
    {"september", TimeWord::month, 9, Use::any},
    {"sep", TimeWord::month, 9, Use::weak},
    {"sept", TimeWord::month, 9, Use::any},
    {"اكتوبر", TimeWord::month, 10, Use::any},
    {"october", TimeWord::month, 10, Use::any},
    {"oct", TimeWord::month, 10, Use::weak},
    {"نوفمبر", TimeWord::month, 11, Use::any},
    {"نونبر", TimeWord::month, 11, Use::any},
    {"november", TimeWord::month, 11, Use::any},
    {"nov", TimeWord::month, 11, Use::weak},
    {"ديسمبر", TimeWord::month, 12, Use::any},
    {"دجنبر", TimeWord::month, 12, Use::any},
    {"december", TimeWord::month, 12, Use::any},
    {"dec", TimeWord::month, 12, Use::weak},
    {"نيسان", TimeWord::month, 4, Use::weak},
    {"ماي", TimeWord::month, 5, Use::weak},
    {"جوان", TimeWord::month, 6, Use::weak},
    {"اب", TimeWord::month, 8, Use::weak},
    {"اوت", TimeWord::month, 8, Use::weak},
    {"كانون", TimeWord::half_month, 12, Use::any},
    {"تشرين", TimeWord::half_month, 10, Use::any},
    {"محرم", TimeWord::hijri, 0, Use::any},
    {"صفر", TimeWord::hijri, 0, Use::any},
    {"رجب", TimeWord::hijri, 0, Use::any},
    {"شعبان", TimeWord::hijri, 0, Use::any},
    {"رمضان", TimeWord::hijri, 0, Use::any},
    {"شوال", TimeWord::hijri, 0, Use::any},
    {"احد", TimeWord::weekday, 0, Use::with_article},
    {"اثنين", TimeWord::weekday, 1, Use::with_article},
    {"ثلاثا", TimeWord::weekday, 2, Use::with_article},
    {"اربعا", TimeWord::weekday, 3, Use::with_article},
    {"خميس", TimeWord::weekday, 4, Use::with_article},
    {"جمعه", TimeWord::weekday, 5, Use::with_article},
    {"سبت", TimeWord::weekday, 6, Use::with_article},
    {"يوم", TimeWord::day, 1, Use::any},
    {"يومين", TimeWord::days, 2, Use::any},
    {"يومان", TimeWord::days, 2, Use::any},
    {"يومي", TimeWord::days, 2, Use::any},
    {"ايام", TimeWord::days, 0, Use::any},
    {"يوما", TimeWord::days, 0, Use::any},
    {"اسبوع", TimeWord::week, 1, Use::any},
    {"اسبوعين", TimeWord::weeks, 2, Use::any},
    {"اسبوعان", TimeWord::weeks, 2, Use::any},
    {"اسابيع", TimeWord::weeks, 0, Use::any},
    {"اسبوعا", TimeWord::weeks, 0, Use::any},
    {"شهر", TimeWord::month_unit, 1, Use::any},
    {"شهرين", TimeWord::months, 2, Use::any},
    {"شهران", TimeWord::months, 2, Use::any},
    {"شهري", TimeWord::months, 2, Use::any},
    {"اشهر", TimeWord::months, 0, Use::any},
    {"شهور", TimeWord::months, 0, Use::any},
    {"شهرا", TimeWord::months, 0, Use::any},
    {"عام", TimeWord::year_unit, 1, Use::any},
    {"سنه", TimeWord::year_unit, 1, Use::any},
    {"عامين", TimeWord::years, 2, Use::any},
    {"عامان", TimeWord::years, 2, Use::any},
    {"سنتين", TimeWord::years, 2, Use::any},
    {"سنتان", TimeWord::years, 2, Use::any},
    {"عامي", TimeWord::years, 2, Use::any},
    {"اعوام", TimeWord::years, 0, Use::any},
    {"سنوات", TimeWord::years, 0, Use::any},
    {"عاما", TimeWord::years, 0, Use::any},
    {"سنين", TimeWord::years, 0, Use::any},
    {"ساعات", TimeWord::hours, 0, Use::any},
    {"ساعه", TimeWord::hours, 0, Use::any},
    {"ساعتين", TimeWord::hours, 0, Use::any},
    {"دقايق", TimeWord::hours, 0, Use::any},
    {"دقيقه", TimeWord::hours, 0, Use::any},
    {"امس", TimeWord::yesterday, 1, Use::any},
    {"بارحه", TimeWord::yesterday, 1, Use::any},
    {"غدا", TimeWord::tomorrow, 1, Use::any},
    {"غد", TimeWord::tomorrow, 1, Use::any},
    {"ليله", TimeWord::tonight, 0, Use::with_article},
    {"صباح", TimeWord::day_part, 0, Use::any},
    {"مسا", TimeWord::day_part, 0, Use::any},
    {"فجر", TimeWord::day_part, 0, Use::any},
    {"ظهر", TimeWord::day_part, 0, Use::any},
    {"عصر", TimeWord::day_part, 0, Use::any},
    {"ليل", TimeWord::day_part, 0, Use::any},
    {"ليله", TimeWord::day_part, 0, Use::any},
    {"عشيه", TimeWord::day_part, 0, Use::any},
    {"بعيد", TimeWord::day_part, 0, Use::any},
    {"قبيل", TimeWord::day_part, 0, Use::any},
    {"مطلع", TimeWord::first_part, 0, Use::any},
    {"بدايه", TimeWord::first_part, 0, Use::any},
    {"اوايل", TimeWord::first_part, 0, Use::any},
    {"مستهل", TimeWord::first_part, 0, Use::any},
    {"بدايات", TimeWord::first_part, 0, Use::any},
    {"منتصف", TimeWord::middle_part, 0, Use::any},
    {"اواسط", TimeWord::middle_part, 0, Use::any},
    {"نهايه", TimeWord::last_part, 0, Use::any},
    {"اواخر", TimeWord::last_part, 0, Use::any},
    {"ختام", TimeWord::last_part, 0, Use::any},
    {"عطله", TimeWord::last_part, 0, Use::any},
    {"ماضي", TimeWord::past, 0, Use::with_article},
    {"ماضيه", TimeWord::past, 0, Use::with_article},
    {"ماضيين", TimeWord::past, 0, Use::with_article},
    {"ماضيتين", TimeWord::past, 0, Use::with_article},
    {"فايت", TimeWord::past, 0, Use::with_article},
    {"فايته", TimeWord::past, 0, Use::with_article},
    {"منصرم", TimeWord::past, 0, Use::with_article},
    {"منصرمه", TimeWord::past, 0, Use::with_article},
    {"مقبل", TimeWord::future, 0, Use::with_article},
    {"مقبله", TimeWord::future, 0, Use::with_article},
    {"مقبلين", TimeWord::future, 0, Use::with_article},
    {"قادم", TimeWord::future, 0, Use::with_article},
    {"قادمه", TimeWord::future, 0, Use::with_article},
    {"قادمين", TimeWord::future, 0, Use::with_article},
    {"مقبلتين", TimeWord::future, 0, Use::with_article},
    {"جاري", TimeWord::present, 0, Use::with_article},
    {"جاريه", TimeWord::present, 0, Use::with_article},
    {"حالي", TimeWord::present, 0, Use::with_article},
    {"حاليه", TimeWord::present, 0, Use::with_article},
    {"نفسه", TimeWord::same, 0, Use::any},
    {"ذاته", TimeWord::same, 0, Use::any},
    {"نفسها", TimeWord::same, 0, Use::any},
    {"ذاتها", TimeWord::same, 0, Use::any},
    {"هذا", TimeWord::this_, 0, Use::any},
    {"هذه", TimeWord::this_, 0, Use::any},
    {"قبل", TimeWord::before, 0, Use::any},
    {"بعد", TimeWord::after, 0, Use::any},
    {"منذ", TimeWord::since, 0, Use::any},
    {"خلال", TimeWord::within, 0, Use::any},
    {"غضون", TimeWord::within, 0, Use::any},
    {"في", TimeWord::in, 0, Use::any},
    {"بحلول", TimeWord::in, 0, Use::any},
    {"من", TimeWord::of, 0, Use::any},
    {"الي", TimeWord::to, 0, Use::any},
    {"حتي", TimeWord::to, 0, Use::any},
    {"لغايه", TimeWord::to, 0, Use::any},
    {"بين", TimeWord::between, 0, Use::any},
    {"او", TimeWord::or_, 0, Use::any},
    {"نحو", TimeWord::about, 0, Use::any},
    {"حوالي", TimeWord::about, 0, Use::any},
    {"اكثر", TimeWord::about, 0, Use::any},
    {"زها", TimeWord::about, 0, Use::any},
    {"قرابه", TimeWord::about, 0, Use::any},
    {"اقل", TimeWord::about, 0, Use::any},
    {"الذي", TimeWord::not_today, 0, Use::any},
    {"التي", TimeWord::not_today, 0, Use::any},
    {"التالي", TimeWord::not_today, 0, Use::any},
    {"السابق", TimeWord::not_today, 0, Use::any},
    {"الوطني", TimeWord::not_today, 0, Use::any},
    {"العالمي", TimeWord::not_today, 0, Use::any},
    {"الدولي", TimeWord::not_today, 0, Use::any},
    {"الاخير", TimeWord::not_today, 0, Use::any},
    {"المذكور", TimeWord::not_today, 0, Use::any},
    {"ذلك", TimeWord::not_today, 0, Use::any},
    {"كل", TimeWord::not_today, 0, Use::any},
    {"طوال", TimeWord::not_today, 0, Use::any},
    {"نفس", TimeWord::not_today, 0, Use::any},
    {"صلاه", TimeWord::no_time, 0, Use::any},
    {"خطبه", TimeWord::no_time, 0, Use::any},
    {"حرب", TimeWord::no_time, 0, Use::any},
    {"ثوره", TimeWord::no_time, 0, Use::any},
    {"انتفاضه", TimeWord::no_time, 0, Use::any},
    {"مدينه", TimeWord::no_time, 0, Use::any},
    {"صحيفه", TimeWord::no_time, 0, Use::any},
    {"عبد", TimeWord::no_time, 0, Use::any},
    {"حركه", TimeWord::no_time, 0, Use::any},
    {"جريده", TimeWord::no_time, 0, Use::any},
    {"ال", TimeWord::no_time, 0, Use::any},
};

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
  for (const Word& word : kWords) {
    std::uint32_t hash = kHashSeed;
    for (std::size_t i = word.form.size(); i > 0; --i) hash = hash_step(hash, word.form[i - 1]);
    std::size_t slot = slot_of(hash);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = ++index;
  }
  return slots;
}
constexpr std::array<std::uint16_t, kSlots> kTable = make_slots();

const Word* find(std::string_view form, std::uint32_t hash, bool article) {
  for (std::size_t slot = slot_of(hash); kTable[slot] != 0; slot = (slot + 1) % kSlots) {
    const Word& word = kWords[kTable[slot] - 1];
    if (word.form != form) continue;
    if (article ? word.use != Use::bare : word.use != Use::with_article) return &word;
  }
  return nullptr;
}

constexpr std::size_t kLetter = 2;
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
    if (rest.starts_with("ال")) {
      out[n++] = {begin + 2 * kLetter, true, conjunction};
    } else if (rest.starts_with("لل")) {
      out[n++] = {begin + 2 * kLetter, true, conjunction};
    }
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
    const Word* word = find(w.substr(ways[i].size), hashes[ways[i].size], ways[i].article);
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

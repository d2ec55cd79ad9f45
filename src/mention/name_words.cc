#include "mention/name_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_set>

#include "arabic/arabic.h"

namespace qanat::mention {
namespace {

constexpr std::string_view kArticle = "ال";
constexpr unsigned kKindBits = 3;

constexpr std::array<std::string_view, 5> kPatronymics = {"بن", "ابن", "بنت", "ولد", "ال"};
constexpr std::array<std::string_view, 17> kTies = {"بن", "ابن", "بنت", "ولد", "ال", "ابو", "ابي", "عبد", "دي",
                                                    "دو", "دا",  "فان", "فون", "بو", "لو",  "لا",  "ماك"};

std::uint64_t hash_of(std::string_view word) { return std::hash<std::string_view>{}(word); }

template <class Visit>
void for_each_word(std::string_view name, Visit visit) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", at), name.size());
    if (end > at) visit(name.substr(at, end - at), at == 0);
    at = end + 1;
  }
}

}  // namespace

bool is_name_tie(std::string_view w) { return std::find(kTies.begin(), kTies.end(), w) != kTies.end(); }
bool is_patronymic(std::string_view w) {
  return std::find(kPatronymics.begin(), kPatronymics.end(), w) != kPatronymics.end();
}

std::uint64_t NameWords::kinds_of(std::string_view word) const {
  const std::uint64_t hash = hash_of(word) & ~kKinds;
  for (std::size_t at = hash >> kKindBits;; ++at) {
    const std::uint64_t cell = cells_[at & (cells_.size() - 1)];
    if (cell == 0) return 0;
    if ((cell & ~kKinds) == hash) return cell & kKinds;
  }
}

void NameWords::note(std::string_view word, std::uint64_t kinds) {
  const std::uint64_t hash = hash_of(word) & ~kKinds;
  for (std::size_t at = hash >> kKindBits;; ++at) {
    std::uint64_t& cell = cells_[at & (cells_.size() - 1)];
    if (cell != 0 && (cell & ~kKinds) != hash) continue;
    cell = hash | (cell & kKinds) | kinds;
    return;
  }
}

void NameWords::note_bearer(std::string_view word, std::uint32_t entry) {
  if (word.size() < kShortestGiven) return;
  std::vector<std::uint32_t>& list = bearers_[hash_of(word)];
  if (list.empty() || list.back() != entry) list.push_back(entry);
}

std::span<const std::uint32_t> NameWords::bearers(std::string_view word) const {
  const auto it = bearers_.find(hash_of(word));
  return it == bearers_.end() ? std::span<const std::uint32_t>{} : it->second;
}

NameWords::NameWords(const lexicon::Lexicon& lexicon) {
  std::vector<std::pair<std::string, std::uint32_t>> names;  // folded, whose
  std::vector<std::uint64_t> words;
  std::unordered_set<std::string> titles;
  for (const lexicon::Form& form : lexicon.forms()) {
    const lexicon::Kind kind = lexicon.entries()[form.entry].kind;
    if (kind == lexicon::Kind::role || kind == lexicon::Kind::cue) titles.insert(arabic::fold(form.text));
    if (kind != lexicon::Kind::person) continue;
    names.emplace_back(arabic::fold(form.text), form.entry);
    for_each_word(names.back().first, [&](std::string_view word, bool) { words.push_back(hash_of(word)); });
  }
  std::sort(words.begin(), words.end());
  const auto distinct = static_cast<std::size_t>(std::unique(words.begin(), words.end()) - words.begin());
  cells_.assign(std::bit_ceil(2 * distinct + 2), 0);
  for (const auto& [name, entry] : names) {
    const std::size_t space = name.find(' ');
    if (space != std::string::npos) {
      note_bearer(std::string_view(name).substr(name.rfind(' ') + 1), entry);
      if (name.find(" بن ") != std::string::npos) note_bearer(std::string_view(name).substr(0, space), entry);
    }
    for_each_word(name, [&](std::string_view word, bool first) {
      const bool given = first && space != std::string::npos && !is_name_tie(word);
      if (given && can_be_given(word)) return note(word, kPart | kGiven);
      const bool with_article = given && word.starts_with(kArticle) && word.size() >= kArticle.size() + kShortestGiven;
      const bool title = with_article && (titles.contains(std::string(word)) ||
                                          titles.contains(std::string(word.substr(kArticle.size()))));
      note(word, with_article && !title ? kPart | kGivenWithArticle : kPart);
    });
  }
}

}  // namespace qanat::mention

#include "mention/name_words.h"

#include <algorithm>
#include <array>

#include "arabic/arabic.h"

namespace qanat::mention {
namespace {

constexpr std::size_t kShortestGiven = 6;  // bytes: three letters

constexpr std::array<std::string_view, 5> kPatronymics = {"بن", "ابن", "بنت", "ولد", "ال"};
constexpr std::array<std::string_view, 17> kTies = {"بن", "ابن", "بنت", "ولد", "ال", "ابو", "ابي", "عبد", "دي",
                                                    "دو", "دا",  "فان", "فون", "بو", "لو",  "لا",  "ماك"};

}  // namespace

bool is_name_tie(std::string_view w) { return std::find(kTies.begin(), kTies.end(), w) != kTies.end(); }
bool is_patronymic(std::string_view w) {
  return std::find(kPatronymics.begin(), kPatronymics.end(), w) != kPatronymics.end();
}

void NameWords::note_bearer(const std::string& word, std::uint32_t entry) {
  if (word.size() < kShortestGiven) return;
  std::vector<std::uint32_t>& list = bearers_[word];
  if (list.empty() || list.back() != entry) list.push_back(entry);
}

NameWords::NameWords(const lexicon::Lexicon& lexicon) {
  for (const lexicon::Form& form : lexicon.forms()) {
    if (lexicon.entries()[form.entry].kind != lexicon::Kind::person) continue;
    const std::string folded = arabic::fold(form.text);
    const std::size_t first_space = folded.find(' ');
    if (first_space != std::string::npos) {
      note_bearer(folded.substr(folded.rfind(' ') + 1), form.entry);
      if (folded.find(" بن ") != std::string::npos) note_bearer(folded.substr(0, first_space), form.entry);
    }
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find_first_of(" -", at), folded.size());
      const std::string word = folded.substr(at, end - at);
      if (at == 0 && end < folded.size() && word.size() >= kShortestGiven && !word.starts_with("ال") &&
          !is_name_tie(word))
        given_.insert(word);
      if (!word.empty()) parts_.insert(word);
      at = end + 1;
    }
  }
}

}  // namespace qanat::mention

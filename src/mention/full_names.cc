// Every person goes by the name that the article first wrote in full.
#include <unordered_map>

#include "arabic/arabic.h"
#include "mention/resolve.h"

namespace qanat::mention {

void complete_names(std::vector<Party>& parties) {
  std::unordered_map<std::int32_t, std::size_t> by_entry;  // of the lexicon's persons
  std::unordered_map<std::string, std::size_t> by_name;    // folded, of all others
  std::vector<std::size_t> whole(parties.size(), parties.size());
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const Party& p = parties[i];
    if (p.person.empty()) continue;
    if (p.entry >= 0) {
      const auto it = by_entry.find(p.entry);
      if (it != by_entry.end()) continue;
      if (p.person.find(' ') != std::string::npos || p.person.find('_') != std::string::npos)
        by_entry.emplace(p.entry, i);
      continue;
    }
    if (!p.learned && p.person.find(' ') != std::string::npos) by_name.emplace(arabic::fold(p.person), i);
  }
  for (Party& p : parties) {
    if (p.person.empty()) continue;
    std::size_t at = parties.size();
    if (p.entry >= 0) {
      const auto it = by_entry.find(p.entry);
      if (it != by_entry.end()) at = it->second;
    } else {
      const auto it = by_name.find(arabic::fold(p.person));
      if (it != by_name.end()) at = it->second;
    }
    if (at < parties.size() && parties[at].person != p.person) p.person = parties[at].person;
  }
}

}  // namespace qanat::mention

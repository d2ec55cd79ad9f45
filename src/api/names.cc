#include "api/names.h"

#include <array>
#include <utility>

namespace qanat::api {
namespace {

constexpr std::string_view kUnlisted = "X:";

// Organisations and movements whose codes are no names; the others ("NATO", "ASEAN") are called by theirs.
constexpr std::array<std::pair<std::string_view, const char*>, 25> kEnglish = {{
    {"AU", "African Union"},
    {"COAL-ISIS", "Coalition against ISIS"},
    {"COAL-YEM", "Coalition in Yemen"},
    {"EU", "European Union"},
    {"FATAH", "Fatah"},
    {"GCC", "Gulf Cooperation Council"},
    {"HAMAS", "Hamas"},
    {"HEZBOLLAH", "Hezbollah"},
    {"HOUTHI", "Houthis"},
    {"HTS", "Hayat Tahrir al-Sham"},
    {"ICRC", "Red Cross"},
    {"KRG", "Kurdistan Regional Government"},
    {"LAS", "Arab League"},
    {"LNA", "Libyan National Army"},
    {"OIC", "Organisation of Islamic Cooperation"},
    {"OPCW", "Organisation for the Prohibition of Chemical Weapons"},
    {"OSCE", "Organisation for Security and Co-operation in Europe"},
    {"PIJ", "Islamic Jihad"},
    {"PKK", "Kurdistan Workers' Party"},
    {"POLISARIO", "Polisario"},
    {"RSF", "Rapid Support Forces"},
    {"SDF", "Syrian Democratic Forces"},
    {"STC", "Southern Transitional Council"},
    {"TALIBAN", "Taliban"},
    {"UN", "United Nations"},
}};

// "SYR-DF" -> "SYR DF", "astana_format" -> "astana format".
std::string spaced(std::string_view id) {
  std::string out(id);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

}  // namespace

Names::Names(std::shared_ptr<const lexicon::Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

Name Names::actor(std::string_view code) const {
  Name out;
  if (code.starts_with(kUnlisted)) {
    out.ar = code.substr(kUnlisted.size());
    return out;
  }
  if (code.ends_with(lexicon::kOpposition)) {
    const Name home = actor(code.substr(0, code.size() - lexicon::kOpposition.size()));
    if (!home.ar.empty()) out.ar = "معارضة " + home.ar;
    out.en = home.en.empty() ? std::string(code) : home.en + " (opposition)";
    return out;
  }
  if (const lexicon::Entry* entry = lexicon_->actor(code)) out.ar = entry->label;
  out.en = english_.name(code);
  for (const auto& [known, name] : kEnglish)
    if (known == code) out.en = name;
  if (out.en.empty()) out.en = spaced(code);
  return out;
}

Name Names::mechanism(std::string_view id) const {
  Name out;
  if (id.empty()) return out;
  if (const lexicon::Entry* entry = lexicon_->entry(lexicon::Kind::mechanism, id)) {
    out.ar = entry->label;
    out.en = spaced(id);
  } else {
    out.ar = id;  // as the press writes it
  }
  return out;
}

const char* Names::kind(std::string_view code) const {
  const lexicon::Entry* entry = lexicon_->actor(code);
  return entry == nullptr ? "other" : lexicon::to_string(entry->kind);
}

void write_name(JsonWriter& w, std::string_view key, const Name& name) {
  w.key(key).begin_object().text_or_null("ar", name.ar).text_or_null("en", name.en).end_object();
}

void actor_members(JsonWriter& w, const Names& names, std::string_view code) {
  w.member("actor", code);
  write_name(w, "name", names.actor(code));
  w.member("kind", names.kind(code));
}

void write_actor(JsonWriter& w, const Names& names, std::string_view code) {
  w.begin_object();
  actor_members(w, names, code);
  w.end_object();
}

}  // namespace qanat::api

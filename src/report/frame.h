// One contact word and what the models make of it. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/scope.h"
#include "report/voice.h"

namespace qanat::report {

inline constexpr std::size_t kStates = static_cast<std::size_t>(State::stalled) + 1;
inline constexpr std::size_t kForms = static_cast<std::size_t>(Form::mediation) + 1;

// A party mention that may take part, with the odds that it does.
struct Candidate {
  std::uint32_t party = 0;  // index into mentions().parties
  float first = 0;          // log-odds, each candidate looked at alone
  float own = 0;            // log-odds, in the company of the others; until they are seen, what is known without them
  float score = 0;          // the same, shared with those that it is tied to by "و"
  bool chosen = false;
};

struct Frame {
  std::uint32_t contact = 0;  // index into mentions().contacts
  float head = 0;             // log-odds that a report is told of here
  std::vector<Candidate> candidates;
  bool weighed = false;             // each `own` holds what the company model makes of the candidate alone
  std::vector<std::string> draft;   // as chosen by the candidates looked at alone, sorted, unique
  std::vector<std::string> actors;  // chosen, sorted, unique
  Form form = Form::contact;
  State state = State::held;
  Scope scope;                          // what the words around the contact word make of it
  Voice voice;                          // who is said to say so
  bool outright = false;                // they leave no doubt of the state
  std::string host;                     // of a stop of a tour: who is visited
  bool between = false;                 // those who take part are named behind its "بين"
  bool members = false;                 // they are those who sit in the mechanism that it is of
  bool plain = false;                   // such words leave no doubt that they are in contact
  std::array<float, kStates> states{};  // log-probability of each
  std::array<float, kForms> forms{};
};

// Frames that are told, and which of them tell of one contact.
struct Told {
  std::vector<Frame> frames;
  std::vector<std::vector<std::uint32_t>> groups;  // indices into frames, the leader first
  float topic = 0;  // log-odds that such an article tells of any contact, by its words alone
};

// One contact as its fields are looked for: the frames that tell of it, and those of the article's other contacts.
struct Telling {
  std::vector<const Frame*> frames;  // the leader first
  std::vector<const Frame*> others;
  const Frame& leader() const { return *frames.front(); }
};

// What a contact word's lexicon entry says of the form: the part of its id before the dot.
Form form_of(const lexicon::Entry& contact);

// The mentions that could be parties of the contact: those of its sentence, and the nearest and most frequent actors
// of the sentences before where its own names them not.
std::vector<std::uint32_t> candidates_of(const Scene& scene, const mention::Contact& contact);

// Chooses who takes part by the candidates' scores (`first` for the draft); fills `draft`, or `chosen` and `actors`.
void draft_parties(const Scene& scene, Frame& frame);
void choose_parties(const Scene& scene, Frame& frame);
// These take part (sorted, unique), and the mentions that stand for them are chosen.
void take_part(const Scene& scene, Frame& frame, std::vector<std::string> actors);
// Index of the nearest frame before `at` that a frame without parties of its own would point back to; -1: none.
// `same_form`: only frames of the same form.
std::int32_t antecedent(const Scene& scene, const std::vector<Frame>& frames, std::size_t at, bool same_form);

// ---- features, one function a model --------------------------------------------------------------------------------

// The words of the article, each once: sport and business tell of meetings too.
void article_features(const sentence::Text& text, learn::Features& out);
void head_features(const Scene& scene, const mention::Contact& contact, learn::Features& out);
void party_features(const Scene& scene, const mention::Contact& contact, const mention::Party& party,
                    learn::Features& out);
// Parts of party_features: for a mention in a sentence before; of the conflicts it has a side in, `where` "here" or
// "before".
void context_features(const Scene& scene, const mention::Contact& contact, const mention::Party& party,
                      learn::Features& out);
void syntax_features(const Scene& scene, const mention::Contact& contact, std::uint32_t party, learn::Features& out);
void conflict_features(const Scene& scene, const mention::Contact& contact, const mention::Party& party,
                       std::string_view where, learn::Features& out);
// A candidate of frame `at` again, now in the company of the others: adds to what party_features gave. All `first` and
// drafts are set.
void company_features(const Scene& scene, const std::vector<Frame>& frames, std::size_t at, std::size_t candidate,
                      learn::Features& out);
// Is this group a report that stands, beside the other groups of the article?
void keep_features(const Scene& scene, const Told& told, std::size_t group, learn::Features& out);
// The head again, now with what is known of its parties. Adds to `out`.
void joint_features(const Scene& scene, const Frame& frame, learn::Features& out);
void state_features(const Scene& scene, const Frame& frame, learn::Features& out);
void form_features(const Scene& scene, const Frame& frame, learn::Features& out);
// Do both frames tell of one contact? `a` comes first in the text.
void merge_features(const Scene& scene, const Frame& a, const Frame& b, learn::Features& out);
// A time of a sentence, a place: when and where it was? Looked at beside the contact's nearest frame.
void time_features(const Scene& scene, const Telling& telling, const arabic::TimeMention& time, std::uint32_t sentence,
                   learn::Features& out);
void place_features(const Scene& scene, const Telling& telling, const mention::Place& place, learn::Features& out);
// Part of both: what the token of a sentence is to all frames of the contact and to those of others.
void telling_features(const Scene& scene, const Telling& telling, const Frame& nearest, std::uint32_t sentence,
                      std::uint32_t token, std::string_view kind, learn::Features& out);
// The frame beside a token of a sentence: one of that sentence, else of the nearest before it, else behind it.
const Frame& nearest_frame(const Scene& scene, const Telling& telling, std::uint32_t sentence, std::uint32_t token);
// Does this party say so?
void speaker_features(const Scene& scene, const Frame& frame, const mention::Party& party, learn::Features& out);
// Does the candidate carry between the others?
void mediator_features(const Scene& scene, const Frame& frame, const Candidate& candidate, learn::Features& out);
void via_features(const Scene& scene, const Telling& telling, const mention::Named& agency, learn::Features& out);

// ---- small helpers that the feature functions share ----------------------------------------------------------------

// What a contact word's id says of the form: "visit" of "visit.arrive".
inline std::string_view form_name(std::string_view id) { return id.substr(0, id.find('.')); }
inline bool among(const std::vector<std::string>& actors, const std::string& a) {
  return std::find(actors.begin(), actors.end(), a) != actors.end();
}
// "0" "1" "2" "3" "4-5" "6-8" "9-13" "14-20" "21+"
std::string_view distance_name(std::int64_t distance);
// "0" "1" "2" "3" "4+"
std::string_view few_name(std::size_t count);
// A log-odds by its size, in seven steps.
std::string_view odds_name(float odds);
std::string_view property_name(const mention::Contact& contact);
// Is the contact itself said not to be or not to have been: "لا يوجد أي حوار", "لم يعقد لقاء", "نفى وجود اتصالات", "لم
// يلتق"?
bool said_not_to_be(const Scene& scene, const mention::Contact& contact);
// Is the mention said to speak: "قال X", "X قال", "وأكد X"?
bool speaks(const Scene& scene, std::uint32_t sentence, const mention::Party& party);
// How many contact words of a sentence begin at tokens [first, last).
std::size_t contacts_between(const Scene& scene, std::uint32_t sentence, std::uint32_t first, std::uint32_t last);
// The same between a contact word and a token of its sentence, by name.
std::string_view contacts_name(const Scene& scene, const mention::Contact& contact, std::uint32_t token);
// Between two tokens of a sentence, whichever comes first: how many commas, and is anything said to be said?
std::size_t commas_between(const Scene& scene, std::uint32_t a, std::uint32_t b);
bool says_between(const Scene& scene, std::uint32_t a, std::uint32_t b);
// The actors that a sentence names, in its order, each once.
std::vector<std::string_view> actors_named(const Scene& scene, std::uint32_t sentence);
// Those named in the sentences before, in the order of the text.
std::span<const mention::Named> mechanisms_before(const Scene& scene, std::uint32_t sentence);
// The standing mechanism that the contact word goes on in: named in its sentence, near, with no comma between; nullptr:
// none.
const mention::Named* mechanism_of(const Scene& scene, const mention::Contact& contact);
// The conflict that a contact word is about: the same, near behind it.
const mention::Named* conflict_of(const Scene& scene, const mention::Contact& contact);
// The word that governs what begins at `token`: the preposition that hangs on it, or the word before it.
std::string_view governor(const Scene& scene, std::uint32_t sentence, std::uint32_t token, bool attached);

}  // namespace qanat::report

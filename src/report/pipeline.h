// The steps from contact words to reports, shared by reading and teaching. Private to the room.
#pragma once

#include <vector>

#include "report/frame.h"

namespace qanat::report {

// A frame for each contact word of which the head model makes `least` (log-odds) or more, with candidates looked at one
// by one; parties, state and form are not decided yet. `company`, where there is one: what it makes of each candidate
// alone is added up at once, and decide_parties need not look again.
std::vector<Frame> make_frames(const Scene& scene, const learn::Model& head, const learn::Model& party, float least,
                               const learn::Model* company = nullptr);

// Looks at the candidates again in the company of one another, and chooses.
void decide_parties(const Scene& scene, const learn::Model& company, std::vector<Frame>& frames);

void decide_state(const Scene& scene, const learn::Model& state, const learn::Model& form, Frame& frame);

// Gives the leader the state and form for which all frames of the group speak together.
void settle_state(std::vector<Frame>& frames, const std::vector<std::uint32_t>& group);

// The final word on whether a report is told: head and joint features together.
float tell_odds(const Scene& scene, const Frame& frame, const learn::Model& joint);

// Puts frames that tell of one contact together; each group in order of `head`, best first. `frames` by contact.
std::vector<std::vector<std::uint32_t>> group_frames(const Scene& scene, const std::vector<Frame>& frames,
                                                     const learn::Model& merge);

// Leaves out frames that are hardly told, and groups the others.
Told tell(const Scene& scene, const learn::Model& joint, const learn::Model& merge, std::vector<Frame> frames);

// Told::topic of the article.
float topic_odds(const sentence::Text& text, const learn::Model& article);

// Leaves out groups that do not stand beside the others, in such an article.
void keep_groups(const Scene& scene, const learn::Model& keep, Told& told);

// A group of frames beside those of the other groups. Points into `told`.
Telling telling_of(const Told& told, std::size_t group);

// Party, time, place, speaker, via of a contact, into a report.
Report make_report(const Scene& scene, const Telling& telling, const learn::Weights& weights);

// Sentences in which a contact's time and place are looked for: those of its frames, those around them, and the
// article's first two, which tell the day of what is told at length below. In the order of the text.
std::vector<std::uint32_t> field_sentences(const Scene& scene, const Telling& telling);

// Parties that may be the speaker of what a frame says: those of its sentence and of the sentences before.
std::vector<std::uint32_t> speaker_candidates(const Scene& scene, const Frame& frame);
// Agencies that it may come through: those named up to the sentence behind.
std::vector<std::uint32_t> via_candidates(const Scene& scene, const Telling& telling);

}  // namespace qanat::report

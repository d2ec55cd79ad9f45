// A small ledger, written by hand, so that the commands are tested apart from what is read out of a text.
#pragma once

#include <gtest/gtest.h>

#include "store/store.h"

namespace qanat::cli {

struct Told {
  report::State state;
  report::Form form;
  std::vector<report::Party> parties;
  std::string sentence;  // of the page's text
  report::Party speaker;
  std::string mechanism;
};

inline report::Report report_of(const std::string& text, const Told& told) {
  report::Report out;
  const std::size_t at = text.find(told.sentence);
  EXPECT_NE(at, std::string::npos) << told.sentence;
  report::Evidence evidence;
  evidence.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + told.sentence.size())};
  evidence.trigger = {evidence.span.begin, evidence.span.begin + 2};
  evidence.quote = told.sentence;
  out.evidence.push_back(evidence);
  out.form = told.form;
  out.state = told.state;
  out.parties = told.parties;
  out.channel = told.mechanism;
  out.mechanism = told.mechanism;
  if (!told.speaker.actor.empty()) out.speaker = told.speaker;
  return out;
}

// One page of one article.
inline store::ReadPage page_of(const std::string& id, const std::string& title, const std::string& text,
                               const std::string& publisher, const std::string& day, const std::vector<Told>& told) {
  store::ReadPage page;
  page.id = id;
  page.text = text;
  page.charset = "utf-8";
  page.lexicon = "hand";
  store::ReadArticle read;
  read.article.id = id;
  read.article.title_text = title;
  read.article.body = {{0, static_cast<std::uint32_t>(text.size())}};
  read.article.published = {Date::from_iso(day), article::DateMethod::dateline};
  read.article.publisher = publisher;
  read.article.language = "ar";
  read.sketch = origin::sketch(text, read.article.body);
  for (const Told& one : told) read.reports.push_back(report_of(text, one));
  page.articles.push_back(std::move(read));
  return page;
}

inline constexpr const char* kSaysOngoing = "قال لافروف إن الاتصالات مع واشنطن بشأن سوريا مستمرة عبر القنوات العسكرية.";
inline constexpr const char* kSaysAbsent = "أكد بلينكن أنه لا اتصالات مع الجانب الروسي بشأن سوريا في الوقت الراهن.";
inline constexpr const char* kMet = "التقى سامح شكري نظيره التركي في القاهرة.";
// Repaints a terminal, renames its window, turns a sentence around.
inline constexpr const char* kHostile = "زار الوفد\x1b[2J\x1b]0;owned\x07 عمّان \u202Eونفى\u009B31m ذلك.";

inline std::vector<store::ReadPage> hand_made_pages() {
  using report::Form;
  using report::Part;
  using report::State;
  const report::Party russia{"RUS", "foreign_minister", "سيرغي لافروف", Part::party};
  const report::Party america{"USA", "foreign_minister", "أنتوني بلينكن", Part::party};
  const report::Party egypt{"EGY", "foreign_minister", "سامح شكري", Part::party};
  const report::Party turkey{"TUR", "foreign_minister", "", Part::party};
  const report::Party jordan{"JOR", "", "", Part::party};
  const report::Party qatar{"QAT", "delegation", "", Part::party};
  return {
      page_of("p1", "موسكو: الاتصالات مع واشنطن مستمرة", kSaysOngoing, "صحيفة المرفأ", "2024-01-29",
              {{State::ongoing, Form::contact, {russia, america}, kSaysOngoing, russia, ""}}),
      page_of("p2", "واشنطن: لا اتصالات مع موسكو", kSaysAbsent, "صحيفة الضفة", "2024-01-30",
              {{State::absent, Form::contact, {russia, america}, kSaysAbsent, america, ""}}),
      page_of("p3", "لقاء مصري تركي في القاهرة", kMet, "صحيفة المرفأ", "2024-03-05",
              {{State::held, Form::meeting, {egypt, turkey}, kMet, {}, ""}}),
      page_of("p4", "عنوان\x1b[31m \u202Eملوّن", kHostile, "جريدة\x1b[5m", "2024-04-01",
              {{State::held, Form::visit, {qatar, jordan}, kHostile, {}, ""}}),
  };
}

}  // namespace qanat::cli

// The fold: tables of entries and what becomes of them.
#include "ledger/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace qanat::ledger {
namespace {

using report::Form;
using report::Part;
using report::Party;
using report::State;

std::optional<Date> day(std::string_view iso) { return iso.empty() ? std::nullopt : Date::from_iso(iso); }

// An entry on the channel RUS-USA, told by one article of its own.
struct Told {
  std::string id = {};
  std::string published = "2017-02-08";
  Form form = Form::meeting;
  State state = State::held;
  std::string time = {};
  std::string speaker = {};  // actor
  std::string article = {};
  std::string origin = {};

  operator Entry() const {  // NOLINT(google-explicit-constructor): a table of these is a table of entries
    Entry e;
    e.id = id;
    e.article = article.empty() ? "article of " + id : article;
    e.origin = origin.empty() ? "text of " + e.article : origin;
    e.published = day(published);
    e.report.form = form;
    e.report.state = state;
    e.report.parties = {{"RUS", "", "", Part::party}, {"USA", "", "", Part::party}};
    if (!time.empty()) e.report.time = When::from_iso(time);
    if (!speaker.empty()) e.report.speaker = Party{speaker, "spokesperson", "", Part::party};
    return e;
  }
};

// The ids of the entries of each contact, in the channel's order.
std::vector<std::vector<std::string>> gathered(const std::vector<Entry>& entries) {
  std::vector<std::vector<std::string>> out;
  const Channel channel = fold_channel(entries);
  out.reserve(channel.contacts.size());
  for (const Contact& c : channel.contacts) out.push_back(c.entries);
  return out;
}
using Ids = std::vector<std::vector<std::string>>;

// "left/right" of each conflict.
std::vector<std::string> disputes(const std::vector<Entry>& entries) {
  std::vector<std::string> out;
  const Channel channel = fold_channel(entries);
  out.reserve(channel.conflicts.size());
  for (const Conflict& c : channel.conflicts) out.push_back(c.left + "/" + c.right);
  return out;
}
using Pairs = std::vector<std::string>;

report::Report of(std::vector<Party> parties, std::string mechanism = "") {
  report::Report r;
  r.parties = std::move(parties);
  r.mechanism = std::move(mechanism);
  return r;
}

// ---- keys ------------------------------------------------------------------------------------------------------

TEST(Key, NamesPartiesAndRank) {
  struct Case {
    report::Report report;
    const char* text;
  };
  const Case cases[] = {
      {of({{"USA", "", ""}, {"RUS", "", ""}}), "RUS-USA"},
      {of({{"USA", "foreign_minister", ""}, {"RUS", "foreign_minister", ""}}), "RUS-USA, foreign_minister"},
      {of({{"USA", "leader", ""}, {"RUS", "foreign_minister", ""}}), "RUS-USA, mixed"},
      {of({{"TUR", "", ""}, {"RUS", "foreign_minister", ""}}), "RUS-TUR, foreign_minister"},
      {of({{"RUS", "leader", ""}, {"RUS", "defence_minister", ""}, {"SYR", "leader", ""}}), "RUS-SYR, mixed"},
      {of({{"IRN", "", ""}, {"USA", "", ""}, {"OMN", "foreign_minister", "", Part::mediator}}), "IRN-USA"},
      {of({{"OMN", "", "", Part::mediator}}), "OMN"},
      {of({{"RUS", "envoy", ""}, {"IRN", "envoy", ""}, {"TUR", "envoy", ""}}, "astana"), "IRN-RUS-TUR, astana"},
      {of({}), ""},
  };
  for (const Case& c : cases) EXPECT_EQ(key_of(c.report).text(), c.text);
}

TEST(Key, IdsDifferWhereTextsCoincide) {
  const ChannelKey rank = key_of(of({{"RUS", "intelligence", ""}, {"TUR", "intelligence", ""}}));
  const ChannelKey named = key_of(of({{"RUS", "", ""}, {"TUR", "", ""}}, "intelligence"));
  EXPECT_EQ(rank.text(), named.text());
  EXPECT_NE(rank.id(), named.id());
  EXPECT_EQ(rank.id().size(), 12U);
  EXPECT_NE(key_of(of({{"X:a-b", "", ""}})).id(), key_of(of({{"X:a", "", ""}, {"b", "", ""}})).id());
}

// ---- contacts --------------------------------------------------------------------------------------------------

TEST(Contacts, GatherWhatIsToldOfOneOccurrence) {
  struct Case {
    const char* what;
    std::vector<Entry> entries;
    Ids expected;
  };
  const Case cases[] = {
      {"stated on one day", {Told{"a", "2017-02-08", {}, {}, "2017-02-07"}}, {{"a"}}},
      {"the same stated day",
       {Told{"a", "2017-02-08", Form::meeting, State::held, "2017-02-07"},
        Told{"b", "2017-03-30", Form::meeting, State::held, "2017-02-07"}},
       {{"a", "b"}}},
      {"stated days that are two apart",
       {Told{"a", "2017-02-08", Form::meeting, State::held, "2017-02-05"},
        Told{"b", "2017-02-08", Form::meeting, State::held, "2017-02-07"}},
       {{"a"}, {"b"}}},
      {"a publication two days after the stated day",
       {Told{"a", "2017-02-08", Form::meeting, State::held, "2017-02-07"}, Told{"b", "2017-02-09"}},
       {{"a", "b"}}},
      {"publications a week apart", {Told{"a", "2017-02-01"}, Told{"b", "2017-02-08"}}, {{"a"}, {"b"}}},
      {"daily news does not chain for ever",
       {Told{"a", "2017-02-01"}, Told{"b", "2017-02-03"}, Told{"c", "2017-02-05"}, Told{"d", "2017-02-07"}},
       {{"a", "b"}, {"c", "d"}}},
      {"one encounter, three words",
       {Told{"a", "2017-02-08", Form::meeting}, Told{"b", "2017-02-08", Form::talks},
        Told{"c", "2017-02-08", Form::visit}},
       {{"a", "b", "c"}}},
      {"a call is no meeting",
       {Told{"a", "2017-02-08", Form::meeting}, Told{"b", "2017-02-08", Form::call}},
       {{"b"}, {"a"}}},
      {"announced, then held",
       {Told{"a", "2017-02-01", Form::meeting, State::scheduled}, Told{"b", "2017-02-06"}},
       {{"a", "b"}}},
      {"held yesterday, the next one announced today",
       {Told{"a", "2017-02-01", Form::meeting, State::held, "2017-01-31"},
        Told{"b", "2017-02-01", Form::meeting, State::scheduled}},
       {{"a"}, {"b"}}},
      {"what cannot both hold stays apart",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing}, Told{"b", "2017-02-08", Form::talks, State::absent}},
       {{"a"}, {"b"}}},
      {"the one meeting of a month",
       {Told{"a", "2017-03-20", Form::meeting, State::held, "2017-02"},
        Told{"b", "2017-02-08", Form::meeting, State::held, "2017-02-07"}},
       {{"a", "b"}}},
      {"one of several meetings of a month",
       {Told{"a", "2017-03-20", Form::meeting, State::held, "2017-02"},
        Told{"b", "2017-02-08", Form::meeting, State::held, "2017-02-07"},
        Told{"c", "2017-02-25", Form::meeting, State::held, "2017-02-24"}},
       {{"a"}, {"b"}, {"c"}}},
      {"two reports of one article are two contacts",
       {Told{"a", "2017-02-08", Form::meeting, State::held, "", "", "one"},
        Told{"b", "2017-02-08", Form::meeting, State::held, "", "", "one"}},
       {{"b"}, {"a"}}},
      {"a copy that is published a month later",
       {Told{"a", "2017-02-08", Form::meeting, State::held, "", "", "one", "text"},
        Told{"b", "2017-03-08", Form::meeting, State::held, "", "", "two", "text"}},
       {{"a", "b"}}},
      {"undated ones cannot be told apart or together", {Told{"a", ""}, Told{"b", ""}}, {{"a"}, {"b"}}},
  };
  for (const Case& c : cases) {
    Ids found = gathered(c.entries);
    Ids expected = c.expected;
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected) << c.what;
  }
}

TEST(Contacts, SayTogetherWhatTheirEntriesSay) {
  Entry a = Told{"a", "2017-02-01", Form::talks, State::scheduled, "2017-02"};
  a.report.parties = {{"RUS", "foreign_minister", "لافروف"}, {"USA", "", "تيلرسون"}};
  Entry b = Told{"b", "2017-02-17", Form::meeting, State::held, "2017-02-16"};
  b.report.parties = {{"RUS", "foreign_minister", "سيرغي لافروف"}, {"USA", "foreign_minister", ""}};
  b.report.place = "بون";
  Entry c = b;
  c.id = "c";
  c.article = "a reprint";
  c.report.condition = "موافقة الطرفين";
  EXPECT_EQ(dump(fold_channel({a, b, c})),
            "RUS-USA, foreign_minister: 3 entries, 2 origins, 2017-02-01..2017-02-17\n"
            "  2017-02-01 scheduled <a>\n"
            "  2017-02-16 held <b>\n"
            "  contact 2017-02-16 meeting held RUS/foreign_minister «سيرغي لافروف» USA/foreign_minister «تيلرسون» in "
            "«بون» if «موافقة الطرفين» <a b c> origins 2\n");
}

// ---- timeline --------------------------------------------------------------------------------------------------

TEST(Timeline, GoesFromStateToState) {
  const Channel channel = fold_channel({
      Told{"a", "2017-02-01", Form::talks, State::ongoing},
      Told{"b", "2017-02-10", Form::talks, State::ongoing},
      Told{"c", "2017-03-01", Form::talks, State::suspended},
      Told{"d", "2017-03-01", Form::talks, State::proposed},
      Told{"e", "", Form::contact, State::absent},
      Told{"f", "2018-01-01", Form::meeting, State::held, "2017-05-05"},
  });
  const std::vector<Phase> expected = {{std::nullopt, State::absent, "e"},
                                       {day("2017-02-01"), State::ongoing, "a"},
                                       {day("2017-03-01"), State::suspended, "c"},
                                       {day("2017-05-05"), State::held, "f"}};
  EXPECT_EQ(channel.timeline, expected);
  EXPECT_EQ(channel.as_of(std::nullopt)->entry, "f");
  EXPECT_EQ(channel.as_of(day("2017-05-04"))->entry, "c");
  EXPECT_EQ(channel.as_of(day("2017-02-01"))->entry, "a");
  EXPECT_EQ(channel.as_of(day("1999-01-01"))->entry, "e");
}

TEST(Timeline, MoreOriginsOutweighOne) {
  const Channel channel = fold_channel({
      Told{"a", "2017-02-01", Form::talks, State::ongoing},
      Told{"b", "2017-02-01", Form::talks, State::stalled},
      Told{"c", "2017-02-01", Form::talks, State::stalled},
      Told{"d", "2017-02-01", Form::talks, State::ongoing, "", "", "a copy", "text of article of a"},
  });
  ASSERT_EQ(channel.timeline.size(), 1U);
  EXPECT_EQ(channel.timeline[0].state, State::stalled);
}

TEST(Timeline, IsNotHeardOfBeforeItsFirstDay) {
  const Channel channel = fold_channel({Told{"a", "2017-02-01"}});
  EXPECT_FALSE(channel.as_of(day("2017-01-31")).has_value());
}

// ---- conflicts -------------------------------------------------------------------------------------------------

TEST(Conflicts, JoinWhatCannotBothHold) {
  struct Case {
    const char* what;
    std::vector<Entry> entries;
    Pairs expected;
  };
  const Case cases[] = {
      {"one side denies, the other asserts",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "RUS"},
        Told{"b", "2017-02-09", Form::talks, State::absent, "", "USA"}},
       {"a/b"}},
      {"both in one article",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "RUS", "one"},
        Told{"b", "2017-02-08", Form::talks, State::absent, "", "USA", "one"}},
       {"a/b"}},
      {"one article's own words",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "", "one"},
        Told{"b", "2017-02-08", Form::talks, State::absent, "", "", "one"}},
       {}},
      {"one speaker changes his mind",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "RUS"},
        Told{"b", "2017-02-09", Form::talks, State::absent, "", "RUS"}},
       {}},
      {"weeks lie between",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing}, Told{"b", "2017-03-09", Form::talks, State::absent}},
       {}},
      {"a denied meeting, a call held",
       {Told{"a", "2017-02-08", Form::meeting, State::absent}, Told{"b", "2017-02-08", Form::call}},
       {}},
      {"all contacts denied, a call held",
       {Told{"a", "2017-02-08", Form::contact, State::absent}, Told{"b", "2017-02-08", Form::call}},
       {"a/b"}},
      {"talks denied, contacts going on",
       {Told{"a", "2017-02-08", Form::talks, State::absent}, Told{"b", "2017-02-08", Form::contact, State::ongoing}},
       {}},
      {"held the day after it was said not to have been",
       {Told{"a", "2017-02-08", Form::meeting, State::absent},
        Told{"b", "2017-02-09", Form::meeting, State::held, "2017-02-09"}},
       {}},
      {"said not to have been the day after it was held",
       {Told{"a", "2017-02-08", Form::meeting, State::held, "2017-02-08"},
        Told{"b", "2017-02-09", Form::meeting, State::absent}},
       {"a/b"}},
      {"refused and scheduled on one day",
       {Told{"a", "2017-02-08", Form::meeting, State::refused},
        Told{"b", "2017-02-08", Form::meeting, State::scheduled}},
       {"a/b"}},
      {"scheduled days after the refusal",
       {Told{"a", "2017-02-08", Form::meeting, State::refused},
        Told{"b", "2017-02-11", Form::meeting, State::scheduled}},
       {}},
      {"proposed by one, refused by another",
       {Told{"a", "2017-02-08", Form::meeting, State::proposed},
        Told{"b", "2017-02-08", Form::meeting, State::refused}},
       {}},
      {"called off and held, of the same day",
       {Told{"a", "2017-02-08", Form::meeting, State::suspended, "2017-02-09"},
        Told{"b", "2017-02-20", Form::meeting, State::held, "2017-02-09"}},
       {"a/b"}},
      {"broken off after a round was held",
       {Told{"a", "2017-02-08", Form::meeting}, Told{"b", "2017-02-08", Form::talks, State::suspended}},
       {}},
      {"each states a day of its own",
       {Told{"a", "2017-02-08", Form::meeting, State::refused, "2017-03-01"},
        Told{"b", "2017-02-08", Form::meeting, State::scheduled, "2017-05-01"}},
       {}},
      {"background of another year",
       {Told{"a", "2017-02-08", Form::meeting, State::absent},
        Told{"b", "2017-02-08", Form::meeting, State::held, "2015"}},
       {}},
      {"a copy says what its original says",
       {Told{"a", "2017-02-08", Form::meeting, State::absent, "", "", "one", "text"},
        Told{"b", "2017-02-08", Form::meeting, State::held, "", "", "two", "text"}},
       {}},
      {"one dispute, from day to day",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "RUS"},
        Told{"b", "2017-02-09", Form::talks, State::absent, "", "USA"},
        Told{"c", "2017-02-10", Form::talks, State::ongoing, "", "RUS"},
        Told{"d", "2017-02-12", Form::talks, State::absent, "", "USA"}},
       {"a/b"}},
      {"two sides deny",
       {Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "RUS"},
        Told{"b", "2017-02-09", Form::talks, State::absent, "", "USA"},
        Told{"c", "2017-02-09", Form::talks, State::absent, "", "GBR"}},
       {"a/b", "a/c"}},
  };
  for (const Case& c : cases) EXPECT_EQ(disputes(c.entries), c.expected) << c.what;
}

TEST(Conflicts, RanksAreChannelsOfTheirOwn) {
  Entry services = Told{"a", "2024-01-26", Form::contact, State::ongoing, "", "RUS"};
  services.report.parties = {{"RUS", "intelligence", ""}, {"TUR", "intelligence", ""}};
  Entry ministers = Told{"b", "2024-01-26", Form::meeting, State::premature, "", "TUR"};
  ministers.report.parties = {{"RUS", "defence_minister", ""}, {"TUR", "defence_minister", ""}};
  const std::vector<Channel> channels = fold({services, ministers});
  ASSERT_EQ(channels.size(), 2U);
  EXPECT_EQ(channels[0].key.text(), "RUS-TUR, defence_minister");
  EXPECT_EQ(channels[1].key.text(), "RUS-TUR, intelligence");
  EXPECT_TRUE(channels[0].conflicts.empty());
  EXPECT_TRUE(channels[1].conflicts.empty());
}

// ---- changes ---------------------------------------------------------------------------------------------------

std::vector<std::string> altered(const Channel* before, const Channel* after) {
  std::vector<std::string> out;
  for (const Change& c : changes(before, after))
    out.push_back(std::string(to_string(c.kind)) + " " + c.before + ">" + c.after);
  return out;
}

TEST(Changes, SayWhatAnArticleAltered) {
  const Entry a = Told{"a", "2017-02-08", Form::talks, State::ongoing, "", "RUS"};
  const Entry b = Told{"b", "2017-02-09", Form::talks, State::absent, "", "USA"};
  const Channel one = fold_channel({a});
  const Channel two = fold_channel({a, b});
  using Lines = std::vector<std::string>;
  EXPECT_EQ(altered(nullptr, &one), (Lines{"channel_opened >ongoing", "contact_added >ongoing"}));
  EXPECT_EQ(altered(&one, &one), Lines{});
  EXPECT_EQ(altered(&one, &two),
            (Lines{"state_changed ongoing>absent", "contact_added >absent", "conflict_found ongoing>absent"}));
  EXPECT_EQ(altered(&two, &one), (Lines{"state_changed absent>ongoing", "conflict_settled ongoing>absent"}));
  EXPECT_EQ(altered(&one, nullptr), Lines{"state_changed ongoing>"});
  EXPECT_EQ(altered(nullptr, nullptr), Lines{});
}

TEST(Changes, AnEarlierReportRenamesNothing) {
  const Entry later = Told{"b", "2017-02-09"};
  const Entry earlier_one = Told{"a", "2017-02-08"};
  const Channel before = fold_channel({later});
  const Channel after = fold_channel({earlier_one, later});
  ASSERT_EQ(after.contacts.size(), 1U);
  EXPECT_EQ(altered(&before, &after), std::vector<std::string>{});
}

}  // namespace
}  // namespace qanat::ledger

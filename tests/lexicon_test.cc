#include "lexicon/lexicon.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "arabic/arabic.h"
#include "lexicon_paradigms.h"

namespace qanat::lexicon {
namespace {

using Strings = std::vector<std::string>;

std::shared_ptr<const Lexicon> read(std::string_view text) {
  auto lexicon = Lexicon::parse(text);
  EXPECT_TRUE(lexicon.ok()) << (lexicon.ok() ? "" : lexicon.error().message);
  return lexicon.ok() ? lexicon.value() : Lexicon::parse("").value();
}

// What find() says, without the places; they have a test of their own.
Strings hits(const Lexicon& lexicon, std::string_view text) {
  const std::string found = find(lexicon, text);
  Strings out;
  for (std::size_t at = 0; at < found.size();) {
    const std::size_t end = found.find('\n', at);
    const std::string line = found.substr(at, end - at);
    out.push_back(line.substr(0, line.find("  ")));
    at = end + 1;
  }
  return out;
}

// ---- inflection ------------------------------------------------------------------------------------------------

void expect_paradigms(const std::vector<Paradigm>& paradigms) {
  for (const Paradigm& p : paradigms) {
    const auto lexicon = read(std::string(p.head) + "\n  " + p.property + "\n    " + p.form + '\n');
    for (const Spelling& s : p.covers) {
      const std::string_view text = s.text;
      const auto words = 1 + std::count(text.begin(), text.end(), ' ');
      const std::string want = "[0," + std::to_string(words) + ") " + p.head + ' ' + p.property + s.marks;
      EXPECT_EQ(hits(*lexicon, text), Strings{want}) << text << ", of " << p.form;
    }
    for (const std::string& s : p.leaves) EXPECT_EQ(hits(*lexicon, s), Strings{}) << s << ", of " << p.form;
  }
}

TEST(Inflects, Nouns) { expect_paradigms(nouns()); }
TEST(Inflects, Verbs) { expect_paradigms(verbs()); }
TEST(Inflects, Adjectives) { expect_paradigms(adjectives()); }
TEST(Inflects, FixedForms) { expect_paradigms(fixed()); }

// ---- matching --------------------------------------------------------------------------------------------------

TEST(Match, GivesEveryReadingLongestFirst) {
  const auto lexicon = read(
      "state JOR\n  capital\n    عمان\n"
      "state OMN\n  name\n    سلطنة\n    سلطنة عمان\n    عمان\n");
  EXPECT_EQ(hits(*lexicon, "وصل إلى سلطنة عمان"), (Strings{"[2,4) state OMN name", "[2,3) state OMN name",
                                                           "[3,4) state JOR capital", "[3,4) state OMN name"}));
}

TEST(Match, CountsTheBytesOfProclitics) {
  const auto lexicon = read("contact visit.visit\n  noun\n    زيارة\nstate JOR\n  name\n    الأردن\n");
  const struct {
    const char* word;
    unsigned bytes;
  } cases[] = {{"زيارة", 0},   {"وزيارة", 2}, {"والزيارة", 6}, {"وبالزيارة", 8},
               {"للزيارة", 4}, {"الأردن", 0}, {"وللأردن", 4}};
  for (const auto& c : cases) {
    const std::string folded = arabic::fold(c.word);
    const std::vector<std::string_view> words = {folded};
    std::vector<Hit> found;
    lexicon->match(words, found);
    ASSERT_EQ(found.size(), 1U) << c.word;
    EXPECT_EQ(found[0].proclitics, c.bytes) << c.word;
  }
}

TEST(Match, AppendsAndTakesAnyWords) {
  const auto lexicon = read("state JOR\n  name\n    الأردن\n    الأردن كله\n");
  std::vector<Hit> found(1);
  lexicon->match({}, found);
  EXPECT_EQ(found.size(), 1U);
  const std::string longest(100000, 'x');
  const std::string waw = "وال" + longest;
  const std::vector<std::string_view> words = {"", longest, "ال", "و", "\xD8", "\xFF\xFE", "الاردن", waw, "الاردن", ""};
  lexicon->match(words, found);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].first, 6U);
  EXPECT_EQ(found[2].first, 8U);
}

TEST(Match, OneVerbsPerfectHidesItsFirstPerson) {
  for (const char* text : {"contact meeting.meet\n  imperfect\n    يلتقي\n  perfect\n    التقى\n",
                           "contact meeting.meet\n  perfect\n    التقى\n  imperfect\n    يلتقي\n"}) {
    EXPECT_EQ(hits(*read(text), "التقى"), Strings{"[0,1) contact meeting.meet perfect"}) << text;
    EXPECT_EQ(hits(*read(text), "سألتقي"), Strings{"[0,1) contact meeting.meet imperfect +future +first_person"})
        << text;
  }
}

TEST(Match, PunctuationIsAWord) {
  const auto lexicon = read("group p5\n  members USA\n  name\n    مجموعة 5+1\n");
  EXPECT_EQ(hits(*lexicon, "مجموعة ٥+١"), Strings{"[0,2) group p5 name"});
  EXPECT_EQ(hits(*lexicon, "مجموعة 5 1"), Strings{});
}

TEST(Find, NamesTheLineOfTheForm) {
  const auto lexicon = read("#file states.txt\nstate EGY\n  nisba\n    مصري\n");
  EXPECT_EQ(find(*lexicon, "الوفد المصري"), "[1,2) state EGY nisba +article  states.txt:3  مصري\n");
}

// ---- entries ---------------------------------------------------------------------------------------------------

TEST(Entries, AreReadWithAllTheirLines) {
  const auto lexicon = read(
      "#file people.txt\n"
      "# One who came back.\n"
      "\n"
      "mechanism astana\n"
      "  members RUS TUR IRN\n"
      "  rank envoy\n"
      "  name\n"
      "    صيغة أستانا\n"
      "organisation X:forum\n"
      "  label\n"
      "    منتدى ما\n"
      "  state QAT\n"
      "  beside TUR only\n"
      "  members RUS\n"
      "  name\n"
      "    المنتدى\n"
      "person someone\n"
      "  office EGY envoy 2010..2012-02\n"
      "    فلان بن فلان\n"
      "    فلان\n"
      "  office EGY foreign_minister 2014-06-17..\n");
  const Entry* mechanism = lexicon->entry(Kind::mechanism, "astana");
  ASSERT_NE(mechanism, nullptr);
  EXPECT_EQ(mechanism->members, (Strings{"RUS", "TUR", "IRN"}));
  EXPECT_EQ(mechanism->role, "envoy");
  EXPECT_EQ(mechanism->label, "صيغة أستانا");
  EXPECT_EQ(mechanism->file, "people.txt");
  EXPECT_TRUE(mechanism->beside.empty());
  EXPECT_EQ(mechanism->line, 3);

  const Entry* forum = lexicon->actor("X:forum");
  ASSERT_NE(forum, nullptr);
  EXPECT_EQ(forum->label, "منتدى ما");
  EXPECT_EQ(forum->state, "QAT");
  EXPECT_EQ(forum->beside, "TUR");
  EXPECT_TRUE(forum->only_beside);
  EXPECT_EQ(forum->members, Strings{"RUS"});

  const Entry* person = lexicon->entry(Kind::person, "someone");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->label, "فلان بن فلان");
  ASSERT_EQ(person->offices.size(), 2U);
  EXPECT_EQ(person->offices[0].role, "foreign_minister");
  EXPECT_EQ(person->offices[0].from, Date::from_ymd(2014, 6, 17));
  EXPECT_EQ(person->offices[0].to, std::nullopt);
  EXPECT_EQ(person->offices[1].from, Date::from_ymd(2010, 1, 1));
  EXPECT_EQ(person->offices[1].to, Date::from_ymd(2012, 2, 29));
  EXPECT_EQ(lexicon->entry(Kind::person, "astana"), nullptr);
  EXPECT_EQ(lexicon->actor("someone"), nullptr);
}

// ---- lines that cannot be read ---------------------------------------------------------------------------------

TEST(Errors, NameFileAndLine) {
  const struct {
    const char* text;
    const char* message;  // its beginning
  } cases[] = {
      {"#file a.txt\nstat EGY\n", "a.txt:1: 'stat' is no kind of entry"},
      {"#file a.txt\nstate EGY\n  name\n    مصر\n#file b.txt\n\nstate\n", "b.txt:2: an entry's line is its kind"},
      {"#file a.txt\nstate EGY SYR\n", "a.txt:1: an entry's line is its kind"},
      {"#file a.txt\nstate EGY\n   name\n", "a.txt:2: a line starts with no space"},
      {"#file a.txt\nstate EGY\n\tname\n", "a.txt:2: a line starts with no space"},
      {"#file a.txt\nstate EGY\n  nam\n", "a.txt:2: 'nam' is no property"},
      {"#file a.txt\nstate EGY\n  name full\n", "a.txt:2: 'name' takes nothing behind it"},
      {"#file a.txt\nplace x\n  label full\n", "a.txt:2: 'label' takes nothing behind it"},
      {"#file a.txt\n  name\n", "a.txt:1: a property before the first entry"},
      {"#file a.txt\nstate EGY\n    مصر\n", "a.txt:2: a form that stands under no property"},
      {"#file a.txt\nplace x\n  state EGY\n    مصر\n", "a.txt:3: this property takes no forms"},
      {"#file a.txt\nplace x\n  state\n", "a.txt:2: 'state' takes one code"},
      {"#file a.txt\norganisation X:x\n  beside\n",
       "a.txt:2: 'beside' takes one code, and 'only' behind it or nothing"},
      {"#file a.txt\ngroup x\n  members\n", "a.txt:2: 'members' takes actor codes"},
      {"#file a.txt\nperson x\n  office EGY\n", "a.txt:2: an office is written"},
      {"#file a.txt\nperson x\n  office EGY envoy 2014\n", "a.txt:2: '2014' is no FROM..TO"},
      {"#file a.txt\nperson x\n  office EGY envoy 2014-13..\n", "a.txt:2: '2014-13..' is no FROM..TO"},
      {"nonsense\n", "lexicon:1: 'nonsense' is no kind of entry"},
  };
  for (const auto& c : cases) {
    const auto lexicon = Lexicon::parse(c.text);
    ASSERT_FALSE(lexicon.ok()) << c.text;
    EXPECT_TRUE(lexicon.error().message.starts_with(c.message)) << lexicon.error().message;
  }
}

// ---- lint ------------------------------------------------------------------------------------------------------

Strings lint(std::string_view text) {
  Strings out;
  for (const Issue& issue : read(text)->lint()) out.push_back(issue.where + ": " + issue.what);
  return out;
}

TEST(Lint, PassesWhatIsInOrder) {
  EXPECT_EQ(lint("#file a.txt\n"
                 "person a\n  office EGY foreign_minister 2010..2012\n    فلان\n"
                 "person b\n  office EGY foreign_minister 2012..2014-06\n    علان\n"
                 "person c\n  office EGY foreign_minister 2014-06..\n    زيد\n"
                 "person d\n  office EGY leader 2010..\n    عمرو\n"
                 "person e\n  office EGY leader 2011..\n    بكر\n"
                 "#file b.txt\n"
                 "state EGY\n  name\n    مصر\n  capital\n    القاهرة\n  synonym\n    مصر\n"),
            Strings{});
}

TEST(Lint, FindsEachFault) {
  const std::string egypt = "#file b.txt\nstate EGY\n  name\n    مصر\n";
  const struct {
    const char* text;
    const char* fault;
  } cases[] = {
      {"state SYR\n  name\n    سوريا\nstate EGX\n  name\n    مصر\n", "a.txt:4: state EGX belongs before state SYR"},
      {"state SYR\n  name\n    سوريا\nplace x\n  name\n    مصر\n", "a.txt:4: place x belongs before state SYR"},
      {"state SYR\n  name\n    شام\n    سوريا\n", "a.txt:4: 'سوريا' belongs before 'شام'"},
      {"state SYR\n  name\n    سورية\n  name\n    سوريه\n",
       "a.txt:5: 'سوريه' stands under this property already, in this or a spelling folded to it"},
      {"state SYR\n  name\n    سوريا\nstate SYR\n  name\n    شام\n", "a.txt:4: state SYR stands in the lexicon twice"},
      {"state SYR\n", "a.txt:1: state SYR has no forms, so nothing can match it"},
      {"state SYR\n  name\n    ّ\n", "a.txt:3: a form without a letter"},
      {"# سوريا is here\nstate SYR\n  name\n    سوريا\n",
       "a.txt:1: two scripts on one line: write each on a line of its own"},
      {"group g\n  members EGY XXX\n  name\n    المجموعة\n", "a.txt:2: no actor 'XXX' is defined"},
      {"place p\n  state XXX\n  name\n    مكان\n", "a.txt:2: no actor 'XXX' is defined"},
      {"person p\n  office XXX envoy ..\n    فلان\n", "a.txt:2: no actor 'XXX' is defined"},
      {"person p\n  office EGY emperor ..\n    فلان\n", "a.txt:2: 'emperor' is no rank"},
      {"mechanism m\n  rank emperor\n  name\n    آلية\n", "a.txt:2: 'emperor' is no rank"},
      {"role emperor\n  title\n    إمبراطور\n", "a.txt:1: 'emperor' is no rank"},
      {"contact meet\n  noun\n    لقاء\n", "a.txt:1: a contact's id is FORM.what"},
      {"contact meeting.meet\n  imperfect\n    التقى\n", "a.txt:3: 'التقى' does not begin with the ي of an imperfect"},
      {"person p\n  nisba\n    مصري\n", "a.txt:2: person takes no nisba"},
      {"place p\n  office EGY envoy ..\n    مكان\n", "a.txt:2: place takes no office"},
      {"state SYR\n  label\n    سوريا\n    شام\n  name\n    سوريا\n", "a.txt:4: a second label"},
      {"person p\n  office EGY envoy 2014..2012\n    فلان\n", "a.txt:2: this office ends before it begins"},
      {"person p\n  office EGY defence_minister 2010..2014\n    فلان\n"
       "person q\n  office EGY defence_minister 2012..\n    علان\n",
       "a.txt:5: EGY has this defence_minister at a time when p is it by a.txt:2"},
      {"person p\n  office EGY envoy 2010..2014\n    فلان\n  office EGY envoy 2012..\n",
       "a.txt:4: EGY has this envoy at a time when p is it by a.txt:2"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(lint("#file a.txt\n" + std::string(c.text) + egypt), Strings{c.fault}) << c.text;
}

// ---- sorting ---------------------------------------------------------------------------------------------------

TEST(SortText, SortsAndKeepsCommentsWithWhatFollows) {
  auto sorted = sort_text(
      "# What this file is.\n"
      "\n"
      "# Of b.\n"
      "state B\n"
      "  name\n"
      "    # Of the second.\n"
      "    ثاني\n"
      "    أول\n"
      "state A\n"
      "  name\n"
      "    واحد\n"
      "place z\n"
      "  # Of the name.\n"
      "  name\n"
      "    مكان\n"
      "# The end.\n");
  ASSERT_TRUE(sorted.ok());
  EXPECT_EQ(*sorted,
            "# What this file is.\n"
            "\n"
            "place z\n"
            "  # Of the name.\n"
            "  name\n"
            "    مكان\n"
            "state A\n"
            "  name\n"
            "    واحد\n"
            "# Of b.\n"
            "state B\n"
            "  name\n"
            "    أول\n"
            "    # Of the second.\n"
            "    ثاني\n"
            "# The end.\n");
  EXPECT_EQ(sort_text(*sorted).value(), *sorted);
}

TEST(SortText, KeepsABlankLineBetweenEntries) {
  auto sorted = sort_text("state B\n  name\n    ب\n\n\nstate A\n  name\n    ا\n");
  ASSERT_TRUE(sorted.ok());
  EXPECT_EQ(*sorted, "state A\n  name\n    ا\n\nstate B\n  name\n    ب\n");
}

TEST(SortText, NamesALineThatItCannotPlace) {
  EXPECT_EQ(sort_text("state B\n name\n").error().message.substr(0, 7), "line 2:");
  EXPECT_EQ(sort_text("    ب\n").error().message.substr(0, 7), "line 1:");
}

// ---- where lexica come from ------------------------------------------------------------------------------------

TEST(BuiltIn, LintsClean) {
  auto lexicon = Lexicon::built_in();
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().message;
  EXPECT_FALSE((*lexicon)->entries().empty());
  for (const Issue& issue : (*lexicon)->lint()) ADD_FAILURE() << issue.where << ": " << issue.what;
}

TEST(BuiltIn, EveryFormMatchesItself) {
  auto read_in = Lexicon::built_in();
  ASSERT_TRUE(read_in.ok()) << read_in.error().message;
  const Lexicon& lexicon = **read_in;
  for (const Form& form : lexicon.forms()) {
    const Entry& entry = lexicon.entries()[form.entry];
    const std::string want = std::string(to_string(entry.kind)) + ' ' + entry.id + ' ' + to_string(form.property);
    const Strings found = hits(lexicon, form.text);
    const auto covers = [&](const std::string& hit) {
      return hit.starts_with("[0,") && hit.substr(hit.find(' ') + 1).starts_with(want);
    };
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), covers)) << entry.file << ':' << form.line << ' ' << form.text;
  }
}

TEST(Load, ReadsTheFilesThatTheBuildJoins) {
  auto built_in = Lexicon::built_in();
  auto loaded = Lexicon::load(QANAT_ROOT "/lexicon");
  ASSERT_TRUE(built_in.ok() && loaded.ok());
  EXPECT_EQ((*loaded)->hash(), (*built_in)->hash());
  EXPECT_EQ((*loaded)->entries().size(), (*built_in)->entries().size());
}

TEST(Load, SaysWhatIsMissing) {
  namespace fs = std::filesystem;
  EXPECT_NE(Lexicon::load("/no/such/folder").error().message.find("/no/such/folder"), std::string::npos);
  const fs::path dir = fs::temp_directory_path() / ("qanat_lexicon_" + std::to_string(::getpid()));
  fs::create_directories(dir);
  EXPECT_NE(Lexicon::load(dir.string()).error().message.find("no .txt file"), std::string::npos);
  std::ofstream(dir / "b.txt") << "state\n";
  std::ofstream(dir / "a.txt") << "# nothing yet\n";
  EXPECT_EQ(Lexicon::load(dir.string()).error().message.substr(0, 8), "b.txt:1:");
  fs::remove_all(dir);
}

}  // namespace
}  // namespace qanat::lexicon

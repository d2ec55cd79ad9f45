// The grammar of parties by example: a text, what is named in it. Contacts, cues and places are tested at the end.
#include "mention/mention.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "mention_lexicon.h"

namespace qanat {
namespace {

const mention::Finder& finder() {
  static const mention::Finder made = [] {
    auto lexicon = lexicon::Lexicon::parse(kMentionLexicon);
    EXPECT_TRUE(lexicon) << (lexicon ? "" : lexicon.error().message);
    return mention::Finder(*lexicon);
  }();
  return made;
}

struct Read {
  sentence::Text text;
  mention::Mentions mentions;
};

Read read(std::string_view page, std::optional<Date> day) {
  article::Article article;
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    if (end > begin) article.body.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  Read out{sentence::split(page, article), {}};
  out.mentions = finder().find(page, out.text, day);
  return out;
}

const std::optional<Date> kMay2018 = Date::from_iso("2018-05-10");

// The dump of the parties alone, lines joined by "; ".
std::string parties(std::string_view page, std::optional<Date> day = kMay2018) {
  const Read r = read(page, day);
  mention::Mentions only;
  only.parties = r.mentions.parties;
  std::string out = mention::dump(page, r.text, only, finder().lexicon());
  if (!out.empty()) out.pop_back();
  for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos;) out.replace(at, 1, "; ");
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(parties(c.text), c.expected) << c.text;
}

TEST(Mention, NamesStatesByNameNisbaCapitalAndSeat) {
  expect_all({
      {"زار الوفد موسكو وتركيا", "title ? delegation «الوفد»; capital RUS «موسكو»; state TUR «وتركيا»"},
      {"القمة الروسية التركية", "nisba RUS «الروسية»; nisba TUR «التركية»"},
      {"رد الكرملين على الأتراك", "seat RUS «الكرملين»; people TUR «الأتراك»"},
      {"وقع بنك البحيرات الاتفاق", "state X:بنك البحيرات «بنك البحيرات»"},
  });
}

TEST(Mention, ComposesOfficeStateAndName) {
  expect_all({
      {"التقى وزير الخارجية الروسي سيرغي لافروف",
       "person RUS foreign_minister «وزير الخارجية الروسي سيرغي لافروف» = سيرغي لافروف"},
      {"التقى وزير الخارجية الروسي، سيرغي لافروف، الوفد",
       "person RUS foreign_minister «وزير الخارجية الروسي، سيرغي لافروف» = سيرغي لافروف; title ? delegation «الوفد»"},
      {"قال رئيس وزراء الأردن", "office JOR leader «رئيس وزراء الأردن»"},
      {"قال المبعوث الخاص للأمم المتحدة إلى سوريا", "office UN envoy «المبعوث الخاص للأمم المتحدة إلى سوريا»"},
      {"قال المبعوث الأممي إلى اليمن", "office UN envoy «المبعوث الأممي إلى اليمن»"},
      {"قال الرئيس الأميركي السابق", "office USA leader «الرئيس الأميركي السابق»"},
  });
}

TEST(Mention, TakesNamesItDoesNotKnowAndNoMore) {
  expect_all({
      {"قال وزير الخارجية النرويجي أولاف كريستنسن خلال زيارة",
       "person NOR foreign_minister «وزير الخارجية النرويجي أولاف كريستنسن» = أولاف كريستنسن"},
      {"أبلغ الرئيس التركي تصعيداً جديدا", "office TUR leader «الرئيس التركي»"},
      {"زار الوفد التركي لإجراء محادثات", "office TUR delegation «الوفد التركي»"},
      {"استقبل الرئيس التركي وخالد", "office TUR leader «الرئيس التركي»"},
  });
}

TEST(Mention, ReadsTheOfficeBehindTheName) {
  expect_all({
      {"قال سيرغي لافروف، وزير الخارجية الروسي، إن",
       "person RUS foreign_minister «سيرغي لافروف، وزير الخارجية الروسي» = سيرغي لافروف"},
      {"قال يوناس كريستنسن، وزير الدفاع النرويجي",
       "person NOR defence_minister «يوناس كريستنسن، وزير الدفاع النرويجي» = يوناس كريستنسن"},
      {"التقى لافروف وزير الخارجية التركي",
       "person RUS foreign_minister «لافروف» = لافروف; office TUR foreign_minister «وزير الخارجية التركي»"},
  });
}

TEST(Mention, KeepsPersonsOutOfLongerNamesAndPrepositions) {
  expect_all({
      {"قال بندر بن سلمان بن عبدالعزيز", ""},
      {"قال محمد بن سلمان بن عبدالعزيز", "person SAU leader «محمد بن سلمان بن عبدالعزيز» = محمد بن سلمان بن عبدالعزيز"},
      {"وقعوا على سالم", ""},
      {"قال علي سالم", "person YEM military «علي سالم» = علي سالم"},
      {"قالت مايك ترامب", ""},
  });
}

TEST(Mention, HoldsPersonsToTheOfficeOfTheDay) {
  EXPECT_EQ(parties("قال بومبيو", Date::from_iso("2018-03-01")), "person USA intelligence «بومبيو» = بومبيو");
  EXPECT_EQ(parties("قال بومبيو", Date::from_iso("2018-05-10")), "person USA foreign_minister «بومبيو» = بومبيو");
  EXPECT_EQ(parties("قال بومبيو", std::nullopt), "person USA foreign_minister «بومبيو» = بومبيو");
  EXPECT_EQ(parties("قال الرئيس مبارك", Date::from_iso("2009-01-01")), "person EGY leader «الرئيس مبارك» = مبارك");
  EXPECT_EQ(parties("قال الرئيس مبارك", Date::from_iso("2018-01-01")), "title ? leader «الرئيس»");
}

TEST(Mention, ListsThoseWhoShareAnOffice) {
  expect_all({
      {"اجتمع وزراء خارجية السعودية ومصر وليبيا",
       "office SAU+EGY+LBY foreign_minister «وزراء خارجية السعودية ومصر وليبيا»"},
      {"التقى وزيرا الخارجية الروسي والتركي", "office RUS+TUR foreign_minister «وزيرا الخارجية الروسي والتركي»"},
      {"بين وزيري الخارجية الروسي سيرغي لافروف والتركي مولود تشاووش أوغلو",
       "person RUS foreign_minister «وزيري الخارجية الروسي سيرغي لافروف» = سيرغي لافروف; "
       "person TUR foreign_minister «والتركي مولود تشاووش أوغلو» = مولود تشاووش أوغلو"},
      {"اجتمع وزراء الخارجية ورؤساء أجهزة المخابرات في مصر والسودان",
       "office EGY+SDN foreign_minister «وزراء الخارجية»; office EGY+SDN intelligence «ورؤساء أجهزة المخابرات في مصر "
       "والسودان»"},
      {"بحث وزراء دول الجوار الثلاث الملف", "office EGY+SDN+LBY minister «وزراء دول الجوار الثلاث»"},
      {"لقاء مسؤولين في الحكومة السورية", "office SYR delegation «مسؤولين في الحكومة السورية»"},
      {"اجتمع وزراء خارجية تركيا والحكومة السورية ومصر",
       "office TUR+SYR+EGY foreign_minister «وزراء خارجية تركيا والحكومة السورية ومصر»"},
  });
}

TEST(Mention, GivesCounterpartsTheOfficeOfTheOther) {
  expect_all({
      {"التقى لافروف نظيره التركي",
       "person RUS foreign_minister «لافروف» = لافروف; office TUR foreign_minister «نظيره التركي»"},
      {"التقى لافروف نظيره النرويجي أولاف كريستنسن",
       "person RUS foreign_minister «لافروف» = لافروف; person NOR foreign_minister «نظيره النرويجي أولاف كريستنسن» = "
       "أولاف كريستنسن"},
      {"التقى لافروف نظرائه من مصر والسودان",
       "person RUS foreign_minister «لافروف» = لافروف; office EGY+SDN foreign_minister «نظرائه من مصر والسودان»"},
  });
}

TEST(Mention, TellsHeadsOfStatesFromOtherHeads) {
  expect_all({
      {"قالت المستشارة الألمانية", "office DEU leader «المستشارة الألمانية»"},
      {"قال المستشار الألماني", "office DEU leader «المستشار الألماني»"},
      {"قال المستشار الروسي", "office RUS envoy «المستشار الروسي»"},
      {"قال رئيس شركة النقل", "title ? official «رئيس»"},
      {"قال رئيس حركة حماس", "office HAMAS org_head «رئيس حركة حماس»"},
  });
}

TEST(Mention, ResolvesTitlesToWhoeverHeldThem) {
  expect_all({
      {"قال الرئيس التركي عارف دمير إن\nوزار الرئيس موسكو",
       "person TUR leader «الرئيس التركي عارف دمير» = عارف دمير; title TUR leader «الرئيس» = عارف دمير; capital RUS "
       "«موسكو»"},
      {"قال لافروف\nوأضاف الوزير",
       "person RUS foreign_minister «لافروف» = لافروف; title RUS foreign_minister «الوزير» = لافروف"},
      {"التقى الأمير محمد بن سلمان ولي العهد السعودي الوفد\nثم زار الملك السعودي مصر",
       "person SAU leader «محمد بن سلمان ولي العهد السعودي» = محمد بن سلمان; title ? delegation «الوفد»; "
       "office SAU leader «الملك السعودي»; state EGY «مصر»"},
      {"قال وزير الخارجية الروسي سيرغي لافروف ووزير الدفاع",
       "person RUS foreign_minister «وزير الخارجية الروسي سيرغي لافروف» = سيرغي لافروف; title RUS defence_minister "
       "«ووزير الدفاع»"},
  });
}

TEST(Mention, ResolvesPairsBodiesAndHomes) {
  expect_all({
      {"التقى لافروف وكيري\nوقال الجانبان",
       "person RUS foreign_minister «لافروف» = لافروف; person USA foreign_minister «وكيري» = كيري; pair RUS+USA "
       "«الجانبان»"},
      {"محادثات مصر والسودان وليبيا\nواتفقت الدول الثلاث",
       "state EGY «مصر»; state SDN «والسودان»; state LBY «وليبيا»; pair EGY+SDN+LBY «الدول الثلاث»"},
      {"قال لافروف إن بلاده", "person RUS foreign_minister «لافروف» = لافروف; home RUS «بلاده»"},
      {"زار الوفد حركة حماس\nوقالت الحركة",
       "title ? delegation «الوفد»; state HAMAS «حركة حماس»; institution HAMAS «الحركة»"},
      {"قالت المعارضة السورية إن\nورفضت المعارضة", "state SYR-OPP «المعارضة السورية»; institution SYR-OPP «المعارضة»"},
      {"محادثات بين الحكومة السورية والمعارضة", "institution SYR «الحكومة السورية»; institution SYR-OPP «والمعارضة»"},
      {"محادثات بين الحكومة المصرية والمعارضة", "institution EGY «الحكومة المصرية»; institution ? «والمعارضة»"},
      {"زار الوفد المملكة", "title ? delegation «الوفد»; institution SAU «المملكة»"},
      {"وصل إلى جانب مصر", "state EGY «مصر»"},
      {"محادثات مصر والسودان وليبيا\nويلتقي وزراء الخارجية",
       "state EGY «مصر»; state SDN «والسودان»; state LBY «وليبيا»; title ? foreign_minister «وزراء الخارجية»"},
      {"محادثات رؤساء مصر والسودان وليبيا\nوقالت القاهرة إن لقاء وزراء الخارجية",
       "office EGY+SDN+LBY leader «رؤساء مصر والسودان وليبيا»; capital EGY «القاهرة»; title EGY+SDN+LBY "
       "foreign_minister «وزراء الخارجية»"},
  });
}

// Of those named before, not always the last two are meant.
TEST(Mention, ResolvesPairsToThoseWhoBelongTogether) {
  expect_all({
      // rivals, though the envoy was named last
      {"محادثات بين اليمن وأنصار الله\nوقال المبعوث الأممي إن الجانبين",
       "state YEM «اليمن»; state HOUTHI «وأنصار الله»; office UN envoy «المبعوث الأممي»; pair YEM+HOUTHI «الجانبين»"},
      // said right behind
      {"التقى لافروف وكيري\nوقال إن الجانبين المصري والتركي",
       "person RUS foreign_minister «لافروف» = لافروف; person USA foreign_minister «وكيري» = كيري; pair EGY+TUR "
       "«الجانبين المصري والتركي»"},
      // a group is one side
      {"محادثات بين تركيا والقوى الكبرى\nوقال الجانبان",
       "state TUR «تركيا»; group USA+RUS+DEU «والقوى الكبرى»; pair TUR+USA+RUS+DEU «الجانبان»"},
  });
}

TEST(Mention, ResolvesBodiesToWhoseTheyAre) {
  expect_all({
      // the government just said in full, past another state
      {"قالت الحكومة اليمنية\nوفي السودان قالت الحكومة",
       "institution YEM «الحكومة اليمنية»; state SDN «السودان»; institution YEM «الحكومة»"},
      // beside its rival
      {"قالت الحكومة المصرية\nوفي اليمن محادثات بين الحكومة وأنصار الله",
       "institution EGY «الحكومة المصرية»; state YEM «اليمن»; institution YEM «الحكومة»; state HOUTHI «وأنصار الله»"},
      // an adjective, and no ministry
      {"قال لافروف في زيارته الخارجية", "person RUS foreign_minister «لافروف» = لافروف"},
      // what has its article owns no state
      {"قالت منظمة الأمم المتحدة\nوزار خبراء المنظمة مصر",
       "institution UN «منظمة الأمم المتحدة»; institution UN «المنظمة»; state EGY «مصر»"},
      // who is spoken with does not speak
      {"قال لافروف في لقاء مع كيري إن بلاده",
       "person RUS foreign_minister «لافروف» = لافروف; person USA foreign_minister «كيري» = كيري; home RUS «بلاده»"},
  });
}

TEST(Mention, NamesMembersOnlyBesideWhoeverMakesThemPlain) {
  expect_all({
      {"قالت القوى الكبرى", "state X:القوى الكبرى «القوى الكبرى»"},
      {"قالت تركيا للقوى الكبرى", "state TUR «تركيا»; group USA+RUS+DEU «للقوى الكبرى»"},
      {"وصل إلى الجنوب", ""},
      {"محادثات بين السودان والجنوب", "state SDN «السودان»; state KOR «والجنوب»"},
  });
}

TEST(Mention, BelievesGuardedNamesWhereTheyAreNames) {
  expect_all({
      {"قدم البنك دعم مالي", ""},
      {"وصل إلى مالي", "state MLI «مالي»"},
      {"قال رئيس مالي", "office MLI leader «رئيس مالي»"},
      {"زار ليبيا ومالي", "state LBY «ليبيا»; state MLI «ومالي»"},
  });
}

TEST(Mention, TellsACapitalFromTheStateOfThatName) {
  expect_all({
      {"زار عمان ودمشق", "capital JOR «عمان»; capital SYR «ودمشق»"},
      {"زار دمشق وعمان", "capital SYR «دمشق»; capital JOR «وعمان»"},
      {"زار الوفد عمّان", "title ? delegation «الوفد»; capital JOR «عمّان»"},
      {"زار الوفد عُمان", "title ? delegation «الوفد»; state OMN «عُمان»"},
      {"زار الوفد عمان", "title ? delegation «الوفد»; state OMN «عمان»"},
      {"زار الوفد الأردني عمان", "office JOR delegation «الوفد الأردني»; capital JOR «عمان»"},
  });
}

TEST(Mention, ReadsHashtagsAndHyphens) {
  expect_all({
      {"قال #محمد_بن_سلمان", "person SAU leader «محمد_بن_سلمان» = محمد_بن_سلمان"},
      {"قال وزير الخارجية النرويجي كيم لي-أون",
       "person NOR foreign_minister «وزير الخارجية النرويجي كيم لي-أون» = كيم لي-أون"},
  });
}

TEST(Mention, RemembersWhoItWasToldOf) {
  EXPECT_EQ(parties("قال وزير الخارجية النرويجي أولاف كريستنسن\nوالتقى كريستنسن"),
            "person NOR foreign_minister «وزير الخارجية النرويجي أولاف كريستنسن» = أولاف كريستنسن; "
            "person NOR foreign_minister «كريستنسن» = أولاف كريستنسن");
  EXPECT_EQ(parties("قال لافروف\nوأضاف سيرغي لافروف"),
            "person RUS foreign_minister «لافروف» = سيرغي لافروف; "
            "person RUS foreign_minister «سيرغي لافروف» = سيرغي لافروف");
}

TEST(Mention, NamesTheHoldersOfAnOfficeHeldBySeveral) {
  const Read r = read("التقى لافروف وتشاووش أوغلو\nوقال وزيرا الخارجية الروسي والتركي", kMay2018);
  ASSERT_EQ(r.mentions.parties.size(), 3U);
  const mention::Party& both = r.mentions.parties.back();
  EXPECT_TRUE(both.several);
  ASSERT_EQ(both.holders.size(), both.actors.size());
  EXPECT_EQ(both.actors.front(), "RUS");
  EXPECT_EQ(both.holders.front(), "لافروف");
}

TEST(Mention, KnowsWhoAPairStandsFor) {
  const Read r = read("التقى لافروف الرئيس التركي\nوبحث الجانبان", kMay2018);
  ASSERT_EQ(r.mentions.parties.size(), 3U);
  const mention::Party& pair = r.mentions.parties.back();
  EXPECT_TRUE(pair.referred);
  EXPECT_EQ(pair.actors, (std::vector<std::string>{"RUS", "TUR"}));
  EXPECT_EQ(pair.stands_for, (std::vector<std::int32_t>{0, 1}));
}

TEST(Mention, PartiesStandInOrderAndDoNotOverlap) {
  const Read r = read(
      "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في موسكو، وقال الرئيس الأميركي إن البلدين على اتصال\n"
      "اجتمع وزراء الخارجية ورؤساء أجهزة المخابرات في مصر والسودان، وحضر نظيره السوري",
      kMay2018);
  std::uint32_t end = 0;
  for (const mention::Party& p : r.mentions.parties) {
    EXPECT_GE(p.first, end);
    EXPECT_LT(p.first, p.last);
    end = p.last;
  }
  EXPECT_LE(end, r.text.tokens.size());
}

TEST(Mention, NotesContactsCuesAndPlaces) {
  const std::string page = "قال لافروف إن لقاءه مع كيري في القاهرة";
  const Read r = read(page, kMay2018);
  ASSERT_EQ(r.mentions.contacts.size(), 1U);
  EXPECT_EQ(finder().lexicon().entries()[r.mentions.contacts[0].entry].id, "meeting.meet");
  ASSERT_EQ(r.mentions.places.size(), 1U);
  EXPECT_EQ(slice(page, r.mentions.places[0].span), "القاهرة");
  EXPECT_EQ(r.mentions.places[0].state, "EGY");
  const std::string to = "زيارة للقاهرة ولألمانيا";
  const Read of = read(to, kMay2018);
  ASSERT_EQ(of.mentions.places.size(), 2U);
  EXPECT_EQ(mention::name_of(to, of.mentions.places[0]), "القاهرة");
  EXPECT_EQ(mention::name_of(to, of.mentions.places[1]), "ألمانيا");
  EXPECT_TRUE(std::any_of(r.mentions.cues.begin(), r.mentions.cues.end(),
                          [](const mention::Cue& c) { return c.kind == mention::CueClass::say; }));
}

// The mechanisms named, as written.
std::string names(std::string_view page, std::vector<mention::Named> mention::Mentions::*list) {
  const Read r = read(page, kMay2018);
  std::string out;
  for (const mention::Named& m : r.mentions.*list)
    out += (out.empty() ? "" : "; ") + std::string(mention::name_of(page, m));
  return out;
}
std::string mechanisms(std::string_view page) { return names(page, &mention::Mentions::mechanisms); }
std::string conflicts(std::string_view page) { return names(page, &mention::Mentions::conflicts); }

TEST(Mention, ReadsAConflictByItsNameAndByAnAdjectiveSaidTwice) {
  EXPECT_EQ(conflicts("محادثات حول الأزمة اليمنية"), "الأزمة اليمنية");
  EXPECT_EQ(conflicts("الحوار اليمني اليمني"), "يمني اليمني");
  EXPECT_EQ(conflicts("المحادثات اليمنية – اليمنية"), "يمنية – اليمنية");
  EXPECT_EQ(conflicts("المحادثات اليمنية-اليمنية"), "يمنية-اليمنية");
  EXPECT_EQ(conflicts("المحادثات اليمنية واليمنية"), "");
  EXPECT_EQ(conflicts("المحادثات المصرية المصرية"), "");  // the lexicon knows of no conflict there
}

TEST(Mention, TakesOfTwoWithOneNameWhoHoldsTheOfficeThatDay) {
  const auto day = Date::from_iso("2013-05-10");
  EXPECT_EQ(parties("وصل الملك عبد الله"), "person JOR leader «الملك عبد الله» = الملك عبد الله");
  EXPECT_EQ(parties("وصل الملك عبد الله إلى الأردن", day),
            "person JOR leader «الملك عبد الله» = الملك عبد الله; state JOR «الأردن»");
  EXPECT_EQ(parties("وصل الملك عبد الله إلى السعودية", day),
            "person SAU leader «الملك عبد الله» = الملك عبد الله; state SAU «السعودية»");
}

TEST(Mention, TakesNoStateIntoWhoGoesThere) {
  expect_all({
      {"وصل وفد من حماس إلى مصر", "office HAMAS delegation «وفد من حماس»; state EGY «مصر»"},
      {"وصل المبعوث الروسي إلى مصر", "office RUS envoy «المبعوث الروسي إلى مصر»"},
      {"زار سيرغي ألمانيا", "state DEU «ألمانيا»"},
      {"زار هاري ألمانيا", "person NOR legislature «هاري ألمانيا» = هاري ألمانيا"},
      {"زار رؤساء دول الجوار مصر", "office EGY+SDN+LBY leader «رؤساء دول الجوار»; state EGY «مصر»"},
  });
}

TEST(Mention, ReadsNamesThroughQuotationMarks) {
  EXPECT_EQ(mechanisms("لقاء في صيغة «أستانا» في القاهرة"), "صيغة «أستانا»");
  EXPECT_EQ(mechanisms("لقاء في \"صيغة أستانا\" في القاهرة"), "صيغة أستانا");
  EXPECT_EQ(mechanisms("لقاء في صيغة \"أستانا"), "صيغة \"أستانا");
  EXPECT_EQ(mechanisms("قال إن \"صيغة\" أستانا \"مفيدة للجميع\""), "صيغة\" أستانا");
  EXPECT_EQ(parties("زار الوفد حركة \"حماس\""), "title ? delegation «الوفد»; state HAMAS «حركة \"حماس\"»");
}

TEST(Mention, ReadsTheArticleOfAWordThatBeginsWithLam) {
  EXPECT_EQ(mechanisms("اجتماع للجنة الحدودية"), "اللجنة الحدودية");
  EXPECT_EQ(mechanisms("وللجنة الحدودية اجتماع"), "اللجنة الحدودية");
  EXPECT_EQ(mechanisms("اجتماع اللجنة الحدودية"), "اللجنة الحدودية");
}

// The ids of the contact words, and the classes of the cues that tell of states.
std::string contacts_and_cues(std::string_view page) {
  const Read r = read(page, kMay2018);
  std::string out;
  for (const mention::Contact& c : r.mentions.contacts) out += finder().lexicon().entries()[c.entry].id + ' ';
  for (const mention::Cue& c : r.mentions.cues)
    if (c.kind == mention::CueClass::finish || c.kind == mention::CueClass::resume)
      out += std::string(mention::to_string(c.kind)) + ' ';
  return out;
}

TEST(Mention, ReadsNoContactsIntoWordsThatLookAlike) {
  EXPECT_EQ(contacts_and_cues("هنأ الرئيس الملك"), "message.message ");
  EXPECT_EQ(contacts_and_cues("وكان هناك ضيوف"), "");
  EXPECT_EQ(contacts_and_cues("أنهى الوزير زيارته"), "visit.visit finish ");
  EXPECT_EQ(contacts_and_cues("قال إنه زار القاهرة"), "visit.visit ");
  EXPECT_EQ(contacts_and_cues("إحياء المحادثات"), "talks.talk resume ");
  EXPECT_EQ(contacts_and_cues("أحياء القاهرة"), "");
  EXPECT_EQ(contacts_and_cues("آلية مشتركة"), "contact.mechanism ");
  EXPECT_EQ(contacts_and_cues("وصل إليه"), "");
  EXPECT_EQ(contacts_and_cues("احياء المحادثات"), "talks.talk resume ");  // no hamza written: both may be meant
}

TEST(Mention, TakesTheNounWhereAVerbWithItsObjectReadsTheSame) {
  EXPECT_EQ(contacts_and_cues("تلقى الرئيس دعوة"), "visit.invite ");
  EXPECT_EQ(contacts_and_cues("دعا الرئيس الملك"), "message.tell ");
}

TEST(Mention, EndsAnOfficeWhereAnotherPersonIsJoined) {
  expect_all({
      {"التقى الرئيس المصري والأمير محمد بن سلمان",
       "office EGY leader «الرئيس المصري»; person SAU leader «محمد بن سلمان» = محمد بن سلمان"},
  });
}

TEST(Mention, HangsNothingOnATitleThatIsClosed) {
  expect_all({
      {"التقى المبعوث الروسي مسؤولين مصريين",
       "office RUS envoy «المبعوث الروسي»; office EGY delegation «مسؤولين مصريين»"},
      {"زار خبراء المنظمة سوريا", "institution ? «المنظمة»; state SYR «سوريا»"},
      {"سحب سفيرها من موسكو", "title ? diplomat «سفيرها»; capital RUS «موسكو»"},
  });
}

TEST(Mention, ReadsSeveralByTheirPeopleAndTheirBodies) {
  expect_all({
      {"غادر وفد من قيادة حركة حماس", "office HAMAS delegation «وفد من قيادة حركة حماس»"},
      {"تباحث وزيرا خارجية الحكومتين المصرية والسودانية",
       "office EGY+SDN foreign_minister «وزيرا خارجية الحكومتين المصرية والسودانية»"},
      {"قبيل لقاء مسؤولين أتراك", "office TUR delegation «مسؤولين أتراك»"},
      {"التقى قياديين في حماس", "office HAMAS delegation «قياديين في حماس»"},
  });
}

// A sum is one word of a sentence, with or without brackets around it.
TEST(Mention, ReadsGroupsByTheirNumbers) {
  expect_all({
      {"محادثات مع مجموعة 2+1", "group EGY+SDN+LBY «مجموعة 2+1»"},
      {"محادثات مع مجموعة (2+1) غدا", "group EGY+SDN+LBY «مجموعة (2+1)»"},
  });
  EXPECT_EQ(mechanisms("اجتمعت لجنة 5+5 في سرت"), "لجنة 5+5");
}

TEST(Mention, TellsCouncilsOfNationalSecurityFromTheSecurityCouncil) {
  expect_all({
      {"التقى أمين مجلس الأمن القومي الأميركي", "office USA envoy «أمين مجلس الأمن القومي الأميركي»"},
      {"التقى أمين مجلس الأمن الروسي", "office RUS envoy «أمين مجلس الأمن الروسي»"},
      {"قال مجلس الأمن القومي إن", ""},
      {"قال مجلس الأمن إن", "state UN «مجلس الأمن»"},
  });
}

TEST(Mention, RemembersBodiesByTheHeadsOfTheirNames) {
  expect_all({
      {"قال مجلس الأمن إن\nورفض المجلس", "state UN «مجلس الأمن»; institution UN «المجلس»"},
      {"قال مجلس الأمن إن\nوكان المجلس التقى", "state UN «مجلس الأمن»; institution UN «المجلس»"},
      {"قال مجلس الأمن إن\nورفض المجلس الوطني", "state UN «مجلس الأمن»"},
      {"ورفض المجلس\nقال مجلس الأمن إن", "state UN «مجلس الأمن»"},
  });
}

TEST(Mention, NamesTheOneMinisterThatABareOfficeMeans) {
  expect_all({
      {"قال وزير الخارجية النرويجي أولاف كريستنسن\nوزار الوزير النرويجي موسكو",
       "person NOR foreign_minister «وزير الخارجية النرويجي أولاف كريستنسن» = أولاف كريستنسن; office NOR "
       "foreign_minister «الوزير النرويجي» = أولاف كريستنسن; capital RUS «موسكو»"},
      {"قال وزير الخارجية النرويجي أولاف كريستنسن ووزير الدفاع النرويجي لارس هولم\nوزار الوزير النرويجي موسكو",
       "person NOR foreign_minister «وزير الخارجية النرويجي أولاف كريستنسن» = أولاف كريستنسن; person NOR "
       "defence_minister «ووزير الدفاع النرويجي لارس هولم» = لارس هولم; office NOR minister «الوزير النرويجي»; "
       "capital RUS «موسكو»"},
  });
}

TEST(Mention, LearnsNoSurnamesThatAreOtherWords) {
  // "على" folds to "علي", and "الأحمر" is a sea's adjective too.
  EXPECT_EQ(parties("قال حسن علي\nوجلس على الكرسي"), "person EGY minister «حسن علي» = حسن علي");
  EXPECT_EQ(parties("قال سالم الأحمر\nوقال الأحمر\nعبر البحر الأحمر"),
            "person YEM military «سالم الأحمر» = سالم الأحمر; person YEM military «الأحمر» = سالم الأحمر");
  EXPECT_EQ(parties("قال سالم نصر الله\nوأضاف نصر الله\nوحفظه الله"),
            "person SYR minister «سالم نصر الله» = سالم نصر الله; person SYR minister «نصر الله» = سالم نصر الله");
}

TEST(Mention, BelievesSurnamesOfThoseInOffice) {
  expect_all({
      {"قال الرئيس الليث", "person SYR leader «الرئيس الليث» = الليث"},
      {"قال الليث إن سوريا", "person SYR leader «الليث» = الليث; state SYR «سوريا»"},
      {"التقى الليث وترامب في سوريا",
       "person SYR leader «الليث» = الليث; person USA leader «وترامب» = ترامب; state SYR «سوريا»"},
      {"لقاء مع الليث في سوريا", "person SYR leader «الليث» = الليث; state SYR «سوريا»"},
      // Without his state it is any lion; and so it is where it first stands elsewhere.
      {"قال الليث إن مصر", "state EGY «مصر»"},
      {"شرح الليث في سوريا\nقال الليث", "state SYR «سوريا»"},
  });
  EXPECT_EQ(parties("قال الليث إن سوريا", Date::from_iso("2005-01-01")), "state SYR «سوريا»");
}

TEST(Mention, TakesFirstNamesWithAnArticle) {
  expect_all({
      {"وزير الخارجية النرويجي الطيب سالم",
       "person NOR foreign_minister «وزير الخارجية النرويجي الطيب سالم» = الطيب سالم"},
      {"وزير الخارجية النرويجي الجديد", "office NOR foreign_minister «وزير الخارجية النرويجي»"},
      {"وزير الخارجية النرويجي الطيب", "office NOR foreign_minister «وزير الخارجية النرويجي»"},
  });
}

TEST(Mention, CallsHimByHisHonourToTheEnd) {
  expect_all({
      {"استقبل سمو الأمير محمد بن سلمان ترامب\nوأكد سموه ذلك",
       "person SAU leader «محمد بن سلمان» = محمد بن سلمان; person USA leader «ترامب» = ترامب; "
       "person SAU leader «سموه» = محمد بن سلمان"},
      {"التقى سموه ترامب", "title ? «سموه»; person USA leader «ترامب» = ترامب"},
      {"استقبل جلالة الملك عبد الله ترامب\nوأكد سموه ذلك",
       "person JOR leader «الملك عبد الله» = الملك عبد الله; person USA leader «ترامب» = ترامب; title ? «سموه»"},
  });
}

TEST(Mention, MeansItsOwnStateWhereADatelineSaysWhoseItIs) {
  expect_all({
      {"الرياض (واس) التقى وزير الخارجية أمس ترامب",
       "capital SAU «الرياض»; title SAU foreign_minister «وزير الخارجية»; person USA leader «ترامب» = ترامب"},
      {"القاهرة - قال وزير الخارجية حسن سالم في كلمة",
       "capital EGY «القاهرة»; person EGY foreign_minister «وزير الخارجية حسن سالم» = حسن سالم"},
      // Somebody else's man in Cairo may mean anybody.
      {"القاهرة (واس) قال وزير الخارجية ذلك", "capital EGY «القاهرة»; title ? foreign_minister «وزير الخارجية»"},
      {"القاهرة (رويترز) قال وزير الخارجية ذلك", "capital EGY «القاهرة»; title ? foreign_minister «وزير الخارجية»"},
      {"قال وزير الخارجية في القاهرة ذلك", "title ? foreign_minister «وزير الخارجية»; capital EGY «القاهرة»"},
      {"الرياض (واس) قال السفير ذلك", "capital SAU «الرياض»; title ? diplomat «السفير»"},
  });
}

TEST(Mention, ReadsTheOfficeBeyondAGrade) {
  expect_all({
      {"قال السفير حسن سالم، المتحدث باسم الخارجية",
       "person ? spokesperson «السفير حسن سالم، المتحدث باسم الخارجية» = حسن سالم"},
      {"قال المتحدث باسم الخارجية، السفير حسن سالم",
       "person ? spokesperson «المتحدث باسم الخارجية، السفير حسن سالم» = حسن سالم"},
      {"التقى السفير حسن سالم في مكتبه", "person ? diplomat «السفير حسن سالم» = حسن سالم"},
      {"مساعد وزير الخارجية الروسي لشؤون المتابعة حسن سالم",
       "person RUS deputy_minister «مساعد وزير الخارجية الروسي لشؤون المتابعة حسن سالم» = حسن سالم"},
  });
}

TEST(Mention, ReadsNothingOutOfNothing) {
  EXPECT_EQ(parties(""), "");
  EXPECT_EQ(parties("، ، / ، ."), "");
  EXPECT_EQ(parties("بن بن بن آل"), "");
  EXPECT_EQ(parties("وزير"), "title ? minister «وزير»");
  EXPECT_EQ(parties("نظيره"), "title ? «نظيره»");
}

}  // namespace
}  // namespace qanat

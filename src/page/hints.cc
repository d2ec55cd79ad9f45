#include "page/hints.h"

#include <functional>
#include <string>
#include <unordered_map>

#include "base/ascii.h"

namespace qanat::page {
namespace {

constexpr std::size_t kMostBytes = 400;  // of an attribute; longer ones are made by machines
constexpr std::size_t kMostWord = 24;

// What single words say. Two of them in one name say more: "entry-content" is a body, neither word alone is.
enum Word : std::uint32_t {
  kStory = 1U << 0,    // a story, or one entry in a list of them
  kContent = 1U << 1,  // what is inside something
  kHead = 1U << 2,     // the title of something
  kOthers = 1U << 3,   // other stories
  kDay = 1U << 4,
  kChange = 1U << 5,
  kWriter = 1U << 6,
  kOrigin = 1U << 7,
  kUnder = 1U << 8,  // a caption
  kTagged = 1U << 9,
  kSummary = 1U << 10,
  kTalk = 1U << 11,  // comments
  kPass = 1U << 12,  // share
  kMenu = 1U << 13,
  kSide = 1U << 14,
  kFoot = 1U << 15,
  kPaid = 1U << 16,
  kLetter = 1U << 17,
  kTool = 1U << 18,
  kCrumbs = 1U << 19,
  kUnseen = 1U << 20,
  kSign = 1U << 21,
  kList = 1U << 22,  // of whatever
  kPicture = 1U << 23,
  kBox = 1U << 24,
  kFirst = 1U << 25,  // what stands at the top of the page: "top", "page", "site"
};

struct Entry {
  std::uint32_t word;
  std::string_view names;
};
constexpr auto kWords = std::to_array<Entry>({
    {kStory,
     "article post entry story news single node detail details khabar hentry blogpost topic item_page newsdetails "
     "articledetails singlepost"},
    {kContent,
     "content body text txt paragraph paragraphs maincontent articlebody entrycontent postcontent storybody "
     "articlecontent articletext storytext newsbody postbody fulltext blogcontent cooked"},
    {kHead, "title headline heading titr subject entrytitle posttitle articletitle maintitle"},
    {kOthers,
     "related similar recommended recommendations recommend recommendation more also suggested suggestions popular "
     "trending most "
     "mostread mostviewed latest recent recents breaking ticker marquee readmore readalso yarpp outbrain taboola mgid "
     "jeg crosslinks relatedposts relatedpost relatednews othernews morenews seealso jp inline next prev previous"},
    {kDay, "date time published pubdate timestamp datetime postdate publishdate publish entrydate newsdate"},
    {kChange, "modified updated update lastmod lastupdate datemodified"},
    {kWriter, "author authors byline writer editor writers reporter authorname articleauthor"},
    {kOrigin, "source sources masdar agency"},
    {kUnder, "caption figcaption imagecaption imgcaption photocaption imgdesc copyright_img alttext piccaption"},
    {kTagged, "tag tags keywords keyword hashtag hashtags tagcloud posttags taglist"},
    {kSummary,
     "lead lede summary intro subtitle excerpt standfirst deck sapo teaser subheadline introtext chapeau brief dek "
     "abstract subtitles"},
    {kTalk, "comment comments disqus respond commentlist replies reply fbcomments discussion"},
    {kPass,
     "share sharing social addthis addtoany sharethis sharedaddy follow sharebar socials a2a sharer icons shares "
     "sharebuttons"},
    {kMenu, "nav menu navbar navigation navigator topbar toolbar mainmenu submenu megamenu navmenu sitemap"},
    {kSide, "sidebar aside side rightcol leftcol sidebars rightside leftside secondary rail widgetarea"},
    {kFoot, "footer foot copyright copyrights bottom colophon sitefooter"},
    {kPaid,
     "ad ads advert adverts advertisement advertising banner banners sponsor sponsored promo adsbygoogle dfp gpt "
     "adslot "
     "adunit adbox adv advertise ilan"},
    {kLetter, "newsletter subscribe subscription mailchimp mailinglist"},
    {kTool,
     "player poll polls vote weather currency currencies cookie cookies consent popup modal login signin search gdpr "
     "captcha rates prayer pray signup register toast notice overlay lightbox audio listen print font fontsize "
     "calendar stock stocks exchange gallery slider carousel swiper whatsapp telegram app apps download"},
    {kCrumbs, "breadcrumb breadcrumbs crumbs crumb"},
    {kUnseen, "sr screenreader hidden invisible"},
    {kSign, "logo brand masthead sitename"},
    {kList, "list lists loop grid archive category cat index items box block blocks cards listing feed"},
    {kPicture, "image img photo pic picture thumb thumbnail media wp"},
    {kBox, "widget widgets module panel"},
    {kFirst, "top page site main header head global"},
});

using Dictionary = std::unordered_map<std::string_view, std::uint32_t>;

Dictionary make_dictionary() {
  Dictionary words;
  for (const Entry& entry : kWords) {
    for (std::size_t at = 0; at < entry.names.size();) {
      std::size_t end = entry.names.find(' ', at);
      if (end == std::string_view::npos) end = entry.names.size();
      words[entry.names.substr(at, end - at)] |= entry.word;
      at = end + 1;
    }
  }
  return words;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool any(std::uint32_t words, std::uint32_t of) { return (words & of) != 0; }

// From the words of one name.
Hints hints_of(std::uint32_t w) {
  if (w == 0) return 0;
  Hints hints = 0;
  if (any(w, kTalk)) return kHintComments;
  if (any(w, kPaid)) return kHintAdvert;
  if (any(w, kLetter)) return kHintNewsletter;
  if (any(w, kCrumbs)) return kHintBreadcrumb;
  if (any(w, kPass)) return kHintShare;
  if (any(w, kUnseen)) return kHintHidden;
  if (any(w, kTool)) hints |= kHintWidget;
  if (any(w, kMenu)) hints |= kHintNavigation;
  if (any(w, kOthers)) hints |= kHintRelated;
  if (any(w, kSide)) hints |= kHintSide;
  if (any(w, kFoot) && !any(w, kStory)) hints |= kHintFooter;
  if (any(w, kSign)) hints |= kHintLogo;
  if (any(w, kTagged)) hints |= kHintTags;
  if (any(w, kUnder) || (any(w, kPicture) && any(w, kContent | kHead))) hints |= kHintCaption;
  if (any(w, kChange)) hints |= kHintModified;
  if (any(w, kDay)) hints |= kHintDate;
  if (any(w, kWriter)) hints |= kHintAuthor;
  if (any(w, kOrigin)) hints |= kHintSource;
  if (any(w, kSummary)) hints |= kHintLead;
  if (hints != 0) return hints | (any(w, kHead) ? kHintTitle : 0U);
  if (any(w, kHead)) return kHintTitle;
  if (any(w, kStory) && any(w, kContent)) return kHintBody;
  if (any(w, kStory) && !any(w, kList | kBox)) return kHintStory;
  return 0;
}

// One class or id: words parted by - _ : . and by capitals.
Hints read_name(std::string_view name) {
  static const Dictionary dictionary = make_dictionary();
  std::uint32_t words = 0;
  std::string word;
  const auto take = [&] {
    if (word.size() > 1 && word.size() <= kMostWord) {
      const auto found = dictionary.find(word);
      if (found != dictionary.end()) words |= found->second;
    }
    word.clear();
  };
  std::string whole;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_upper(c) && !is_lower(c)) {
      take();
      continue;
    }
    if (is_upper(c) && i > 0 && is_lower(name[i - 1])) take();
    const char low = ascii_lower(c);
    word += low;
    whole += low;
  }
  take();
  if (words == 0 && whole.size() <= kMostWord) {
    const auto found = dictionary.find(whole);
    if (found != dictionary.end()) words = found->second;
  }
  return hints_of(words);
}

}  // namespace

Hints HintReader::read(std::string_view names) {
  if (names.size() > kMostBytes) names = names.substr(0, kMostBytes);
  if (names.empty()) return 0;
  Known& known = known_[std::hash<std::string_view>()(names) % kKnown];
  if (known.names == names) return known.hints;
  Hints hints = 0;
  for (std::size_t at = 0; at < names.size();) {
    std::size_t end = at;
    while (end < names.size() && static_cast<unsigned char>(names[end]) > ' ') ++end;
    if (end > at) hints |= read_name(names.substr(at, end - at));
    at = end + 1;
  }
  known = {names, hints};
  return hints;
}

}  // namespace qanat::page

#include "api/book.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "arabic/arabic.h"

namespace qanat::api {
namespace {

constexpr std::size_t kMostNames = 16;  // spellings of a mechanism's name kept for finding it

// Gives each different text a number.
class Numbers {
 public:
  explicit Numbers(std::vector<std::string>& texts) : texts_(texts) {}
  Index of(const std::string& text) {
    const auto [at, is_new] = known_.try_emplace(text, static_cast<Index>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return at->second;
  }

 private:
  std::vector<std::string>& texts_;
  std::unordered_map<std::string, Index> known_;
};

class Binder {
 public:
  explicit Binder(Book& book) : book_(book), publishers_(book.publishers), origins_(book.origins) {}

  void add(store::ArticleNote&& note) {
    BookArticle& a = book_.articles.emplace_back();
    a.number = note.number;
    a.published = note.published.date;
    if (a.published) {
      const Date::Ymd day = a.published->ymd();
      a.month = day.year * 12 + day.month - 1;
    }
    a.method = note.published.method;
    a.publisher = publishers_.of(note.publisher);
    // A body without words has no origin: it is its own.
    a.origin = note.origin.empty() ? kNone : origins_.of(note.origin);
    if (a.origin == kNone) return;
    if (book_.articles_of_origin.size() <= a.origin) book_.articles_of_origin.resize(a.origin + 1);
    ++book_.articles_of_origin[a.origin];
  }

  void add(ledger::Channel&& channel) {
    BookChannel& c = book_.channels.emplace_back();
    c.id = channel.key.id();
    c.text = channel.key.text();
    c.channel = std::move(channel);
  }

  void add(store::ReportNote&& note) {
    BookReport& r = book_.reports.emplace_back();
    r.entry = std::move(note.entry);
    r.article = book_.article(note.article);
    r.day = r.entry.report.time ? r.entry.report.time->first : r.entry.published;
    channel_of_.push_back(std::move(note.channel));
  }

  // To be called when all articles are in: reports ask for them.
  void number_articles() {
    constexpr std::int64_t kSparse = 4;  // numbers for each article
    const auto count = static_cast<std::int64_t>(book_.articles.size());
    if (count == 0 || book_.articles.back().number >= kSparse * count) return;
    book_.articles_by_number.assign(static_cast<std::size_t>(book_.articles.back().number) + 1, kNone);
    for (Index i = 0; i < book_.articles.size(); ++i)
      book_.articles_by_number[static_cast<std::size_t>(book_.articles[i].number)] = i;
  }

  void bind() {
    sort_channels();
    group_channels();
    sort_reports();
    count_people();
    list_contacts();
    list_conflicts();
    list_articles();
  }

 private:
  void sort_channels() {
    auto& channels = book_.channels;
    std::sort(channels.begin(), channels.end(), [](const BookChannel& a, const BookChannel& b) {
      return std::tuple(newest_first(a.channel.last), std::string_view(a.text), std::string_view(a.id)) <
             std::tuple(newest_first(b.channel.last), std::string_view(b.text), std::string_view(b.id));
    });
    book_.channels_by_id.resize(channels.size());
    for (Index i = 0; i < channels.size(); ++i) book_.channels_by_id[i] = i;
    std::sort(book_.channels_by_id.begin(), book_.channels_by_id.end(),
              [&](Index a, Index b) { return channels[a].id < channels[b].id; });
  }

  void group_channels() {
    std::map<std::vector<std::string>, Index> known;
    for (Index i = 0; i < book_.channels.size(); ++i) {
      BookChannel& c = book_.channels[i];
      const auto [at, is_new] = known.try_emplace(c.channel.key.actors, static_cast<Index>(book_.groups.size()));
      c.group = at->second;
      if (is_new) {
        std::string& key = book_.groups.emplace_back().key;
        for (const std::string& actor : c.channel.key.actors) key.append(key.empty() ? "" : "-").append(actor);
      }
      book_.groups[c.group].channels.push_back(i);
    }
  }

  void sort_reports() {
    auto& reports = book_.reports;
    for (std::size_t i = 0; i < reports.size(); ++i) reports[i].channel = book_.channel(channel_of_[i]);
    std::sort(reports.begin(), reports.end(), [](const BookReport& a, const BookReport& b) {
      return std::tuple(newest_first(a.day), std::string_view(a.entry.id)) <
             std::tuple(newest_first(b.day), std::string_view(b.entry.id));
    });
    book_.reports_by_id.reserve(reports.size());
    for (Index i = 0; i < reports.size(); ++i) {
      const auto published = reports[i].entry.published;
      if (published && (!book_.first || *published < *book_.first)) book_.first = published;
      book_.last = std::max(book_.last, published);
      book_.reports_by_id.emplace(reports[i].entry.id, i);
      if (reports[i].article != kNone) book_.articles[reports[i].article].reports.push_back(i);
      if (reports[i].channel != kNone) book_.channels[reports[i].channel].reports.push_back(i);
    }
    for (BookChannel& c : book_.channels) c.names = names_of(c);
  }

  std::string names_of(const BookChannel& channel) const {
    if (channel.channel.key.mechanism.empty()) return {};
    std::set<std::string> written;
    for (const Index r : channel.reports) written.insert(book_.reports[r].entry.report.channel);
    std::set<std::string> folded = {arabic::fold(channel.channel.key.mechanism)};
    for (const std::string& w : written)
      if (folded.size() < kMostNames) folded.insert(arabic::fold(w));
    std::string out;
    for (const std::string& name : folded) out.append(name).append("\n");
    return out;
  }

  struct Seen {
    std::map<std::string, int> roles;
    std::set<Index> channels;
    int reports = 0;
    std::optional<Date> first, last;
  };

  void count_people() {
    std::map<std::pair<std::string, std::string>, Seen> persons;  // by actor and name
    std::map<std::string, Seen> actors;
    for (const BookReport& r : book_.reports) {
      std::set<std::string_view> counted;
      for (const report::Party& p : r.entry.report.parties) {
        Seen& actor = actors[p.actor];
        if (counted.insert(p.actor).second) ++actor.reports;
        if (r.channel != kNone) actor.channels.insert(r.channel);
        if (!p.person.empty()) see(persons[{p.actor, p.person}], r, p.role);
      }
    }
    std::map<std::pair<std::string, std::string>, Index> number;
    for (const auto& [key, seen] : persons) add_person(key, seen);
    std::sort(book_.persons.begin(), book_.persons.end(), [](const BookPerson& a, const BookPerson& b) {
      return std::tie(b.reports, a.actor, a.name) < std::tie(a.reports, b.actor, b.name);
    });
    for (Index i = 0; i < book_.persons.size(); ++i)
      number.emplace(std::pair(book_.persons[i].actor, book_.persons[i].name), i);
    for (BookReport& r : book_.reports) {
      r.persons.reserve(r.entry.report.parties.size());
      for (const report::Party& p : r.entry.report.parties)
        r.persons.push_back(p.person.empty() ? kNone : number.at({p.actor, p.person}));
    }
    add_actors(actors);
    for (BookReport& r : book_.reports)
      for (const report::Party& p : r.entry.report.parties) r.actors.push_back(book_.actor(p.actor));
  }

  static void see(Seen& seen, const BookReport& report, const std::string& role) {
    ++seen.reports;
    if (!role.empty()) ++seen.roles[role];
    if (report.channel != kNone) seen.channels.insert(report.channel);
    const auto day = report.entry.published;
    if (day && (!seen.first || *day < *seen.first)) seen.first = day;
    if (day && (!seen.last || *day > *seen.last)) seen.last = day;
  }

  void add_person(const std::pair<std::string, std::string>& key, const Seen& seen) {
    BookPerson& p = book_.persons.emplace_back();
    p.actor = key.first;
    p.name = key.second;
    p.folded = arabic::fold(p.name);
    p.roles.assign(seen.roles.begin(), seen.roles.end());
    std::stable_sort(p.roles.begin(), p.roles.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    p.reports = seen.reports;
    p.channels = static_cast<int>(seen.channels.size());
    p.first = seen.first;
    p.last = seen.last;
  }

  void add_actors(const std::map<std::string, Seen>& actors) {
    for (const auto& [code, seen] : actors) {
      BookActor& a = book_.actors.emplace_back();
      a.actor = code;
      a.reports = seen.reports;
      a.channels.assign(seen.channels.begin(), seen.channels.end());
    }
    std::stable_sort(book_.actors.begin(), book_.actors.end(),
                     [](const BookActor& a, const BookActor& b) { return a.reports > b.reports; });
    for (Index i = 0; i < book_.actors.size(); ++i) book_.actors_by_code.emplace(book_.actors[i].actor, i);
    for (Index i = 0; i < book_.persons.size(); ++i)
      book_.actors[book_.actor(book_.persons[i].actor)].persons.push_back(i);
  }

  void list_contacts() {
    for (Index c = 0; c < book_.channels.size(); ++c) {
      const auto& contacts = book_.channels[c].channel.contacts;
      for (Index i = 0; i < contacts.size(); ++i) book_.contacts.push_back({c, i, day_of(contacts[i])});
    }
    std::sort(book_.contacts.begin(), book_.contacts.end(), [&](const BookContact& a, const BookContact& b) {
      return std::tuple(newest_first(a.day), std::string_view(id(a)), a.channel) <
             std::tuple(newest_first(b.day), std::string_view(id(b)), b.channel);
    });
  }
  const std::string& id(const BookContact& c) const { return book_.channels[c.channel].channel.contacts[c.contact].id; }

  void list_conflicts() {
    for (Index c = 0; c < book_.channels.size(); ++c) {
      const auto& conflicts = book_.channels[c].channel.conflicts;
      for (Index i = 0; i < conflicts.size(); ++i) {
        const Index left = book_.report(conflicts[i].left);
        const Index right = book_.report(conflicts[i].right);
        if (left == kNone || right == kNone) continue;  // a damaged ledger; `qanat verify` says so
        const auto day = std::max(book_.reports[left].entry.published, book_.reports[right].entry.published);
        book_.conflicts.push_back({c, i, left, right, day});
      }
    }
    std::sort(book_.conflicts.begin(), book_.conflicts.end(), [&](const BookConflict& a, const BookConflict& b) {
      return std::tuple(newest_first(a.day), std::string_view(id(a))) <
             std::tuple(newest_first(b.day), std::string_view(id(b)));
    });
  }
  const std::string& id(const BookConflict& c) const {
    return book_.channels[c.channel].channel.conflicts[c.conflict].id;
  }

  void list_articles() {
    book_.newest_articles.resize(book_.articles.size());
    for (Index i = 0; i < book_.articles.size(); ++i) book_.newest_articles[i] = i;
    std::sort(book_.newest_articles.begin(), book_.newest_articles.end(), [&](Index a, Index b) {
      return std::tuple(newest_first(book_.articles[a].published), a) <
             std::tuple(newest_first(book_.articles[b].published), b);
    });
    for (Index i = 0; i < book_.newest_articles.size(); ++i) book_.articles[book_.newest_articles[i]].place = i;
  }

  Book& book_;
  Numbers publishers_;
  Numbers origins_;
  std::vector<std::string> channel_of_;  // by report, before they are sorted
};

}  // namespace

Index Book::channel(std::string_view id) const {
  const auto found = std::lower_bound(channels_by_id.begin(), channels_by_id.end(), id,
                                      [&](Index i, std::string_view wanted) { return channels[i].id < wanted; });
  if (id.empty() || found == channels_by_id.end() || !channels[*found].id.starts_with(id)) return kNone;
  return channels[*found].id != id && is_ambiguous(id) ? kNone : *found;
}

bool Book::is_ambiguous(std::string_view beginning) const {
  const auto found = std::lower_bound(channels_by_id.begin(), channels_by_id.end(), beginning,
                                      [&](Index i, std::string_view wanted) { return channels[i].id < wanted; });
  if (found == channels_by_id.end() || std::next(found) == channels_by_id.end()) return false;
  return channels[*found].id != beginning && channels[*std::next(found)].id.starts_with(beginning);
}

Index Book::report(std::string_view id) const {
  const auto found = reports_by_id.find(id);
  return found == reports_by_id.end() ? kNone : found->second;
}

Index Book::article(std::int64_t number) const {
  if (!articles_by_number.empty()) {
    const auto at = static_cast<std::size_t>(number);
    return number >= 0 && at < articles_by_number.size() ? articles_by_number[at] : kNone;
  }
  const auto found = std::lower_bound(articles.begin(), articles.end(), number,
                                      [](const BookArticle& a, std::int64_t n) { return a.number < n; });
  if (found == articles.end() || found->number != number) return kNone;
  return static_cast<Index>(found - articles.begin());
}

Index Book::actor(std::string_view code) const {
  const auto found = actors_by_code.find(code);
  return found == actors_by_code.end() ? kNone : found->second;
}

Result<std::shared_ptr<const Book>> make_book(store::Store& store, std::uint64_t generation) {
  const auto book = std::make_shared<Book>();
  book->generation = generation;
  Binder binder(*book);
  store::Surveyor surveyor;
  surveyor.article = [&](store::ArticleNote&& note) { binder.add(std::move(note)); };
  surveyor.channel = [&](ledger::Channel&& channel) { binder.add(std::move(channel)); };
  bool is_first = true;
  surveyor.report = [&](store::ReportNote&& note) {
    if (std::exchange(is_first, false)) binder.number_articles();
    binder.add(std::move(note));
  };
  const auto surveyed = store.survey(surveyor);
  if (!surveyed) return surveyed.error();
  book->surveyed = surveyed.value();
  if (is_first) binder.number_articles();
  binder.bind();
  return std::shared_ptr<const Book>(book);
}

}  // namespace qanat::api

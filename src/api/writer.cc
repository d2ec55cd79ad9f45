#include "api/writer.h"

#include <sys/mman.h>
#include <unistd.h>

#include "api/call.h"
#include "api/rows.h"
#include "api/utf16.h"
#include "feed/feed.h"

namespace qanat::api {
namespace {

constexpr std::size_t kMostWaiting = 64;
constexpr std::size_t kMostBytes = 64U << 20;
constexpr const char* kName = "page";  // what the sent document is called in messages

// Bytes as a file without a name, for the feed tells by a file's content what it is, and unpacks it.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(::memfd_create("qanat-page", MFD_CLOEXEC)) {
    while (file_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written <= 0) {
        ::close(file_);
        file_ = -1;
        return;
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ~MemoryFile() {
    if (file_ >= 0) ::close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  bool ok() const { return file_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

// The path of our own making, wherever it stands, gives way to a name that means something to the sender.
std::string named(std::string text, const std::string& path, const std::string& name) {
  const std::size_t at = text.find(path);
  if (at != std::string::npos) text.replace(at, path.size(), name);
  return text;
}

struct Read {
  std::vector<store::ReadPage> pages;
  Issues issues;
};

Result<Read> read_all(const engine::Reader& reader, Sent&& sent) {
  const MemoryFile file(sent.bytes);
  if (!file.ok()) return Error{"there is not enough memory to read the document; send a smaller one"};
  const std::string path = file.path();
  Read out;
  std::size_t number = 0;
  feed::Sink sink;
  sink.document = [&](feed::Document&& d, const feed::Progress&) {
    // The first document is the one that the sender speaks of; the others are records of its own making.
    const bool is_first = number++ == 0;
    if (d.id == path)
      d.id = sent.id;
    else if (d.id.starts_with(path))
      d.id = sent.id.empty() ? std::string() : named(std::move(d.id), path, sent.id);
    d.where = named(std::move(d.where), path, kName);
    if (is_first) {
      if (d.url.empty()) d.url = sent.url;
      if (d.publisher.empty()) d.publisher = sent.publisher;
      if (d.published.empty()) d.published = sent.published;
      if (d.title.empty()) d.title = sent.title;
    }
    out.pages.push_back(engine::read_to_keep(reader, std::move(d)));
    return true;
  };
  sink.issue = [&](Issue&& issue) {
    issue.where = named(std::move(issue.where), path, kName);
    out.issues.push_back(std::move(issue));
  };
  const Status read = feed::read({path}, feed::Limits{}, sink);
  if (!read && out.issues.empty()) return Error{named(read.error().message, path, kName)};
  return out;
}

void write_article(JsonWriter& w, store::Store& store, const store::ReadPage& page, const store::ReadArticle& read,
                   const Utf16Map& map) {
  w.begin_object()
      .member("id", read.article.id)
      .text_or_null("title", read.article.title_text)
      .member("published", read.article.published.date);
  write_method(w, "published_by", read.article.published.date, read.article.published.method);
  w.key("reports").begin_array();
  // As the ledger keeps them.
  if (const auto rows = store.reports_of_article(read.article.id)) {
    for (const store::ReportRow& row : rows.value())
      write_report(w, {row, read.article.title_text, page.url, read.article.published.method}, &map);
  }
  w.end_array().end_object();
}

}  // namespace

Writer::Writer(std::string path, std::unique_ptr<store::Store> store, const engine::Reader& reader, Keeper& keeper)
    : path_(std::move(path)),
      file_(file_id(path_)),
      store_(std::move(store)),
      reader_(reader),
      keeper_(keeper),
      thread_([this] { serve(); }) {}

Result<std::unique_ptr<Writer>> Writer::make(const std::string& path, const engine::Reader& reader, Keeper& keeper) {
  auto store = store::Store::open(path, store::Store::Mode::create);
  if (!store) return store.error();
  return std::unique_ptr<Writer>(new Writer(path, std::move(*store), reader, keeper));
}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  work_.notify_all();
  thread_.join();
}

bool Writer::take(Sent&& sent, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= kMostWaiting || bytes_ + sent.bytes.size() > kMostBytes) return false;
    bytes_ += sent.bytes.size();
    waiting_.emplace_back(std::move(sent), std::move(done));
  }
  work_.notify_one();
  return true;
}

void Writer::serve() {
  bool wrote = false;
  std::unique_lock lock(mutex_);
  for (;;) {
    work_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) break;
    auto [sent, done] = std::move(waiting_.front());
    waiting_.pop_front();
    const std::size_t bytes = sent.bytes.size();
    const bool refuse = stopping_;
    lock.unlock();
    done(refuse ? unavailable("the server is stopping; the page was not read") : write(std::move(sent)));
    wrote = wrote || !refuse;
    lock.lock();
    bytes_ -= bytes;
  }
  lock.unlock();
  // Leaving it out loses nothing, so its failure is nobody's trouble.
  if (wrote) [[maybe_unused]]
    const Status finished = store_->finish();
}

Answer Writer::write(Sent&& sent) {
  auto read = read_all(reader_, std::move(sent));
  if (!read) return unavailable(read.error().message);
  if (read->pages.empty()) {
    std::string why = "the document holds no page";
    if (!read->issues.empty()) why += ": " + read->issues.front().what;
    return problem(422, "unreadable", "the document gave no page", why);
  }
  // Whoever made the ledger anew meant it: what is written goes where reads look.
  if (const FileId now = file_id(path_); now != file_) {
    auto opened = store::Store::open(path_, store::Store::Mode::create);
    if (!opened) return unavailable(opened.error().message);
    store_ = std::move(*opened);
    file_ = file_id(path_);
  }
  const auto written = store_->write(read->pages);
  if (!written) return unavailable(written.error().message);
  keeper_.newest();

  const store::Written& done = written.value();
  std::size_t empty = 0;
  for (const store::ReadPage& page : read->pages) empty += page.articles.empty() ? 1 : 0;
  JsonWriter w;
  w.begin_object()
      .member("documents", read->pages.size())
      .member("added", done.added)
      .member("unchanged", done.unchanged)
      .member("replaced", done.replaced)
      .member("empty", empty)
      .key("articles")
      .begin_array();
  for (const store::ReadPage& page : read->pages) {
    const Utf16Map map(page.text);
    for (const store::ReadArticle& article : page.articles) write_article(w, *store_, page, article, map);
  }
  w.end_array().member("changes", done.changes);
  for (store::ReadPage& page : read->pages)
    for (Issue& issue : page.issues) read->issues.push_back(std::move(issue));
  issues_member(w, read->issues);
  w.end_object();
  return json_answer(w.take());
}

}  // namespace qanat::api

// Bytes -> Documents: what the feed costs before anything is read.
#include "feed/feed.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "bench.h"

namespace qanat::bench {
namespace {

constexpr int kPages = 500;

// A page of the size that news sites serve; the text is of no matter here.
std::string html_page(int number) {
  constexpr std::size_t kSize = 100 << 10;
  std::string page = "<html><head><title>خبر " + std::to_string(number) + "</title></head><body>";
  while (page.size() < kSize) page += "<div class=\"menu\"><a href=\"/section\">باب من الأبواب</a></div>\n";
  return page + "<p>التقى الوزيران في عمّان.</p></body></html>";
}

// A file of the process's own, removed at its end.
class Made {
 public:
  Made(const std::string& name, const std::string& content)
      : path_("/tmp/qanat_bench_" + std::to_string(::getpid()) + "_" + name) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~Made() { std::remove(path_.c_str()); }
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string warc() {
  std::string out;
  for (int i = 0; i < kPages; ++i) {
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html_page(i);
    out += "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + std::to_string(i) +
           ">\r\nWARC-Target-URI: https://paper.example/" + std::to_string(i) +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  }
  return out;
}

std::string rss() {
  std::string out = "<rss version=\"2.0\"><channel>";
  for (int i = 0; i < kPages; ++i)
    out += "<item><title>خبر</title><link>https://paper.example/" + std::to_string(i) +
           "</link><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><description><![CDATA[" + html_page(i) +
           "]]></description></item>\n";
  return out + "</channel></rss>";
}

void read_all(benchmark::State& state, const std::string& name, const std::string& content) {
  const Made file(name, content);
  const auto read = [&file] {
    int documents = 0;
    feed::Sink sink;
    sink.document = [&documents](feed::Document&& document, const feed::Progress&) {
      documents += document.bytes.ends_with("</html>") || document.bytes.ends_with("</html>\n") ? 1 : 0;
      return true;
    };
    sink.issue = [](Issue&& issue) { require(false, issue.what); };
    require(feed::read({file.path()}, {}, sink).ok(), "the file can be read");
    return documents;
  };
  require(read() == kPages, "each page comes, and whole");
  while (state.KeepRunning()) benchmark::DoNotOptimize(read());
  state.SetItemsProcessed(state.iterations() * kPages);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(content.size()));
}

void feed_warc(benchmark::State& state) { read_all(state, "warc", warc()); }
void feed_rss(benchmark::State& state) { read_all(state, "rss", rss()); }
BENCHMARK(feed_warc)->Unit(benchmark::kMillisecond);
BENCHMARK(feed_rss)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace qanat::bench

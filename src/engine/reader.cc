#include "base/hash.h"
#include "engine/engine.h"
#include "engine/marks.h"
#include "engine/read_file.h"
#include "lexicon/lexicon.h"
#include "mention/mention.h"
#include "origin/origin.h"
#include "page/page.h"
#include "report/report.h"
#include "sentence/sentence.h"

namespace qanat::engine {
namespace {

class LineReader final : public Reader {
 public:
  LineReader(std::shared_ptr<const lexicon::Lexicon> lexicon, learn::Weights weights, std::string fingerprint)
      : lexicon_(lexicon),
        finder_(lexicon),
        reporter_(std::move(lexicon), std::move(weights)),
        fingerprint_(std::move(fingerprint)) {}

  store::ReadPage read(feed::Document&& document) const override { return read_page(std::move(document), nullptr); }

  std::string explain(feed::Document&& document) const override {
    std::string dump;
    read_page(std::move(document), &dump);
    return dump;
  }

  std::vector<Mark> marks(const store::ReadPage& page, const article::Article& article) const override {
    const sentence::Text text = sentence::split(page.text, article);
    return marks_of(text, finder_.find(page.text, text, article.published.date), *lexicon_);
  }

  std::vector<report::Report> reasons(const store::ReadPage& page, const article::Article& article) const override {
    const sentence::Text text = sentence::split(page.text, article);
    const mention::Mentions mentions = finder_.find(page.text, text, article.published.date);
    std::vector<std::string> left_out;
    return reporter_.read({page.text, &article, &text, &mentions}, reporter_.topic(text), &left_out);
  }

  std::string fingerprint() const override { return fingerprint_; }

 private:
  store::ReadPage read_page(feed::Document&& document, std::string* dump) const {
    page::Page page = page::make_page(std::move(document));
    article::PageArticles taken = article::take_apart(page);
    if (dump != nullptr) *dump += "== blocks\n" + article::dump(page, taken);
    store::ReadPage out;
    for (article::Article& article : taken.articles) {
      store::ReadArticle read;
      const sentence::Text text = sentence::split(page.text, article);
      const float topic = reporter_.topic(text);
      // Names are looked for where something may be told of them, or somebody wants to see them.
      mention::Mentions mentions;
      if (topic >= report::Reporter::kOffTopic || dump != nullptr)
        mentions = finder_.find(page.text, text, article.published.date);
      std::vector<std::string> left_out;
      read.reports =
          reporter_.read({page.text, &article, &text, &mentions}, topic, dump != nullptr ? &left_out : nullptr);
      if (dump != nullptr) {
        *dump += "\n== sentences of " + article.id + "\n" + sentence::dump(page.text, text);
        *dump += "\n== mentions\n" + mention::dump(page.text, text, mentions, *lexicon_);
        *dump += "\n== reports\n";
        for (const report::Report& r : read.reports) {
          *dump += report::dump(r) + "\n";
          for (const report::Evidence& e : r.evidence) *dump += "  « " + e.quote + " »\n";
          for (const std::string& w : r.why) *dump += "  " + w + "\n";
        }
        if (!left_out.empty()) *dump += "\n== left out\n";
        for (const std::string& line : left_out) *dump += line + "\n";
      }
      read.article = std::move(article);
      out.articles.push_back(std::move(read));
    }
    out.id = page.id;
    out.url = page.url;
    out.charset = page.charset;
    out.lexicon = fingerprint_;
    out.blocks = std::move(taken.blocks);
    out.issues = std::move(page.issues);
    out.issues.insert(out.issues.end(), taken.issues.begin(), taken.issues.end());
    out.text = std::move(page.text);
    return out;
  }

  std::shared_ptr<const lexicon::Lexicon> lexicon_;
  mention::Finder finder_;
  report::Reporter reporter_;
  std::string fingerprint_;
};

}  // namespace

store::ReadPage read_to_keep(const Reader& reader, feed::Document&& document) {
  store::ReadPage page = reader.read(std::move(document));
  for (store::ReadArticle& a : page.articles) a.sketch = origin::sketch(page.text, a.article.body);
  return page;
}

Result<std::unique_ptr<Reader>> Reader::make(const Options& options) {
  auto lexicon =
      options.lexicon_dir.empty() ? lexicon::Lexicon::built_in() : lexicon::Lexicon::load(options.lexicon_dir);
  if (!lexicon) return lexicon.error();
  std::string fingerprint = (*lexicon)->hash();
  if (options.weights.empty()) {
    auto weights = report::built_in_weights();
    if (!weights) return weights.error();
    return std::unique_ptr<Reader>(
        std::make_unique<LineReader>(*lexicon, std::move(*weights), hash_hex(fingerprint + "built-in")));
  }
  auto text = read_file(options.weights);
  if (!text) return text.error();
  auto weights = learn::Weights::parse(*text);
  if (!weights) return Error{options.weights + ": " + weights.error().message};
  return std::unique_ptr<Reader>(
      std::make_unique<LineReader>(*lexicon, std::move(*weights), hash_hex(fingerprint + hash_hex(*text))));
}

}  // namespace qanat::engine

// A page from its bytes to its articles.
#include "article/article.h"
#include "base/utf8.h"
#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using qanat::fuzz::check;
  qanat::feed::Document document;
  document.where = document.id = "input";
  document.url = "https://paper.example/2024/03/05/story";
  document.content_type = "text/html";
  document.bytes.assign(reinterpret_cast<const char*>(data), size);
  const qanat::page::Page page = qanat::page::make_page(std::move(document));
  check(qanat::first_invalid_utf8(page.text) == page.text.size(), "a page's text is UTF-8");

  const qanat::article::PageArticles taken = qanat::article::take_apart(page);
  std::uint32_t end = 0;
  for (const qanat::article::Block& block : taken.blocks) {
    check(block.span.begin >= end && block.span.begin <= block.span.end, "blocks are in order and do not overlap");
    check(block.span.end <= page.text.size(), "a block lies in the text");
    end = block.span.end;
  }
  for (const qanat::article::Article& article : taken.articles) {
    check(article.title.end <= page.text.size(), "a title lies in the text");
    check(qanat::first_invalid_utf8(article.title_text) == article.title_text.size(), "a title is UTF-8");
    for (const qanat::Span span : article.body) check(span.end <= page.text.size(), "a body lies in the text");
  }
  return 0;
}

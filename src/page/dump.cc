#include "base/utf8.h"
#include "page/page.h"

namespace qanat::page {
namespace {

constexpr std::size_t kFirstBytes = 60;

struct Name {
  Hint hint;
  const char* name;
};
constexpr Name kNames[] = {{kHintBody, "body"},     {kHintStory, "story"},       {kHintTitle, "title"},
                           {kHintDate, "date"},     {kHintModified, "modified"}, {kHintAuthor, "author"},
                           {kHintSource, "source"}, {kHintCaption, "caption"},   {kHintTags, "tags"},
                           {kHintLead, "lead"},     {kHintRelated, "related"},   {kHintComments, "comments"},
                           {kHintShare, "share"},   {kHintNavigation, "nav"},    {kHintSide, "side"},
                           {kHintFooter, "footer"}, {kHintAdvert, "advert"},     {kHintNewsletter, "newsletter"},
                           {kHintWidget, "widget"}, {kHintBreadcrumb, "crumbs"}, {kHintHidden, "unseen"},
                           {kHintLogo, "logo"}};

void add_field(std::string& out, const char* name, const std::string& value) {
  if (!value.empty()) out.append(name).append(": ").append(value).append("\n");
}

std::string first_words(std::string_view text, Span span) { return shortened(slice(text, span), kFirstBytes); }

}  // namespace

std::string dump(const Page& page) {
  const Html& html = page.html;
  std::string out = std::string(to_string(page.format)) + " in " + page.charset + "\n";
  add_field(out, "title", html.title);
  add_field(out, "canonical", html.canonical);
  add_field(out, "language", html.language);
  add_field(out, "logo", html.logo);
  for (const Meta& meta : html.metas) add_field(out, ("meta " + meta.name).c_str(), meta.value);
  for (const Linked& linked : html.linked) add_field(out, ("linked " + linked.type).c_str(), linked.headline);
  for (const TimeTag& time : html.times) add_field(out, "time", time.value);
  for (const Block& block : html.blocks) {
    // The path of elements, the outermost last, as far as it says something.
    constexpr int kMostSteps = 6;
    int steps = 0;
    for (ElementNo e = block.element; e != 0 && steps < kMostSteps; e = html.elements[e].parent, ++steps) {
      const Element& element = html.elements[e];
      if (steps > 0) out += " < ";
      out += to_string(element.tag);
      if (element.level > 0) out += std::to_string(element.level);
      for (const Name& name : kNames) {
        if ((element.hints & name.hint) != 0) out.append(".").append(name.name);
      }
    }
    if (block.link_bytes > 0)
      out += " [" + std::to_string(block.link_bytes) + "/" + std::to_string(block.span.size()) + "]";
    out += ": " + first_words(page.text, block.span) + "\n";
  }
  return out;
}

}  // namespace qanat::page

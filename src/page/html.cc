#include "page/html.h"

#include <algorithm>

namespace qanat::page {

const char* to_string(Tag tag) {
  switch (tag) {
    case Tag::root:
      return "page";
    case Tag::other:
      return "other";
    case Tag::div:
      return "div";
    case Tag::p:
      return "p";
    case Tag::heading:
      return "h";
    case Tag::article:
      return "article";
    case Tag::section:
      return "section";
    case Tag::main:
      return "main";
    case Tag::header:
      return "header";
    case Tag::footer:
      return "footer";
    case Tag::nav:
      return "nav";
    case Tag::aside:
      return "aside";
    case Tag::address:
      return "address";
    case Tag::blockquote:
      return "blockquote";
    case Tag::pre:
      return "pre";
    case Tag::list:
      return "list";
    case Tag::item:
      return "item";
    case Tag::table:
      return "table";
    case Tag::row:
      return "row";
    case Tag::cell:
      return "cell";
    case Tag::figure:
      return "figure";
    case Tag::figcaption:
      return "figcaption";
    case Tag::form:
      return "form";
    case Tag::button:
      return "button";
    case Tag::select:
      return "select";
    case Tag::time:
      return "time";
    case Tag::link:
      return "link";
    case Tag::strong:
      return "strong";
    case Tag::media:
      return "media";
  }
  return "other";
}

const std::string& Html::meta(std::string_view name) const {
  static const std::string kNone;
  const auto found = std::find_if(metas.begin(), metas.end(), [&](const Meta& m) { return m.name == name; });
  return found == metas.end() ? kNone : found->value;
}

}  // namespace qanat::page

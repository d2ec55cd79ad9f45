// An HTML page taken apart.
#pragma once

#include "article/article.h"

namespace qanat::article {

PageArticles take_html_apart(const page::Page& page);

}  // namespace qanat::article

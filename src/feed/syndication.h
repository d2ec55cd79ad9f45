// Feeds, and what an item of one says. Private to the room.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "feed/format.h"

namespace qanat::feed {

struct FeedItem {
  std::string id;         // guid or Atom's id
  std::string link;       // absolute where the feed has it so
  std::string title;      // plain text
  std::string published;  // ISO 8601
  std::string language;   // the item's, else the feed's
  std::string publisher;  // the feed's own title
  std::string content;    // the longest of what the item holds; HTML where is_html
  bool is_html = false;
  std::uint64_t number = 0;  // from 1
  std::uint64_t line = 0;    // on which it begins
};

// Reads a feed from the input and hands out its items as they are met; false from `item` stops, and is returned.
// Trouble goes to the input.
bool read_items(Input& input, const std::function<bool(FeedItem&&)>& item);

// The document that an item amounts to by itself: its text, or a small page of HTML with its title and content.
Document document_of(FeedItem&& item);

// "Tue, 05 Mar 2024 23:30:00 +0300" -> "2024-03-05T23:30:00+03:00": the day stays the one that the feed's writer saw.
// What is ISO 8601 already is given back; empty where no day can be read.
std::string iso_time(std::string_view text);

// Does it hold a tag or an entity? RSS does not say whether a text is HTML.
bool has_markup(std::string_view text);
std::string escape_html(std::string_view text);
// Text without tags, entities resolved; for titles, which some feeds escape twice.
std::string plain_text(std::string_view html);

}  // namespace qanat::feed

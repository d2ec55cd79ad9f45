#include "feed/web_memory.h"

#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>

#include "feed/file.h"

namespace qanat::feed {
namespace {

constexpr const char* kNew = ".new";

void append_json(std::string& out, std::string_view text) {
  constexpr unsigned char kFirstPlain = 0x20;
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < kFirstPlain) {
      out += ' ';
    } else {
      out += c;
    }
  }
  out += '"';
}

std::string line_of(const std::string& address, const WebMemory::Entry& entry) {
  std::string out = "{\"url\": ";
  append_json(out, address);
  out += ", \"etag\": ";
  append_json(out, entry.validators.etag);
  out += ", \"modified\": ";
  append_json(out, entry.validators.modified);
  if (!entry.seen.empty()) {
    out += ", \"seen\": [";
    bool first = true;
    for (const std::string& item : entry.seen) {
      if (!first) out += ", ";
      first = false;
      append_json(out, item);
    }
    out += "]";
  }
  return out + "}\n";
}

std::string text_at(const simdjson::dom::element& object, const char* key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

}  // namespace

WebMemory WebMemory::load(const std::string& path) {
  WebMemory memory;
  memory.path_ = path;
  if (path.empty()) return memory;
  ::unlink((path + kNew).c_str());  // of a run that did not come to its end
  std::ifstream in(path, std::ios::binary);
  simdjson::dom::parser parser;
  for (std::string line; std::getline(in, line);) {
    simdjson::dom::element object;
    if (parser.parse(line).get(object) != simdjson::SUCCESS || !object.is_object()) continue;
    Entry entry{{text_at(object, "etag"), text_at(object, "modified")}, {}};
    simdjson::dom::array seen;
    if (object["seen"].get(seen) == simdjson::SUCCESS) {
      for (const simdjson::dom::element item : seen) {
        std::string_view text;
        if (item.get(text) == simdjson::SUCCESS) entry.seen.emplace(text);
      }
    }
    memory.entries_[text_at(object, "url")] = std::move(entry);
  }
  return memory;
}

const WebMemory::Entry& WebMemory::at(const std::string& address) const {
  static const Entry kNone;
  const auto found = entries_.find(address);
  return found == entries_.end() ? kNone : found->second;
}

Status WebMemory::write() const {
  if (path_.empty() || !changed_) return Done{};
  std::string all;
  for (const auto& [address, entry] : entries_) all += line_of(address, entry);
  const std::string path = path_ + kNew;
  constexpr int kMode = 0666;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (file < 0) return Error{path + ": cannot be written: " + reason(errno)};
  std::string_view rest = all;
  int trouble = 0;
  while (!rest.empty() && trouble == 0) {
    const ssize_t count = ::write(file, rest.data(), rest.size());
    if (count >= 0)
      rest.remove_prefix(static_cast<std::size_t>(count));
    else if (errno != EINTR)
      trouble = errno;
  }
  if (trouble == 0 && ::fsync(file) != 0) trouble = errno;
  ::close(file);
  if (trouble == 0) return Done{};
  ::unlink(path.c_str());
  return Error{path + ": cannot be written: " + reason(trouble)};
}

Status WebMemory::keep(const std::string& path) {
  if (path.empty()) return Done{};
  if (std::rename((path + kNew).c_str(), path.c_str()) == 0 || errno == ENOENT) return Done{};
  return Error{path + ": cannot be replaced: " + reason(errno)};
}

}  // namespace qanat::feed

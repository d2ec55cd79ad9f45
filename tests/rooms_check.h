// What src/rooms.txt and the house's three rules say of a source file, read off its text. Used by rooms_test.
#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace qanat::rooms {

// From a room to the rooms that it may include, itself and base among them.
using Grants = std::map<std::string, std::set<std::string>>;

// Reads rooms.txt. What is wrong with the file itself is appended to `faults`.
inline Grants read_grants(const std::string& text, std::vector<std::string>& faults) {
  Grants grants;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) {
      faults.push_back("rooms.txt: no colon in '" + line + "'");
      continue;
    }
    const std::string room = line.substr(0, colon);
    std::set<std::string> may = {room, "base"};
    std::istringstream words(line.substr(colon + 1));
    for (std::string used; words >> used;) {
      if (!grants.contains(used)) faults.push_back("rooms.txt: " + room + " uses " + used + ", not written above it");
      may.insert(used);
    }
    if (!grants.emplace(room, may).second) faults.push_back("rooms.txt: " + room + " is written twice");
  }
  return grants;
}

// The text with comments and the inside of literals blanked, so that only code is left; lines stay where they are. The
// names of includes are literals too: `include_of` looks at the text as written.
inline std::string code_of(std::string_view text) {
  std::string code(text);
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, code.size()); ++i) {
      if (code[i] != '\n') code[i] = ' ';
    }
    return to;
  };
  const auto end_after = [&](std::string_view mark, std::size_t from) {
    const std::size_t at = text.find(mark, from);
    return at == std::string_view::npos ? text.size() : at + mark.size();
  };
  const auto end_of_literal = [&](char quote, std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == quote || text[i] == '\n') {
        return i;
      }
    }
    return text.size();
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool after_name = i > 0 && (std::isalnum(static_cast<unsigned char>(text[i - 1])) != 0 || text[i - 1] == '_');
    if (rest.starts_with("//")) {
      i = blank(i, std::min(text.find('\n', i), text.size()));
    } else if (rest.starts_with("/*")) {
      i = blank(i, end_after("*/", i + 2));
    } else if (rest.starts_with("R\"") && !after_name) {
      const std::size_t open = std::min(text.find('(', i), text.size());
      const std::string close = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
      i = blank(i, end_after(close, open));
    } else if (text[i] == '"') {
      i = blank(i + 1, end_of_literal('"', i + 1)) + 1;
    } else if (text[i] == '\'' && !after_name) {  // behind a digit it parts thousands
      i = blank(i + 1, end_of_literal('\'', i + 1)) + 1;
    } else {
      ++i;
    }
  }
  return code;
}

// "page/page.h" or "<fstream>" where the line is an include, else empty.
inline std::string include_of(std::string_view line) {
  if (!line.starts_with("#include ")) return "";
  const std::size_t from = line.find_first_of("\"<");
  if (from == std::string_view::npos) return "";
  const bool own = line[from] == '"';
  const std::size_t to = line.find(own ? '"' : '>', from + 1);
  if (to == std::string_view::npos) return "";
  return std::string(own ? line.substr(from + 1, to - from - 1) : line.substr(from, to - from + 1));
}

// Does the code hold this word, not as part of a longer one?
inline bool has_word(std::string_view code, std::string_view word) {
  const auto part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::size_t at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !part(code[at - 1])) && (end == code.size() || !part(code[end]))) return true;
  }
  return false;
}

// A variable that lives on between calls and may change: "static" with a name and no "const", outside a declaration of
// a function.
inline bool is_mutable_static(std::string_view code) {
  const std::size_t at = code.find("static ");
  if (at == std::string_view::npos || code.substr(0, at).find_first_not_of(' ') != std::string_view::npos) return false;
  if (has_word(code, "const") || has_word(code, "constexpr")) return false;
  const std::size_t end = code.find_first_of("=;{(");
  return end != std::string_view::npos && code[end] != '(';
}

// Stages are values in, values out. base and learn serve them, and are held to the same.
inline bool is_pure(std::string_view room) {
  static const std::set<std::string_view> kPure = {"base",   "arabic",   "learn",   "page",   "article",
                                                   "origin", "sentence", "mention", "report", "ledger"};
  return kPure.contains(room);
}

// Headers through which the world could come in: disk, clock, chance, threads, the database.
inline bool is_worldly(std::string_view header) {
  static const std::set<std::string_view> kWorldly = {
      "<fstream>",
      "<iostream>",
      "<filesystem>",
      "<thread>",
      "<mutex>",
      "<shared_mutex>",
      "<atomic>",
      "<future>",
      "<ctime>",
      "<time.h>",
      "<sqlite3.h>",
      "<unistd.h>",
      "<fcntl.h>",
      "<stdio.h>",
      "<signal.h>",
      "<csignal>",
      "<dirent.h>",
      "<pthread.h>",
      "<condition_variable>",
  };
  return kWorldly.contains(header) || header.starts_with("<sys/");
}

// And names that need no such header to do the same: <chrono> has calendars too, and <random> generators that anybody
// can repeat. snprintf, which only writes into memory, is not one.
inline constexpr std::string_view kWorldlyWords[] = {
    "fopen",        "fread", "fwrite", "printf",       "puts",         "getenv",       "system",
    "rand",         "stdin", "stdout", "thread_local", "system_clock", "steady_clock", "high_resolution_clock",
    "random_device"};

// Every breach of the rules in one file of src/, as "room/file:line: what". `path` is relative to src/.
inline std::vector<std::string> breaches(const Grants& grants, const std::string& path, const std::string& text) {
  std::vector<std::string> out;
  const std::string room = path.substr(0, path.find('/'));
  const auto granted = grants.find(room);
  if (granted == grants.end()) return {path + ": its room is not in rooms.txt"};

  std::istringstream written(text);
  std::istringstream code(code_of(text));
  std::string line;
  std::string bare;
  for (int number = 1; std::getline(written, line) && std::getline(code, bare); ++number) {
    const auto fault = [&](const std::string& what) {
      out.push_back(path + ":" + std::to_string(number) + ": " + what);
    };
    const std::string header = bare.starts_with("#include") ? include_of(line) : "";
    if (!header.empty() && header.front() != '<') {
      const std::size_t slash = header.find('/');
      const std::string other = header.substr(0, slash);
      const std::string door = other + "/" + other + ".h";
      if (slash == std::string::npos)
        fault("\"" + header + "\" does not name its room");
      else if (!granted->second.contains(other))
        fault(room + " may not use " + other + " (src/rooms.txt)");
      else if (other != room && other != "base" && header != door)
        fault("\"" + header + "\" is behind the door of " + other + "; include \"" + door + "\"");
    }
    // Running out of memory is the one thing that `new` throws as well.
    if (has_word(bare, "throw") && bare.find("throw std::bad_alloc()") == std::string::npos)
      fault("throws; trouble is an Issue or a Result");
    if (!is_pure(room)) continue;
    if (is_worldly(header)) fault(header + " in a pure room");
    for (const std::string_view word : kWorldlyWords) {
      if (has_word(bare, word)) fault(std::string(word) + " in a pure room");
    }
    if (is_mutable_static(bare)) fault("a variable that outlives the call, in a pure room");
  }
  if (path.ends_with(".h") && code_of(text).find("#pragma once") == std::string::npos)
    out.push_back(path + ": no #pragma once");
  return out;
}

}  // namespace qanat::rooms

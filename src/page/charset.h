// Bytes in an encoding that nobody named -> UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qanat::page {

enum class Charset : std::uint8_t { utf_8, utf_16le, utf_16be, windows_1256, iso_8859_6, binary };
const char* to_string(Charset charset);  // "utf-8", "windows-1256", ...

// A text in UTF-8, and what had to be done to get it. Offsets are bytes of the input; they mean nothing where the count
// is 0.
struct Text {
  std::string utf8;
  std::uint64_t repairs = 0;  // places that gave U+FFFD
  std::uint64_t first_repair = 0;
  std::uint64_t foreign_lines = 0;  // lines found in another encoding than the rest
  std::uint64_t first_foreign = 0;
};

// Says what `bytes` are: a mark decides, then what they would read as. Looks at all of them.
Charset detect(std::string_view bytes);

// ---- UTF-8 and bytes of one character, line by line -------------------------------------------------------------

// `main` is utf_8, windows_1256 or iso_8859_6, what most of the bytes are. Pages are pasted together from parts that
// were written on different machines, so each line that reads well in another of the three is decoded from that.
Text decode_lines(std::string_view bytes, Charset main);

// How the bytes above 0x7F look as UTF-8.
struct Utf8Shape {
  std::uint64_t sequences = 0;  // valid, of two bytes and more
  std::uint64_t invalid = 0;    // bytes that begin none
};
Utf8Shape utf8_shape(std::string_view bytes);

// ---- UTF-16 -----------------------------------------------------------------------------------------------------

// `order` is utf_16le or utf_16be. A mark in front is dropped; half a pair or unit gives U+FFFD.
Text decode_utf16(std::string_view bytes, Charset order);
// By the mark, else by how many units of the head belong to Arabic or Latin text; binary for neither.
Charset guess_utf16(std::string_view bytes);

// ---- one byte a character ---------------------------------------------------------------------------------------

struct Guess {
  Charset charset = Charset::binary;  // windows_1256, iso_8859_6; binary: reads as Arabic in neither
  double score = 0;
};
Guess guess_single(std::string_view bytes);
// Appends one line to `out`; bytes that the character set does not define give U+FFFD. `at`: the line's offset.
void append_single(std::string_view bytes, Charset charset, std::uint64_t at, Text& out);

}  // namespace qanat::page

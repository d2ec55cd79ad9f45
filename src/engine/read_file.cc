#include "engine/read_file.h"

#include <fstream>
#include <sstream>

namespace qanat::engine {

Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  if (!in || !(out << in.rdbuf()))
    return Error{path + ": cannot be read; check that it exists and that you may read it"};
  return std::move(out).str();
}

}  // namespace qanat::engine

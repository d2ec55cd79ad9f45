// Runs the program as a user does: a folder of its own, an environment of its own, everything it prints kept.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace qanat::cli {

struct Ran {
  int code = -1;  // 128 + the signal where one ended it
  std::string out, err;

  std::vector<std::string> lines() const {
    std::vector<std::string> all;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  }
  std::vector<nlohmann::json> json() const {
    std::vector<nlohmann::json> all;
    for (const std::string& line : lines()) {
      all.push_back(nlohmann::json::parse(line, nullptr, false));
      EXPECT_TRUE(all.back().is_object()) << line;
    }
    return all;
  }
};

class CliTest : public ::testing::Test {
 protected:
  using Words = std::vector<std::string>;

  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              // The process's own, so that two trees may be tested at once.
              (std::string("qanat_cli_") + info->name() + "_" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path path(const std::string& name) const { return folder_ / name; }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }
  std::string content(const std::string& name) const {
    std::ifstream in(path(name), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  // `environment`: lines NAME=VALUE; nothing else is set. `input` is standard input. `out`: where standard output goes,
  // a file of the folder or a device.
  Ran run(const Words& arguments, const std::string& input = "", const Words& environment = {},
          const std::string& out = "stdout") const {
    write("stdin", input);
    return wait(start(arguments, environment, out));
  }

  // The same in two steps. Standard input is the file or pipe `stdin` of the folder.
  pid_t start(const Words& arguments, const Words& environment = {}, const std::string& out = "stdout") const {
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (::chdir(folder_.c_str()) != 0) ::_exit(99);
    redirect("stdin", O_RDONLY, 0);
    redirect(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 1);
    redirect("stderr", O_WRONLY | O_CREAT | O_TRUNC, 2);
    Words all = {QANAT_BINARY};
    all.insert(all.end(), arguments.begin(), arguments.end());
    ::execve(QANAT_BINARY, pointers(all).data(), pointers(environment).data());
    ::_exit(98);
  }
  Ran wait(pid_t child) const {
    int status = 0;
    ::waitpid(child, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, content("stdout"), content("stderr")};
  }

  std::filesystem::path folder_;

 private:
  static void redirect(const char* file, int flags, int to) {
    const int opened = ::open(file, flags, 0600);
    if (opened < 0 || ::dup2(opened, to) < 0) ::_exit(97);
  }
  static std::vector<char*> pointers(const Words& words) {
    std::vector<char*> out;
    for (const std::string& word : words) out.push_back(const_cast<char*>(word.c_str()));
    out.push_back(nullptr);
    return out;
  }
};

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace qanat::cli

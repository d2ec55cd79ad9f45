// Trouble with the world (disk, database, network): a value or a message that says what to do.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace qanat {

struct Error {
  std::string message;  // for the user: what failed, on what, and what to do about it
};

// Holds a T or an Error. Asking for the one that is not there is a fault of our own and stops the process.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *checked(); }
  const T& value() const& { return *const_cast<Result*>(this)->checked(); }
  T&& value() && { return std::move(*checked()); }
  T* operator->() { return checked(); }
  T& operator*() & { return *checked(); }

  // Precondition: !ok().
  const Error& error() const {
    const Error* held = std::get_if<1>(&state_);
    if (held == nullptr) die("error() of a Result that holds a value");
    return *held;
  }

 private:
  [[noreturn]] static void die(const char* why) {
    std::fprintf(stderr, "qanat: internal error: %s\n", why);
    std::abort();
  }
  T* checked() {
    T* held = std::get_if<0>(&state_);
    if (held == nullptr) die(error().message.c_str());
    return held;
  }
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace qanat

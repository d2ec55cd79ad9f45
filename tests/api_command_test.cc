// `qanat serve` and `qanat export` as a user starts them.
#include <gtest/gtest.h>
#include <signal.h>

#include "api_client.h"
#include "cli_run.h"

namespace qanat::cli {
namespace {

class ServeCommand : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    write("stdin", "");
    ASSERT_TRUE(api::Served::fill(path("l.qanat")));
  }

  // Waits until the program has said where it listens; 0: it ended first.
  std::uint16_t port_of(pid_t child) const {
    for (;;) {
      const std::string said = content("stdout");
      const std::size_t colon = said.rfind(':');
      if (said.ends_with("/\n") && colon != std::string::npos)
        return static_cast<std::uint16_t>(std::stoi(said.substr(colon + 1)));
      if (::waitpid(child, nullptr, WNOHANG) != 0) return 0;
      ::usleep(1000);
    }
  }

  // What the started program answers, and what it says in the end.
  std::pair<api::Response, Ran> ask(const Words& arguments, const Words& environment,
                                    const std::string& request) const {
    write("stdout", "");  // of a program before this one
    const pid_t child = start(arguments, environment);
    const std::uint16_t port = port_of(child);
    if (port == 0) return {{}, {-1, content("stdout"), content("stderr")}};
    api::Response answer;
    {
      api::Client client(port);
      client.send(request);
      answer = api::read_response(client);
    }
    ::kill(child, SIGTERM);
    return {answer, wait(child)};
  }
};

constexpr const char* kHealth = "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n";

TEST_F(ServeCommand, SaysWhereItIsAndEndsWhenTold) {
  const auto [answer, ran] = ask({"serve", "--ledger", "l.qanat", "--port", "0"}, {}, kHealth);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("qanat: http://127.0.0.1:")) << ran.out;
  EXPECT_EQ(ran.err, "");
}

TEST_F(ServeCommand, WarnsOfOthers) {
  const auto [answer, ran] = ask({"serve", "--ledger", "l.qanat", "--port", "0", "--listen", "0.0.0.0"}, {}, kHealth);
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(holds(ran.err, "warning")) << ran.err;
}

TEST_F(ServeCommand, TakesPagesIntoANewLedger) {
  const std::string post =
      "POST /api/v1/pages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer 0123456789abcdef\r\nContent-Length: "
      "3\r\n"
      "\r\nabc";
  write("token", "0123456789abcdef\n");
  const auto [answer, ran] = ask({"serve", "--ledger", "new.qanat", "--port", "0", "--token-file", "token"}, {}, post);
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(ran.code, 0);
  const auto [again, ran_again] =
      ask({"serve", "--ledger", "new.qanat", "--port", "0"}, {"QANAT_TOKEN=0123456789abcdef"}, post);
  EXPECT_EQ(again.json()["unchanged"], 1) << again.body;
}

TEST_F(ServeCommand, RefusesWhatCannotBe) {
  EXPECT_EQ(run({"serve", "--ledger", "none.qanat"}).code, 3);
  EXPECT_EQ(run({"serve", "--ledger", "l.qanat", "--port", "70000"}).code, 2);
  EXPECT_EQ(run({"serve", "--ledger", "l.qanat", "--listen", "nowhere"}).code, 3);
  const Ran short_token = run({"serve", "--ledger", "l.qanat"}, "", {"QANAT_TOKEN=short"});
  EXPECT_EQ(short_token.code, 2);
  EXPECT_TRUE(holds(short_token.err, "openssl rand")) << short_token.err;
  EXPECT_EQ(run({"serve", "--ledger", "l.qanat", "--token-file", "none"}).code, 2);
}

TEST_F(ServeCommand, ExportsTheSameEventsAsTheServer) {
  const Ran csv = run({"export", "--format", "events-csv", "--ledger", "l.qanat", "--party", "Russia"});
  ASSERT_EQ(csv.code, 0) << csv.err;
  EXPECT_TRUE(csv.out.starts_with("event_id,event_date,")) << csv.out.substr(0, 100);
  const Ran lines = run({"export", "--format", "events-jsonl", "--ledger", "l.qanat", "--party", "Russia"});
  const std::vector<nlohmann::json> rows = lines.json();
  ASSERT_GT(rows.size(), 2U);
  for (const nlohmann::json& row : rows) {
    EXPECT_TRUE(holds(row["actors"], "RUS")) << row;
    EXPECT_FALSE(row["quote"].is_null()) << row;
  }
  const auto [answer, ran] = ask({"serve", "--ledger", "l.qanat", "--port", "0"}, {},
                                 "GET /api/v1/export/events.jsonl?party=RUS HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::istringstream told(answer.body);
  std::size_t count = 0;
  for (std::string line; count < rows.size() && std::getline(told, line); ++count)
    EXPECT_EQ(nlohmann::json::parse(line), rows.at(count));
  EXPECT_EQ(count, rows.size());
  EXPECT_EQ(run({"export", "--ledger", "l.qanat", "--party", "Russia"}).code, 2);
  EXPECT_EQ(run({"export", "--ledger", "l.qanat", "--format", "xml"}).code, 2);
}

}  // namespace
}  // namespace qanat::cli

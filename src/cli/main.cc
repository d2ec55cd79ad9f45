#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include "engine/engine.h"
using namespace qanat;
int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  engine::Options o;
  while (args.size() > 1 && args[0].starts_with("--")) { if (args[0] == "--weights") o.weights = args[1]; else o.lexicon_dir = args[1]; args.erase(args.begin(), args.begin() + 2); }
  const std::string cmd = args[0]; args.erase(args.begin());
  const auto issue = [](const Issue& i) { std::cerr << i.where << ": " << i.what << "\n"; };
  if (cmd == "train") {
    const std::string out = args[0]; args.erase(args.begin());
    auto w = engine::train(o, args, "trained", issue);
    if (!w) { std::cerr << w.error().message << "\n"; return 1; }
    std::ofstream(out) << *w;
    return 0;
  }
  auto reader = engine::Reader::make(o);
  if (!reader) { std::cerr << reader.error().message << "\n"; return 1; }
  feed::Sink sink;
  sink.issue = [&](Issue&& i) { issue(i); };
  sink.document = [&](feed::Document&& d, const feed::Progress&) {
    if (cmd == "explain") { std::cout << (*reader)->explain(std::move(d)) << "\n"; return true; }
    const auto page = (*reader)->read(std::move(d));
    for (const auto& a : page.articles) std::cout << engine::to_json(page, a) << "\n";
    return true;
  };
  auto s = feed::read(args, {}, sink);
  if (!s) { std::cerr << s.error().message << "\n"; return 1; }
}

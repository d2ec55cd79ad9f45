#include <fstream>

#include "cli/commands.h"

namespace qanat::cli {
namespace {

int train(Session& session, const std::string& out, const engine::Lessons& lessons, const std::string& note) {
  const auto weights = engine::train(session.options, lessons, note, tell);
  if (!weights) return fail(kTrouble, weights.error().message);
  std::ofstream file(out, std::ios::binary | std::ios::trunc);
  file << weights.value();
  file.close();
  if (!file) return fail(kWorld, out + ": cannot be written; check that you may write into its folder");
  return kWell;
}

}  // namespace

void add_train(CLI::App& app, Session& session) {
  struct Arguments {
    std::string out, note;
    engine::Lessons lessons;
  };
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = session.add_command(
      app, "train", "Learn the reader's weights from annotated articles",
      {"qanat train lexicon/reader.weights train.jsonl --note 'first set'",
       "qanat train new.weights lexicon/lessons/antcorpus.jsonl --texts ant-2018.jsonl.gz"},
      [&session, arguments] { return train(session, arguments->out, arguments->lessons, arguments->note); });
  command.add_option("OUT", arguments->out, "the weights file to write")->required();
  command.add_option("PATH", arguments->lessons.paths, "JSON lines with text, published, title and reports")
      ->required();
  command.add_option("--texts", arguments->lessons.texts, "pages with the texts of articles annotated without them")
      ->type_name("PATH");
  command.add_option("--note", arguments->note, "what it was trained on, written at its head")->type_name("TEXT");
  session.add_lexicon(command);
}

}  // namespace qanat::cli

#include <map>

#include "api/api.h"
#include "cli/commands.h"
#include "cli/text.h"
#include "cli/view.h"

namespace qanat::cli {
namespace {

constexpr int kIndent = 2;
constexpr int kDeep = 6;

// One channel on the screen.
class ChannelView {
 public:
  ChannelView(store::Store& store, const ledger::Channel& channel, const std::vector<store::ReportRow>& reports)
      : channel_(channel), witnesses_(store) {
    for (const store::ReportRow& row : reports) reports_.emplace(row.id, &row);
  }

  std::string text() {
    head();
    timeline();
    contacts();
    conflicts();
    return std::move(out_);
  }

 private:
  const store::ReportRow* report(const std::string& id) const {
    const auto found = reports_.find(id);
    return found == reports_.end() ? nullptr : found->second;
  }

  void title(const char* words) { out_ += "\n" + screen_.paint(words, Style::bold) + "\n"; }

  void head() {
    out_ += screen_.paint(isolate(clean(channel_.key.text())), Style::bold) + "  " + channel_.key.id() + "\n";
    std::string counts =
        "reports: " + std::to_string(channel_.entries) + ", of independent origin: " + std::to_string(channel_.origins);
    if (channel_.first) counts += "; heard of from " + day_text(channel_.first) + " to " + day_text(channel_.last);
    out_ += screen_.paint(counts, Style::dim) + "\n";
  }

  void timeline() {
    title("Timeline");
    for (const ledger::Phase& phase : channel_.timeline) {
      const store::ReportRow* row = report(phase.entry);
      const std::string since = phase.since ? phase.since->iso() : "undated   ";
      const std::string state = report::to_string(phase.state);
      out_ += "  " + since + "  " + screen_.paint(state, style_of(phase.state)) +
              std::string(state.size() < 10 ? 12 - state.size() : 2, ' ');
      if (row != nullptr) out_ += screen_.paint("article " + isolate(clean(row->article)), Style::dim);
      out_ += "\n";
    }
  }

  void contacts() {
    title("Contacts");
    for (const ledger::Contact& contact : channel_.contacts) {
      out_ += "  " + when_text(contact) + "  " +
              screen_.paint(report::to_string(contact.state), style_of(contact.state)) + " " +
              report::to_string(contact.form);
      if (!contact.place.empty()) out_ += "  " + isolate(clean(contact.place));
      out_ += "\n" + paragraph(screen_, parties_text(contact.parties), 2 * kIndent);
      for (const std::string& id : contact.entries) {
        if (const store::ReportRow* row = report(id)) out_ += witnesses_.show(screen_, *row, kDeep);
      }
    }
  }

  void conflicts() {
    if (channel_.conflicts.empty()) return;
    title("Conflicts");
    bool first = true;
    for (const ledger::Conflict& conflict : channel_.conflicts) {
      const store::ReportRow* left = report(conflict.left);
      const store::ReportRow* right = report(conflict.right);
      if (left == nullptr || right == nullptr) continue;
      if (!first) out_ += "\n";
      first = false;
      out_ += witnesses_.show(screen_, conflict, *left, *right);
    }
  }

  const Screen screen_ = Screen::standard_output();
  const ledger::Channel& channel_;
  Witnesses witnesses_;
  std::map<std::string, const store::ReportRow*> reports_;  // by id
  std::string out_;
};

int channel(Session& session, const std::string& id) {
  const auto store = session.open_ledger();
  if (!store) return fail(kWorld, store.error().message);
  const auto found = store.value()->channel(id);
  if (!found) return fail(kTrouble, found.error().message);
  const ledger::Channel& channel = found.value();
  const auto reports = store.value()->reports_of_channel(channel.key.id());
  if (!reports) return fail(kWorld, reports.error().message);
  if (session.json)
    write_json(api::channel_json(channel, reports.value()));
  else
    write_output(ChannelView(*store.value(), channel, reports.value()).text());
  return kWell;
}

}  // namespace

void add_channel(CLI::App& app, Session& session) {
  const auto id = std::make_shared<std::string>();
  CLI::App& command = session.add_command(
      app, "channel", "One channel: timeline, contacts and conflicts, each with its sentences and who says so",
      {"qanat channel 3f2a9c417b60", "qanat channel 3f2a --json"}, [&session, id] { return channel(session, *id); });
  command.add_option("ID", *id, "the channel's id, or the beginning of it (`qanat channels` lists them)")->required();
  session.add_json(command);
  session.add_ledger(command);
}

}  // namespace qanat::cli

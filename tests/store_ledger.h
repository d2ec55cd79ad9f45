// A ledger in a folder of its own, for the tests of the store.
#pragma once

#include <memory>
#include <vector>

#include "store_pages.h"

namespace qanat::store {

using report::Form;
using report::Part;
using report::Party;
using report::State;

inline std::vector<ReadPage> random_pages(unsigned first, unsigned count) {
  std::vector<ReadPage> out;
  for (unsigned i = 0; i < count; ++i) out.push_back(random_page(first + i));
  return out;
}

class StoreTest : public testing::Test {
 protected:
  std::string path() const { return folder_.file("test.qanat"); }
  // A ledger of two pages that contradict one another, and a third of something else.
  std::unique_ptr<Store> small_ledger() const {
    auto store = open(path());
    report::Report ongoing = told(Form::talks, State::ongoing, {{"RUS", "", ""}, {"USA", "", ""}});
    ongoing.speaker = Party{"RUS", "envoy", "ألكسندر لافرينتييف", Part::party};
    report::Report absent = told(Form::talks, State::absent, {{"RUS", "", ""}, {"USA", "", ""}});
    absent.speaker = Party{"USA", "spokesperson", "", Part::party};
    report::Report round = told(Form::meeting, State::held,
                                {{"RUS", "foreign_minister", "سيرغي لافروف"},
                                 {"TUR", "foreign_minister", "هاكان فيدان"},
                                 {"QAT", "", "", Part::host}});
    round.channel = "عملية أستانا";
    round.mechanism = "astana";
    round.time = When::day(*Date::from_iso("2024-03-01"));
    write(*store, {PageBuilder("a")
                       .article("موسكو: الحوار مستمر", "2024-01-26", "الجريدة")
                       .paragraph("أكد المبعوث أن الحوار بين البلدين مستمر وأن الوزارة تتابعه")
                       .report(ongoing)
                       .build(),
                   PageBuilder("b")
                       .article("واشنطن تنفي", "2024-01-27", "الوكالة")
                       .paragraph("نفت المتحدثة وجود أي حوار مع الجانب الروسي")
                       .report(absent)
                       .build(),
                   PageBuilder("c")
                       .article("لقاء في الدوحة", "2024-03-02", "الوكالة")
                       .paragraph("التقى الوزيران ضمن عملية أستانا")
                       .report(round)
                       .build()});
    return store;
  }

 private:
  Folder folder_;
};

}  // namespace qanat::store

#include "facts/filed_records.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>

using namespace docs_lint;
using facts::FiledOffence;
using git::Change;
using git::Mode;
using git::ObjectId;

namespace {

constexpr const char* kPath = "docs/product/phase_gates/defect-1-x-phase-gate.md";
const std::string kFiled = "# Gate\n\n**Owner:** PMO Lead\n**Status:** Filed\n\nOne.\nTwo.\nThree.\n";
const std::string kActive = "# Gate\n\n**Owner:** PMO Lead\n**Status:** Active\n\nOne.\nTwo.\nThree.\n";

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

/// A store of blobs by content, and a judge over it.
class Bench {
public:
    ObjectId blob(const std::string& content) {
        ObjectId id;
        id.bytes[0] = static_cast<std::uint8_t>(contents_.size() + 1);
        contents_[id] = content;
        return id;
    }

    facts::FiledRecordJudge judge(std::vector<Change> changes) {
        facts::FiledRecordJudge judge(pack(), [this](const ObjectId& id) -> base::Result<std::string> {
            const auto found = contents_.find(id);
            if (found == contents_.end())
                return base::fail(base::ErrorKind::unverifiable, "the object is not here");
            return found->second;
        });
        judge.judge({"c0ffee", "facade", std::move(changes)});
        return judge;
    }

private:
    std::map<ObjectId, std::string> contents_;
};

Change modified(ObjectId before, ObjectId after, Mode mode = Mode::file) {
    return {kPath, Mode::file, before, mode, after};
}

Change deleted(ObjectId before) {
    return {kPath, Mode::file, before, Mode::none, {}};
}

Change added(const char* path, ObjectId after, Mode mode = Mode::file) {
    return {path, Mode::none, {}, mode, after};
}

} // namespace

TEST_CASE("a changed line of a filed record is an offence at that line") {
    Bench bench;
    const auto judge = bench.judge(
        {modified(bench.blob(kFiled),
                  bench.blob("# Gate\n\n**Owner:** PMO Lead\n**Status:** Filed\n\nOne.\nOther.\nThree.\n"))});
    REQUIRE(judge.offences().size() == 1);
    const auto& offence = judge.offences()[0];
    CHECK(offence.offence == FiledOffence::changed);
    CHECK(offence.place.begin.line == 7);
    CHECK(offence.place.line_text == "Other.");
    CHECK(offence.place.commit == "c0ffee");
    CHECK(offence.filed_line.begin.line == 4);
    CHECK(offence.filed_line.commit == "facade");
    CHECK_FALSE(offence.unfiled);
}

TEST_CASE("taking the filing back is an offence, filing is none") {
    Bench bench;
    const auto filed = bench.blob(kFiled);
    const auto active = bench.blob(kActive);
    const auto back = bench.judge({modified(filed, active)});
    REQUIRE(back.offences().size() == 1);
    CHECK(back.offences()[0].unfiled);
    const auto forth = bench.judge({modified(active, filed)});
    CHECK(forth.offences().empty());
    REQUIRE(forth.filings().size() == 1);
    CHECK(forth.filings()[0].beyond_filing.count() == 0);
}

TEST_CASE("an active record may change") {
    Bench bench;
    const auto judge = bench.judge({modified(bench.blob(kActive), bench.blob(kActive + "More.\n"))});
    CHECK(judge.offences().empty());
    CHECK(judge.filings().empty());
}

TEST_CASE("what stands in the record's place is judged by its kind") {
    Bench bench;
    const auto filed = bench.blob(kFiled);
    CHECK(bench.judge({modified(filed, filed, Mode::executable)}).offences()[0].offence ==
          FiledOffence::replaced);
    CHECK(bench.judge({modified(filed, bench.blob("target"), Mode::link)}).offences()[0].offence ==
          FiledOffence::replaced);
    CHECK(bench.judge({deleted(filed)}).offences()[0].offence == FiledOffence::deleted);
    CHECK(bench.judge({added("docs/product/phase_gates", bench.blob("x"), Mode::link), deleted(filed)})
              .offences()[0]
              .offence == FiledOffence::replaced);
}

TEST_CASE("a rename is honest only in its folder, with its content, by another name") {
    Bench bench;
    const auto filed = bench.blob(kFiled);
    const auto offence = [&](const char* to, ObjectId content) {
        return bench.judge({deleted(filed), added(to, content)}).offences()[0].offence;
    };
    CHECK(offence("docs/product/phase_gates/defect-1-y-phase-gate.md", filed) == FiledOffence::moved);
    CHECK(offence("docs/product/phase_gates/Defect-1-x-phase-gate.md", filed) == FiledOffence::deleted);
    CHECK(offence("archive/defect-1-x-phase-gate.md", filed) == FiledOffence::deleted);
    CHECK(offence("docs/product/phase_gates/defect-1-y-phase-gate.txt", filed) == FiledOffence::deleted);
    CHECK(offence("docs/product/phase_gates/defect-1-y-phase-gate.md", bench.blob(kFiled + "More.\n")) ==
          FiledOffence::changed);
    CHECK(offence("docs/product/phase_gates/defect-2-y-phase-gate.md", bench.blob("# Something else\n")) ==
          FiledOffence::deleted);
}

TEST_CASE("a version that cannot be read is neither filed nor not") {
    Bench bench;
    ObjectId missing;
    missing.bytes[5] = 9;
    const auto judge = bench.judge({modified(missing, bench.blob(kActive))});
    CHECK(judge.offences().empty());
    REQUIRE(judge.unread().size() == 1);
    CHECK(judge.unread()[0].path == kPath);
}

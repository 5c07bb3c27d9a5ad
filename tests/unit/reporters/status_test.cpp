#include "reporters/status.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;

namespace {

engine::RunResult result_with_record() {
    records::Record record;
    record.path = "docs/R-1.md";
    record.id = "R-1";
    record.derived = record.declared = "HALF_WAY";
    record.gates = {{"B", "HALF_WAY", "DONE", false, false, {{}, {}}}};
    record.next = {{"QA Lead", "give the evidence of B.1", "2026-03-01"}, {"", "see to the rest", ""}};
    engine::RunResult result;
    result.records = {record};
    result.summary.scope = "the tree of a commit";
    return result;
}

std::string shown(std::size_t width, bool quiet = true) {
    const auto result = result_with_record();
    reporters::Options options;
    options.width = width;
    options.quiet = quiet;
    return reporters::render_status("table", {result, false}, options);
}

} // namespace

TEST_CASE("a terminal with room is shown a table") {
    CHECK(shown(80) == "RECORD  STATE     GATE   WHO      DOES WHAT                 BY          TIMER\n"
                       "R-1     HALF_WAY  B 0/2  QA Lead  give the evidence of B.1  2026-03-01\n"
                       "                                  see to the rest\n\n");
}

TEST_CASE("a narrow terminal is shown sentences, which a table would tear apart") {
    CHECK(shown(40) == "R-1  HALF_WAY  B 0/2\n"
                       "  QA Lead, by 2026-03-01: give the\n"
                       "    evidence of B.1\n"
                       "  see to the rest\n\n");
}

TEST_CASE("the sentences at the end keep to the width, too") {
    CHECK(shown(40, false).find("\n1 record open, 0 closed (the tree of a\n  commit)\n") !=
          std::string::npos);
}

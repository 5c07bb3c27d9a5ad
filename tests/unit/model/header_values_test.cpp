#include "model/header_values.hpp"
#include "unit/model/support.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace docs_lint;
using model::DateForm;
using model::VersionForm;

namespace {

/// The value of a header field, as a document gives it.
markdown::Text value_of(const std::string& written) {
    const auto document = tests::read_record("# R\n\n**Owner:** PMO Lead\n**Created:** " + written + "\n");
    const model::Field* field = document.header.find("Created");
    REQUIRE(field != nullptr);
    return field->value;
}

model::DateValue date_of(const std::string& written) {
    return model::read_date_value(value_of(written), tests::built_in_policy().sign_off);
}

model::VersionValue version_of(const std::string& written) {
    return model::read_version_value(value_of(written), tests::built_in_policy().sign_off);
}

} // namespace

TEST_CASE("each way to write a date has its form") {
    const std::vector<std::pair<std::string, DateForm>> cases = {
        {"—", DateForm::none},
        {"— (immutable on closure)", DateForm::none},
        {"-", DateForm::none},
        {"{date}", DateForm::pending},
        {"TBC", DateForm::pending},
        {"2026-03-01", DateForm::plain},
        {"2026-03-01 (immutable from this date)", DateForm::plain},
        {"2026-03-01T09:15:00Z", DateForm::plain},
        {"✅ 2026-03-01", DateForm::plain},
        {"2026-03-01T09:15:00+02:00", DateForm::zoned},
        {"February 18, 2026", DateForm::other},
        {"03/04/2026", DateForm::ambiguous},
        {"2026-02-18 / 2026-02-20", DateForm::ambiguous},
        {"2026-02-30", DateForm::impossible},
        {"soon", DateForm::unreadable},
    };
    for (const auto& [written, form] : cases) {
        const std::string shown = written;
        INFO(shown);
        CHECK(date_of(written).form == form);
    }
}

TEST_CASE("a date keeps its day, and two of them are both kept") {
    const auto zoned = date_of("2026-03-01T23:15:00+02:00");
    REQUIRE(zoned.moment);
    CHECK(zoned.moment->date == *base::parse_date("2026-03-01"));
    const auto joined = date_of("2026-02-18 / 2026-02-20");
    REQUIRE(joined.moment);
    REQUIRE(joined.second);
    CHECK(joined.moment->date == *base::parse_date("2026-02-18"));
    CHECK(joined.second->date == *base::parse_date("2026-02-20"));
    const auto told = date_of("2026-02-18, as agreed in the meeting of 2026-02-20");
    CHECK(told.form == DateForm::plain);
    CHECK_FALSE(told.second);
    CHECK(date_of("2026-02-18 and 2026-02-18").form == DateForm::plain);
    CHECK(date_of("2026-02-30").written == "2026-02-30");
}

TEST_CASE("each way to write a version has its form") {
    const std::vector<std::pair<std::string, VersionForm>> cases = {
        {"—", VersionForm::none},         {"{x.y}", VersionForm::pending},
        {"TBD", VersionForm::pending},    {"1.2", VersionForm::plain},
        {"v1.2", VersionForm::plain},     {"1.2 (draft)", VersionForm::plain},
        {"newest", VersionForm::invalid}, {"one", VersionForm::invalid},
    };
    for (const auto& [written, form] : cases) {
        const std::string shown = written;
        INFO(shown);
        CHECK(version_of(written).form == form);
        CHECK(version_of(written).version.has_value() == (form == VersionForm::plain));
    }
    CHECK(version_of("v1.2").version == base::parse_version("1.2"));
}

TEST_CASE("only a pending word by itself is nothing but pending") {
    const auto& format = tests::built_in_policy().sign_off;
    CHECK(model::is_only_pending(value_of("TBC"), format));
    CHECK_FALSE(model::is_only_pending(value_of("TBC by the QA Lead"), format));
    CHECK_FALSE(model::is_only_pending(value_of("2026-03-01"), format));
}

#include "engine/read_editions.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <vector>

using namespace docs_lint;
using facts::WantedEdition;

namespace {

/// A snapshot without documents.
const facts::Corpus& nothing() {
    static const policy::Policy pack = *policy::load(std::nullopt, {});
    static const facts::Corpus corpus = [] {
        facts::Corpus made;
        made.policy = &pack;
        return made;
    }();
    return corpus;
}

/// Every seventh cannot be read.
base::Result<std::string> text_of(const git::ObjectId& id) {
    if (id.bytes[0] % 7 == 3) return base::fail(base::ErrorKind::unverifiable, "not here");
    return fmt::format("# Pages\n\n**Version:** {}.0\n", id.bytes[0]);
}

std::vector<WantedEdition> some(std::size_t count) {
    std::vector<WantedEdition> wanted(count);
    for (std::size_t at = 0; at < count; ++at) {
        wanted[at].path = fmt::format("docs/specs/pages-{}.md", at);
        wanted[at].blob.bytes[0] = static_cast<std::uint8_t>(at);
    }
    return wanted;
}

} // namespace

TEST_CASE("editions come in the order that they were asked for, however many threads read them") {
    const facts::FiledRecordJudge::ReadBlob read_blob = text_of;
    const base::TimeBudget unlimited;
    for (const std::size_t threads : {1U, 2U, 8U}) {
        CAPTURE(threads);
        const auto editions = engine::edition_reader(nothing(), read_blob, threads, unlimited)(some(200));
        REQUIRE(editions.size() == 200);
        for (std::size_t at = 0; at < editions.size(); ++at) {
            CAPTURE(at);
            REQUIRE(editions[at].has_value() == (at % 7 != 3));
            if (!editions[at]) continue;
            CHECK((*editions[at])->path == fmt::format("docs/specs/pages-{}.md", at));
            CHECK((*editions[at])->version == base::Version{static_cast<unsigned>(at), 0, 0});
        }
    }
}

TEST_CASE("what the time does not suffice for is not read") {
    const facts::FiledRecordJudge::ReadBlob read_blob = text_of;
    const base::TimeBudget over(base::TimeBudget::Seconds(-1));
    const auto editions = engine::edition_reader(nothing(), read_blob, 2, over)(some(3));
    REQUIRE(editions.size() == 3);
    for (const auto& edition : editions) {
        REQUIRE(!edition.has_value());
        CHECK(edition.error().kind == base::ErrorKind::unverifiable);
    }
}

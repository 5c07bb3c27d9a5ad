#include "engine/configuration.hpp"
#include "engine/mend.hpp"
#include "facts/edition.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"
#include "support/fixture_case.hpp"
#include "support/fixture_edits.hpp"
#include "support/git_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>
#include <string>
#include <vector>

// Whatever stands in a repository, and however it is written: what mends it signs nothing, moves no state,
// touches no filed record and leaves nothing for a second run.

using namespace docs_lint;
using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t end) {
    return random() % end;
}

/// One of the ways in which people write the date.
std::string respelt(const std::string& date, Random& random) {
    const std::string year = date.substr(0, 4);
    const std::string month = std::to_string(std::stoi(date.substr(5, 2)));
    const std::string day = std::to_string(std::stoi(date.substr(8, 2)));
    const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                           "July",    "August",   "September", "October", "November", "December"};
    const int number = std::stoi(month);
    if (number < 1 || number > 12) return date;
    const std::string name = names[number - 1];
    const std::string ways[] = {day + " " + name + " " + year, name + " " + day + ", " + year,
                                year + "/" + month + "/" + day, month + "/" + day + "/" + year,
                                day + "." + month + "." + year};
    return ways[below(random, std::size(ways))];
}

/// Dates at random places are written otherwise.
std::string with_other_dates(const std::string& text, Random& random) {
    std::string other;
    for (std::size_t at = 0; at < text.size();) {
        const std::string part = text.substr(at, 10);
        const bool date = base::parse_date(part).has_value() && below(random, 3) == 0;
        other += date ? respelt(part, random) : text.substr(at, 1);
        at += date ? 10 : 1;
    }
    return other;
}

/// Lines at random places are taken out, or status lines put in.
std::string with_other_lines(const std::string& text, Random& random) {
    static const std::vector<std::string> kLines = {"Gate status: ✅ ALL ITEMS PASS\n\n",
                                                    "**Gate status:** PASS\n\n", "Gate status: pending\n\n",
                                                    "Gate T — ✅ COMPLETE\n\n"};
    std::string other;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string line = text.substr(at, end - at);
        if (below(random, 30) != 0) other += line;
        if (line == "\n" && below(random, 10) == 0) other += kLines[below(random, kLines.size())];
        at = end;
    }
    return other;
}

std::string with_other_version(std::string text) {
    const std::string label = "**Version:** 1.";
    if (const auto at = text.find(label); at != std::string::npos && text[at + label.size()] < '9')
        ++text[at + label.size()];
    return text;
}

std::string mutated(std::string text, Random& random) {
    if (below(random, 4) != 0) text = with_other_dates(text, random);
    if (below(random, 3) == 0) text = with_other_version(std::move(text));
    if (below(random, 2) == 0) text = with_other_lines(text, random);
    return text;
}

facts::DocumentFacts judged(const std::string& path, const std::string& text, const policy::Policy& policy) {
    auto document = model::read(path, text, *policy.class_of(path), policy);
    REQUIRE(document);
    return facts::judge_document(std::move(*document), policy, {});
}

/// Items that are signed off, and every state, transition and tier that is declared.
std::vector<std::string> what_stays(const facts::DocumentFacts& document) {
    const auto edition = facts::to_edition(document, {});
    std::vector<std::string> all;
    for (const auto& item : edition.items)
        all.push_back(item.id + (item.signed_off ? " signed " : " open ") + item.evidence + item.owner +
                      item.validation);
    for (const auto& state : document->states) all.push_back("state " + state.state);
    for (const auto& row : edition.transitions) all.push_back("from " + row.from + " to " + row.to);
    for (const auto& tier : edition.severities) all.push_back("tier " + tier.text);
    all.push_back("status " + edition.status);
    return all;
}

void check_document(const engine::MendedDocument& document, const policy::Policy& policy) {
    CAPTURE(document.path);
    INFO(document.before);
    INFO(document.after);
    const auto before = judged(document.path, document.before, policy);
    const auto after = judged(document.path, document.after, policy);
    CHECK_FALSE(before.filing.filed);
    CHECK(what_stays(before) == what_stays(after));
    for (std::size_t at = 0; at < before.gates.size() && at < after.gates.size(); ++at)
        CHECK((before.gates[at].claim || !after.gates[at].claim));
}

/// How many documents were mended.
std::size_t check_repository(const GitRepository& repository, const policy::Policy& policy) {
    engine::Request request;
    request.folder = repository.path().string();
    const auto mending = engine::mend(request);
    if (!mending) return 0; // a configuration that is wrong on purpose
    for (const engine::MendedDocument& document : mending->documents) {
        check_document(document, policy);
        repository.write(document.path, document.after);
    }
    if (mending->documents.empty()) return 0;
    const auto again = engine::mend(request);
    REQUIRE(again);
    for (const engine::MendedDocument& document : again->documents)
        FAIL_CHECK(document.path << " is mended twice");
    return mending->documents.size();
}

} // namespace

TEST_CASE("mending signs nothing, moves no state, touches no filed record, and a second time does nothing") {
    const auto policy = policy::load(std::nullopt, engine::known_rules());
    REQUIRE(policy);
    Random random(20260221);
    std::size_t mended = 0;
    for (const FixtureCase& fixture : all_fixture_cases()) {
        if (below(random, 25) != 0) continue;
        const GitRepository repository;
        build_repository(fixture, repository);
        if (fs::exists(repository.path() / ".docs-lint.yaml")) continue; // judged by another policy than ours
        if (!fs::exists(repository.path() / "docs")) continue;
        for (const fs::path& file : relative_files_below(repository.path() / "docs")) {
            const fs::path path = repository.path() / "docs" / file;
            if (!policy->class_of("docs/" + file.string()) || !fs::is_regular_file(fs::symlink_status(path)))
                continue;
            repository.write("docs/" + file.string(), mutated(read_file(path), random));
        }
        CAPTURE(fixture.path());
        mended += check_repository(repository, *policy);
    }
    CHECK(mended > 2); // or nothing was tried
}

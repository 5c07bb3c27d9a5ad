// Other versions of a document are read in part. What they are compared by must be what the whole document
// says; a version that is judged in the snapshot, too, is taken from there.
#include "facts/earlier_version.hpp"
#include "facts/edition.hpp"
#include "model/document.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"
#include "unit/policy/loading.hpp"

#include <fmt/format.h>
#include <string>

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

std::string as_text(const std::optional<base::Moment>& moment) {
    return moment ? base::to_string(*moment) : "-";
}

/// Everything that an edition holds, in words.
std::string told(const facts::Edition& edition) {
    std::string text = fmt::format(
        "{} {} {} {} {} {}\n", edition.status, edition.version ? base::to_string(*edition.version) : "-",
        edition.updated ? base::to_string(*edition.updated) : "-", git::to_hex(edition.meaning),
        edition.state ? std::to_string(*edition.state) : "-", edition.filed);
    text += edition.process == nullptr ? "no process\n" : edition.process->id + "\n";
    for (const auto& field : edition.header) text += fmt::format("{}: {}\n", field.key, field.value);
    for (const auto& row : edition.change_log)
        text += fmt::format("{} {} {} {}\n", row.version_text, row.date_text, row.change, row.planned);
    for (const auto& row : edition.transitions)
        text += fmt::format("{} {} {} {}\n", row.from, row.to, as_text(row.when), row.reversion);
    for (const auto& gate : edition.gates)
        text += fmt::format("{} {} {} {}\n", gate.id, gate.claimed, gate.passed, gate.place.line_text);
    for (const auto& item : edition.items)
        text += fmt::format("{} {} {} {} {} {} {}\n", item.id, item.evidence, item.owner, item.validation,
                            as_text(item.owner_date), as_text(item.validation_date), item.signed_off);
    for (const auto* tiers : {&edition.severities, &edition.priorities})
        for (const auto& tier : *tiers)
            text += fmt::format("{} {} {}\n", tier.name, tier.text, tier.place.line_text);
    for (const std::string& remark : edition.remarks_on_severity) text += remark + "\n";
    return text;
}

std::string path_in_repository(const std::string& file) {
    return file.substr(file.find("/docs/") + 1);
}

} // namespace

TEST_CASE("a version that is read in part says what the whole document says") {
    const policy::Policy policy = built_in_policy();
    std::size_t gates = 0;
    std::size_t documents = 0;
    for (const std::string folder : {"fixtures", "scripts/demonstration.d"})
        for (const std::string& file : source_files(folder, ".md")) {
            const std::string path =
                file.find("/docs/") != std::string::npos
                    ? path_in_repository(file)
                    : "docs/product/phase_gates/defect-" + file.substr(file.rfind('/') + 1);
            const auto* document_class = policy.class_of(path);
            if (document_class == nullptr) continue;
            CAPTURE(file);
            const std::string text = read_file(source_root() / file);
            auto whole = model::read(path, text, *document_class, policy);
            if (!whole) continue; // past a limit, in either way
            const auto judged = facts::judge_document(std::move(*whole), policy, std::nullopt);
            const auto version = facts::judge_version(path, text, *document_class, policy);
            REQUIRE(version);
            CHECK(told(facts::to_edition(*version, "c")) == told(facts::to_edition(judged, "c")));
            gates += judged.gates.size();
            ++documents;
        }
    CHECK(documents > 20);
    CHECK(gates > 20);
}

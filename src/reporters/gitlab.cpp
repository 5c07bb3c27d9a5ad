#include "base/hash.hpp"
#include "reporters/entries.hpp"
#include "reporters/format.hpp"
#include "reporters/json_text.hpp"
#include "reporters/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using Json = nlohmann::ordered_json;
using diagnostics::Severity;

/// GitLab fails no pipeline by these words; they sort its list, and what nobody could judge stands on top.
std::string_view word_of(const std::optional<Severity>& severity) {
    if (!severity) return "critical";
    if (*severity == Severity::error) return "major";
    return *severity == Severity::warning ? "minor" : "info";
}

std::string hashed(std::string_view text) {
    return fmt::format("{:016x}", base::hash_of(text));
}

/// GitLab keeps the last of several reports that have one fingerprint, and compares branches by it.
class Fingerprints {
public:
    std::string of(const Entry& entry) {
        std::string fingerprint =
            entry.fingerprint != nullptr
                ? *entry.fingerprint
                : hashed(fmt::format("could not verify\n{}\n{}\n{}\n{}", *entry.rule, entry.location->path,
                                     entry.location->commit, *entry.message));
        while (!taken_.insert(fingerprint).second) fingerprint = hashed(fingerprint);
        return fingerprint;
    }

private:
    std::set<std::string> taken_;
};

Json report_of(const Entry& entry, Fingerprints& fingerprints) {
    Json report;
    report["description"] = sentence_of(entry);
    report["check_name"] = *entry.rule;
    report["fingerprint"] = fingerprints.of(entry);
    report["severity"] = word_of(entry.severity);
    report["location"]["path"] = path_or_root(*entry.location);
    report["location"]["lines"]["begin"] = entry.location->begin.line;
    return report;
}

} // namespace

std::string render_gitlab(const engine::RunResult& result, const Options&) {
    Json reports = Json::array();
    Fingerprints fingerprints;
    for (const Entry& entry : entries_of(result.outcome)) reports.push_back(report_of(entry, fingerprints));
    return json_text(reports);
}

} // namespace docs_lint::reporters

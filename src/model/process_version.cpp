#include "model/process_version.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>
#include <string>
#include <vector>

namespace docs_lint::model {
namespace {

using base::Error;
using base::ErrorKind;
using base::Version;

/// A version as a field cites it, with the words before it, back to the version or separator before that.
struct Citation {
    Version version;
    std::string before;
};

/// Words and versions from left to right. `v1.1` and `version 1.1` are versions; a bare `1.1` only where
/// nothing else can be one.
std::vector<Citation> find_citations(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)^(.*?)(?:^|[^a-z0-9.§])(?:v|version|ver\.?)?\s*([0-9]{1,4}\.[0-9]{1,4}(?:\.[0-9]{1,4})?)(?:[^a-z0-9.]|\.(?:[^0-9]|$)|$))");
    std::vector<Citation> citations;
    re2::StringPiece rest(text.data(), text.size());
    std::string before;
    std::string digits;
    while (re2::RE2::Consume(&rest, pattern, &before, &digits))
        if (const auto version = base::parse_version(digits)) citations.push_back({*version, before});
    return citations;
}

bool is_named(std::string_view before, const std::vector<std::string>& names) {
    const std::string plain = " " + base::normalise_name(before);
    return std::any_of(names.begin(), names.end(), [&plain](const std::string& name) {
        const std::string wanted = base::normalise_name(name);
        return !wanted.empty() && plain.ends_with(" " + wanted);
    });
}

/// Nothing but words that lead to a version.
bool stands_alone(std::string_view before) {
    const std::string plain = base::normalise_name(before);
    return plain.empty() || plain == "v" || plain == "version";
}

/// Another document's file name stands before the version.
bool is_of_another_document(std::string_view before) {
    const std::string plain = base::normalise_name(before);
    return plain.ends_with(" md") || plain.ends_with(" yaml");
}

/// What the fields say together.
struct Cited {
    std::optional<Version> version;
    base::Span source;
    std::optional<Error> unclear;
};

Error unclear_version(const std::string& field, const std::string& name) {
    return {ErrorKind::unverifiable,
            fmt::format("the field \"{}\" cites a version, and it is not clear of which process", field),
            fmt::format("write the name before the version: `{} v1.0`", name)};
}

Cited read_cited(const Header& header, const policy::DocumentClass& document_class,
                 const std::vector<std::string>& names) {
    Cited cited;
    for (const std::string& name : document_class.process_version_fields)
        for (const Field* field : header.find_all(name)) {
            for (const Citation& citation : find_citations(field->value.text)) {
                const bool counts = is_named(citation.before, names) || stands_alone(citation.before);
                if (!counts && is_of_another_document(citation.before)) continue;
                const bool differs = cited.version && *cited.version != citation.version;
                if (!cited.version || !counts || differs) cited.source = field->source;
                if (!counts)
                    cited.unclear = unclear_version(field->key, names.front());
                else if (differs)
                    cited.unclear =
                        Error{ErrorKind::unverifiable,
                              fmt::format("the header cites version {} of the process and version {}",
                                          base::to_string(*cited.version), base::to_string(citation.version)),
                              "name the one version that the record follows"};
                else
                    cited.version = citation.version;
            }
        }
    return cited;
}

} // namespace

FollowedProcess find_process(const Header& header, const policy::DocumentClass& document_class,
                             const policy::Policy& policy) {
    if (!document_class.process_template) {
        const bool none = document_class.process.empty();
        return {none ? nullptr : policy.find_process(document_class.process), std::nullopt, {}};
    }
    static const policy::ProcessVersions kNoVersions;
    const auto derived = policy.derived_processes.find(document_class.id);
    if (derived == policy.derived_processes.end() || derived->second->versions.empty())
        return {nullptr, policy::choose_process(kNoVersions, std::nullopt).unknown, {}};
    const Cited cited = read_cited(header, document_class, derived->second->names);
    if (cited.unclear) return {nullptr, cited.unclear, cited.source};
    auto choice = policy::choose_process(*derived->second, cited.version);
    return {choice.process, std::move(choice.unknown), cited.source, choice.version};
}

std::optional<Version> followed_version(const Header& header, const policy::DocumentClass& document_class,
                                        const policy::Policy& policy) {
    const policy::Process* process = find_process(header, document_class, policy).process;
    const auto derived = policy.derived_processes.find(document_class.id);
    std::vector<std::string> names;
    if (derived != policy.derived_processes.end()) names = derived->second->names;
    if (names.empty() && process != nullptr) names = {process->title, process->id};
    if (names.empty()) return std::nullopt;
    const Cited cited = read_cited(header, document_class, names);
    if (cited.unclear) return std::nullopt;
    if (cited.version || process == nullptr) return cited.version;
    return base::parse_version(process->version);
}

} // namespace docs_lint::model

#include "policy/process_versions.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

using base::Error;
using base::ErrorKind;

ProcessChoice choose(const ProcessVersion& version) {
    if (!version.problem) return {&version.process, std::nullopt, &version};
    return {nullptr,
            Error{ErrorKind::unverifiable,
                  fmt::format("no process can be read from {}: {}", version.origin, version.problem->message),
                  "run `docs-lint process show`, and answer what the template leaves open in the "
                  "configuration, under the class's `process:`"}};
}

std::string known_versions(const ProcessVersions& versions) {
    std::vector<std::string> known;
    for (const ProcessVersion& version : versions.versions)
        if (!version.version.empty() && std::find(known.begin(), known.end(), version.version) == known.end())
            known.push_back(version.version);
    return known.empty() ? "no version is known"
                         : fmt::format("it is known in version {}", base::list_in_words(known));
}

} // namespace

ProcessChoice choose_process(const ProcessVersions& versions, const std::optional<base::Version>& cited) {
    if (versions.versions.empty())
        return {nullptr, Error{ErrorKind::unverifiable, "the template of the process was not read",
                               "check that the template is where the configuration says"}};
    if (!cited) return choose(versions.versions.front());
    for (const ProcessVersion& version : versions.versions)
        if (base::parse_version(version.version) == cited) return choose(version);
    const std::string which =
        fmt::format("version {} of the process \"{}\"", base::to_string(*cited), versions.names.front());
    if (versions.gap)
        return {nullptr, Error{ErrorKind::unverifiable,
                               fmt::format("{} is not in the part of the history that is here: {}", which,
                                           versions.gap->message),
                               versions.gap->help}};
    return {nullptr,
            Error{ErrorKind::unverifiable,
                  fmt::format("{} never stood in the history by which this is judged; {}", which,
                              known_versions(versions)),
                  "cite a version that the template has had, or let the template's change come first, "
                  "on its own"}};
}

} // namespace docs_lint::policy

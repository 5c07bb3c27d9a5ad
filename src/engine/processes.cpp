#include "engine/processes.hpp"

#include "engine/configuration.hpp"
#include "markdown/parse.hpp"
#include "policy/derive_process.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;

Result<std::string> read_text(const Place& place, const std::string& path) {
    const auto& files = place.snapshot->files();
    if (!files) return base::fail(files.error());
    for (const source::File& file : *files)
        if (file.path == path) return place.snapshot->read(file, markdown::Limits{}.bytes);
    return base::fail(ErrorKind::usage,
                      fmt::format("there is no file {} in {}", path, place.snapshot->name()),
                      "give the path of a template");
}

Result<KnownProcess> derive(const Place& place, const policy::ProcessTemplate& from,
                            const policy::Policy& policy) {
    const auto text = read_text(place, from.path);
    if (!text) return base::fail(text.error());
    policy::DerivedProcess derived = policy::derive_process(*text, from.path, from, policy);
    return KnownProcess{std::move(derived.process), from.path, {}, std::move(derived.problem)};
}

std::vector<std::string> classes_of(const policy::Policy& policy, const std::string& process) {
    std::vector<std::string> ids;
    for (const policy::DocumentClass& one : policy.classes)
        if (one.process == process) ids.push_back(one.id);
    return ids;
}

} // namespace

Result<KnownProcesses> list_processes(const Request& request) {
    const auto place = find_place(request);
    if (!place) return base::fail(place.error());
    const auto run = load_policy(request, *place);
    if (!run) return base::fail(run.error());
    KnownProcesses known;
    known.roles = run->policy.roles;
    for (const policy::DocumentClass& one : run->policy.classes) {
        if (!one.process_template) continue;
        auto process = derive(*place, *one.process_template, run->policy);
        if (!process) return base::fail(process.error());
        process->classes = {one.id};
        known.processes.push_back(std::move(*process));
    }
    for (const policy::Process& process : run->policy.processes)
        known.processes.push_back({process, "the rules", classes_of(run->policy, process.id), std::nullopt});
    std::stable_partition(known.processes.begin(), known.processes.end(),
                          [](const KnownProcess& one) { return !one.classes.empty(); });
    return known;
}

Result<KnownProcesses> read_process_template(const Request& request, const std::string& path) {
    const auto place = find_place(request);
    if (!place) return base::fail(place.error());
    const auto run = load_policy(request, *place);
    if (!run) return base::fail(run.error());
    const auto& classes = run->policy.classes;
    const auto user = std::find_if(classes.begin(), classes.end(), [&path](const policy::DocumentClass& one) {
        return one.process_template && one.process_template->path == path;
    });
    policy::ProcessTemplate from;
    from.path = path;
    const std::size_t slash = path.rfind('/');
    from.id = path.substr(slash == std::string::npos ? 0 : slash + 1);
    from.id = from.id.substr(0, from.id.rfind('.'));
    if (user != classes.end()) from = *user->process_template;
    auto process = derive(*place, from, run->policy);
    if (!process) return base::fail(process.error());
    if (user != classes.end()) process->classes = {user->id};
    KnownProcesses known;
    known.roles = run->policy.roles;
    known.processes.push_back(std::move(*process));
    return known;
}

} // namespace docs_lint::engine

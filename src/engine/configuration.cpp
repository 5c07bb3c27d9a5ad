#include "engine/configuration.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "engine/process_templates.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;
using policy::Configuration;

constexpr std::size_t kMostBytes = 1'000'000;

Result<std::optional<Configuration>> read_from_disk(const std::string& path) {
    auto content = base::read_file(path, kMostBytes);
    if (!content)
        return base::fail(ErrorKind::usage, fmt::format("the configuration {}", content.error().message),
                          "give the path of a YAML file with --config");
    return Configuration{path, std::move(*content)};
}

/// One tree's configuration: its content, where there is one.
Result<std::optional<Configuration>> read_from(const source::SourceTree& tree) {
    const auto& files = tree.files();
    if (!files) return base::fail(files.error());
    for (const source::File& file : *files) {
        if (file.path.starts_with(std::string(kConfigurationFile) + "/"))
            return base::fail(ErrorKind::configuration,
                              fmt::format("{} in {} is a folder", kConfigurationFile, tree.name()),
                              "the configuration is a plain file in the repository");
        if (file.path != kConfigurationFile) continue;
        auto content = tree.read(file, kMostBytes);
        if (!content)
            return base::fail(
                ErrorKind::configuration,
                fmt::format("{} in {}: {}", kConfigurationFile, tree.name(), content.error().message),
                "the configuration is a plain file in the repository");
        return Configuration{kConfigurationFile, std::move(*content)};
    }
    return std::nullopt;
}

Result<std::optional<Configuration>> read_from(const git::Repository& repository, const git::Commit& commit) {
    const auto entry = repository.find_entry(commit.tree, kConfigurationFile);
    if (!entry) return base::fail(entry.error());
    if (!*entry) return std::nullopt;
    const auto tree = source::entries(repository, {**entry}, "commit " + git::to_short_hex(commit.id));
    return read_from(*tree);
}

/// `.docs-lint.yml`, `docslint.yaml`: somebody meant the configuration, and nothing would read it.
bool is_nearly_the_configuration(std::string_view path) {
    if (path.find('/') != std::string_view::npos) return false; // it would stand at the root
    std::string name = base::lower(path);
    if (path == kConfigurationFile || !(name.ends_with(".yaml") || name.ends_with(".yml"))) return false;
    name.resize(name.rfind('.'));
    const auto is_joint = [](char one) { return one == '.' || one == '-' || one == '_'; };
    name.erase(std::remove_if(name.begin(), name.end(), is_joint), name.end());
    return name == "docslint" || name == "doclint";
}

base::Error misnamed(const std::string& name, const std::string& where) {
    return {
        ErrorKind::configuration,
        fmt::format("{} in {} is not read: a configuration is called {}", name, where, kConfigurationFile),
        fmt::format("rename it to {}", kConfigurationFile)};
}

/// A team whose configuration is not read would be judged by looser rules than it thinks.
Result<void> refuse_misnamed(const source::SourceTree& tree) {
    for (const source::File& file : *tree.files())
        if (is_nearly_the_configuration(file.path)) return base::fail(misnamed(file.path, tree.name()));
    return {};
}

bool same(const std::optional<Configuration>& left, const std::optional<Configuration>& right) {
    if (left.has_value() != right.has_value()) return false;
    return !left || left->content == right->content;
}

Result<std::optional<Configuration>> find_none_in_folder(const std::string& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (const std::string name = entry.path().filename().string(); is_nearly_the_configuration(name))
            return base::fail(misnamed(name, "this folder"));
    return std::nullopt;
}

Result<std::optional<Configuration>> read_from_folder(const std::string& folder) {
    const std::string path = folder + kConfigurationFile;
    std::error_code error;
    const auto status = std::filesystem::symlink_status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return find_none_in_folder(folder);
    if (status.type() != std::filesystem::file_type::regular ||
        std::filesystem::file_size(path, error) > kMostBytes || error)
        return base::fail(ErrorKind::configuration, fmt::format("{} is no plain file", path),
                          "the configuration is a plain file in the repository");
    auto read = read_from_disk(path);
    if (read) (*read)->name = kConfigurationFile;
    return read;
}

/// What stands in the folder's repository now.
Result<std::optional<Configuration>> read_present(const std::string& folder) {
    const auto repository = git::Repository::open(folder);
    if (!repository && repository.error().kind == ErrorKind::usage) return read_from_folder(folder + "/");
    if (!repository) return base::fail(repository.error());
    if (const auto root = repository->work_tree()) return read_from_folder(*root);
    const auto head = repository->head();
    if (!head) return base::fail(head.error());
    if (!*head) return std::nullopt;
    const auto commit = repository->read_commit(**head);
    if (!commit) return base::fail(commit.error());
    return read_from(*repository, *commit);
}

struct Found {
    std::optional<Configuration> configuration;
    std::string origin;
    bool changed = false;
};

Result<Found> find_in_repository(const Place& place) {
    const auto origin_of = [](const std::optional<Configuration>& configuration, const std::string& where) {
        return configuration ? fmt::format("{} of {}", kConfigurationFile, where) : "the built-in pack";
    };
    auto own = read_from(*place.snapshot);
    if (own && !*own)
        if (const auto named = refuse_misnamed(*place.snapshot); !named) return base::fail(named.error());
    const git::Commit* judge = judging_commit(place);
    if (judge == nullptr) {
        if (!own) return base::fail(own.error());
        return Found{*own, origin_of(*own, place.snapshot->name()), false};
    }
    auto base_configuration = read_from(*place.repository, *judge);
    if (!base_configuration) return base::fail(base_configuration.error());
    const bool changed = !own || !same(*own, *base_configuration);
    return Found{*base_configuration,
                 origin_of(*base_configuration, "commit " + git::to_short_hex(judge->id)), changed};
}

/// Only an error fails a run: a guarantee that may be lowered can as well be switched off.
std::optional<base::Error> find_lowered_guarantee(const policy::Policy& policy, const std::string& name) {
    for (const rules::Rule& rule : rules::all_rules()) {
        const auto set = policy.severities.find(std::string(rule.id));
        if (rule.metadata->suppressible || set == policy.severities.end()) continue;
        if (set->second >= rule.metadata->severity) continue;
        return base::Error{
            ErrorKind::configuration,
            fmt::format("{}: the rule \"{}\" cannot be made milder than \"{}\"", name, rule.id,
                        diagnostics::to_string(rule.metadata->severity)),
            "it guards what nobody may change; for what is older than the rule, say from which "
            "commit on it is in force (effective-from)"};
    }
    return std::nullopt;
}

Result<policy::Policy> load_guarded(const std::optional<Configuration>& configuration) {
    auto policy = policy::load(configuration, known_rules());
    if (!policy) return policy;
    const std::string name = configuration ? configuration->name : "the built-in pack";
    if (auto lowered = find_lowered_guarantee(*policy, name)) return base::fail(std::move(*lowered));
    return policy;
}

} // namespace

policy::KnownRules known_rules() {
    policy::KnownRules known;
    for (const rules::Rule& rule : rules::all_rules()) {
        known.ids.emplace_back(rule.id);
        if (!rule.metadata->suppressible) known.not_suppressible.emplace_back(rule.id);
    }
    return known;
}

Result<RunPolicy> load_policy(const Request& request, const Place& place) {
    Found found;
    if (request.configuration) {
        auto given = read_from_disk(*request.configuration);
        if (!given) return base::fail(given.error());
        found = {std::move(*given), *request.configuration, false};
    } else {
        auto in_repository = find_in_repository(place);
        if (!in_repository) return base::fail(in_repository.error());
        found = std::move(*in_repository);
    }
    auto policy = load_guarded(found.configuration);
    if (!policy) return base::fail(policy.error());
    RunPolicy run{std::move(*policy), found.origin, {}};
    if (found.changed) run.changes.push_back({kConfigurationFile, found.origin});
    return run;
}

Result<RunPolicy> find_policy(const Request& request, const Place& place) {
    auto run = load_policy(request, place);
    if (!run) return base::fail(run.error());
    auto changed = read_process_templates(run->policy, place);
    if (!changed) return base::fail(changed.error());
    run->changes.insert(run->changes.end(), changed->begin(), changed->end());
    return run;
}

Result<policy::Policy> read_policy(const std::string& folder,
                                   const std::optional<std::string>& configuration) {
    const auto found = configuration ? read_from_disk(*configuration) : read_present(folder);
    if (!found) return base::fail(found.error());
    return load_guarded(*found);
}

} // namespace docs_lint::engine

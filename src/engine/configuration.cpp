#include "engine/configuration.hpp"

#include "rules/rule.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;
using policy::Configuration;

constexpr std::size_t kMostBytes = 1'000'000;

policy::KnownRules known_rules() {
    policy::KnownRules known;
    for (const rules::Rule& rule : rules::all_rules()) {
        known.ids.emplace_back(rule.id);
        if (!rule.metadata->suppressible) known.not_suppressible.emplace_back(rule.id);
    }
    return known;
}

Result<std::optional<Configuration>> read_from_disk(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file)
        return base::fail(ErrorKind::usage, fmt::format("the configuration {} cannot be read", path),
                          "give the path of a YAML file with --config");
    return Configuration{path, std::move(content)};
}

/// One tree's configuration: its content, where there is one.
Result<std::optional<Configuration>> read_from(const source::SourceTree& tree) {
    const auto files = tree.files();
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

bool same(const std::optional<Configuration>& left, const std::optional<Configuration>& right) {
    if (left.has_value() != right.has_value()) return false;
    return !left || left->content == right->content;
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

} // namespace

const git::Commit* judging_commit(const Place& place) {
    if (place.mode == Mode::index) return place.head ? &*place.head : nullptr;
    if (place.mode != Mode::range && place.mode != Mode::push) return nullptr;
    if (place.base) return &*place.base;
    return place.trusted ? &*place.trusted : nullptr;
}

Result<RunPolicy> find_policy(const Request& request, const Place& place) {
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
    auto policy = policy::load(found.configuration, known_rules());
    if (!policy) return base::fail(policy.error());
    RunPolicy run{std::move(*policy), found.origin, {}};
    if (found.changed) run.changes.push_back({kConfigurationFile, found.origin});
    return run;
}

} // namespace docs_lint::engine

#include "engine/diagnosis.hpp"

#include "base/text.hpp"
#include "engine/configuration.hpp"
#include "engine/diagnosed_hooks.hpp"
#include "engine/place.hpp"
#include "engine/run.hpp"
#include "markdown/parse.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace docs_lint::engine {
namespace {

using base::Error;
using base::ErrorKind;
using git::Repository;

Observation failure(std::string topic, const Error& error) {
    return {Standing::failed, std::move(topic), error.message, error.help};
}

std::string rule_names(const std::vector<diagnostics::Unverified>& unverified) {
    std::set<std::string> names;
    for (const auto& one : unverified) names.insert(one.rule);
    return base::list_in_words({names.begin(), names.end()});
}

/// A partial clone may hold everything all the same: only an attempt tells.
Observation observe_partial(const Request& request, const git::Condition& condition) {
    Request attempt = request;
    attempt.mode = Mode::audit;
    const auto result = run(attempt);
    if (result && result->outcome.unverified.empty())
        return {Standing::note,
                "objects",
                "a partial clone, but nothing that an audit of HEAD asks for is missing",
                {}};
    const std::string missing = result ? rule_names(result->outcome.unverified) : result.error().message;
    return {Standing::limited, "objects",
            fmt::format("a partial clone: objects are missing that an audit of HEAD asks for ({})", missing),
            git::cure_for_missing(condition)};
}

void observe_condition(Diagnosis& diagnosis, const Repository& repository, const Request& request,
                       bool born) {
    const git::Condition& condition = repository.condition();
    auto& rows = diagnosis.repository;
    if (condition.shallow)
        rows.push_back({Standing::limited, "history",
                        "a shallow clone: the history ends before its beginning",
                        git::cure_for_missing(condition)});
    else
        rows.push_back({Standing::good, "history", born ? "complete" : "empty: no commit yet", {}});
    if (condition.partial && born) rows.push_back(observe_partial(request, condition));
    if (condition.replace_refs > 0)
        rows.push_back({Standing::note, "replaced",
                        fmt::format("{} found and ignored: the history is read as it was committed",
                                    base::count_of(condition.replace_refs, "replace ref")),
                        "git replace -l lists them"});
    if (condition.grafts)
        rows.push_back({Standing::note, "grafts",
                        "found and ignored: the history is read as it was committed",
                        fmt::format("they are in {}info/grafts", repository.git_directory())});
    if (condition.bare)
        rows.push_back({Standing::note,
                        "bare",
                        "no working tree and no index: commits, ranges, pushes and audits are judged",
                        {}});
    if (condition.linked)
        rows.push_back({Standing::note, "worktree", "linked to another repository's objects", {}});
}

void observe_index(Diagnosis& diagnosis, const Repository& repository) {
    if (repository.condition().bare) return;
    const auto index = repository.read_index();
    if (index)
        diagnosis.repository.push_back({Standing::good, "index", "readable", {}});
    else
        diagnosis.repository.push_back(
            {Standing::limited, "index",
             fmt::format("{}; the working tree and what is staged cannot be judged, commits and ranges can",
                         index.error().message),
             index.error().help});
}

bool index_is_readable(const Diagnosis& diagnosis) {
    return std::none_of(diagnosis.repository.begin(), diagnosis.repository.end(), [](const auto& one) {
        return one.topic == "index" && one.standing != Standing::good;
    });
}

/// HEAD's commit; what is wrong with it is an observation.
std::optional<git::Commit> observe_head(Diagnosis& diagnosis, const Repository& repository) {
    const auto head = repository.head();
    if (!head) {
        diagnosis.repository.push_back(failure("HEAD", head.error()));
        return std::nullopt;
    }
    if (!*head) {
        diagnosis.repository.push_back({Standing::note, "HEAD", "on a branch without commits", {}});
        return std::nullopt;
    }
    auto commit = repository.read_commit(**head);
    if (!commit) {
        diagnosis.repository.push_back(failure("HEAD", commit.error()));
        return std::nullopt;
    }
    diagnosis.repository.push_back({Standing::good, "HEAD", "commit " + git::to_short_hex(commit->id), {}});
    return std::move(*commit);
}

/// By whose rules a change would be judged: those that HEAD holds.
void observe_base(Diagnosis& diagnosis, const Repository& repository, const git::Commit& head) {
    const auto committed = repository.find_entry(head.tree, kConfigurationFile);
    if (!committed) return diagnosis.configuration.push_back(failure("base", committed.error()));
    const std::string judge =
        *committed ? fmt::format("{} of HEAD", kConfigurationFile) : "the built-in pack alone";
    bool differs = false;
    if (const auto root = repository.work_tree()) {
        std::error_code error;
        const bool on_disk = std::filesystem::is_regular_file(*root + kConfigurationFile, error);
        const auto id = on_disk ? repository.hash_work_tree_file(kConfigurationFile)
                                : base::Result<git::ObjectId>(git::ObjectId{});
        differs = committed->has_value() != on_disk || (on_disk && (!id || *id != (*committed)->id));
    }
    diagnosis.configuration.push_back(
        {differs ? Standing::note : Standing::good, "base",
         fmt::format("what is staged or pushed on top of HEAD is judged by {}{}", judge,
                     differs ? fmt::format("; the {} on disk differs from it", kConfigurationFile) : ""),
         differs ? fmt::format("commit {} for it to count", kConfigurationFile) : ""});
}

/// Of a limit or of the machine; a link in a document's place is a finding of every check.
std::optional<Error> why_unread(const source::File& file, const source::SourceTree& snapshot) {
    if (!is_regular(file.mode)) return std::nullopt;
    auto text = snapshot.read(file, markdown::Limits{}.bytes);
    return text ? std::nullopt : std::optional(std::move(text.error()));
}

void observe_unread(Diagnosis& diagnosis, const std::vector<Error>& unread) {
    if (unread.empty()) return;
    std::string text = unread.front().message;
    if (unread.size() > 1)
        text +=
            fmt::format("; {} cannot be judged, either", base::count_of(unread.size() - 1, "other document"));
    diagnosis.configuration.push_back({Standing::limited, "unread", std::move(text), unread.front().help});
}

void count_classes(Diagnosis& diagnosis, const policy::Policy& policy, const source::SourceTree& snapshot) {
    for (const policy::DocumentClass& one : policy.classes)
        diagnosis.classes.push_back({one.id, one.title, 0});
    const auto& files = snapshot.files();
    if (!files) return diagnosis.configuration.push_back(failure("documents", files.error()));
    std::vector<Error> unread;
    for (const source::File& file : *files) {
        const policy::DocumentClass* covering = policy.class_of(file.path);
        if (covering == nullptr) continue;
        if (auto why = why_unread(file, snapshot)) unread.push_back(std::move(*why));
        ++diagnosis.governed;
        ++diagnosis.classes[static_cast<std::size_t>(covering - policy.classes.data())].documents;
    }
    diagnosis.configuration.push_back(
        {diagnosis.governed > 0 ? Standing::good : Standing::note, "documents",
         fmt::format("{} in {}", base::count_of(diagnosis.governed, "governed document"), snapshot.name()),
         diagnosis.governed > 0 ? "" : "docs-lint init proposes classes for the documents that are here"});
    observe_unread(diagnosis, unread);
}

bool has_pattern(const policy::DocumentClass* document_class, const base::PathPattern& pattern) {
    return document_class != nullptr &&
           std::any_of(document_class->paths.begin(), document_class->paths.end(),
                       [&](const base::PathPattern& one) { return one.text() == pattern.text(); });
}

bool matches_any(const base::PathPattern& pattern, const std::vector<source::File>& files) {
    return std::any_of(files.begin(), files.end(), [&](const source::File& file) {
        const auto plain = policy::with_plain_ending(file.path);
        return plain && pattern.matches(*plain);
    });
}

/// A pattern of the team's own that no document follows is perhaps a slip; a pack's is for other teams, too.
void observe_unmatched_paths(Diagnosis& diagnosis, const policy::Policy& policy,
                             const std::vector<source::File>& files) {
    const auto packs = policy::load(std::nullopt, known_rules());
    if (!packs) return;
    for (const policy::DocumentClass& one : policy.classes)
        for (const base::PathPattern& pattern : one.paths)
            if (!has_pattern(packs->find_class(one.id), pattern) && !matches_any(pattern, files))
                diagnosis.configuration.push_back(
                    {Standing::note, "paths",
                     fmt::format("\"{}\" of the class {} matches no document here", pattern.text(), one.id),
                     "compare it with the names of the documents, the case of letters included"});
}

/// True where a policy could be loaded.
bool observe_policy(Diagnosis& diagnosis, Request request) {
    const bool readable = index_is_readable(diagnosis);
    request.mode = readable ? Mode::worktree : Mode::revision;
    const auto place = find_place(request);
    if (!place) {
        diagnosis.configuration.push_back(failure("documents", place.error()));
        return false;
    }
    const auto found = find_policy(request, *place);
    if (!found) {
        diagnosis.configuration.push_back(failure("policy", found.error()));
        return false;
    }
    diagnosis.packs = found->policy.packs;
    diagnosis.configuration.push_back({Standing::good, "policy", found->origin, {}});
    count_classes(diagnosis, found->policy, *place->snapshot);
    if (const auto& files = place->snapshot->files())
        observe_unmatched_paths(diagnosis, found->policy, *files);
    return true;
}

/// The first thing that stands in the way of judging history.
const Observation* obstacle(const Diagnosis& diagnosis) {
    const auto found =
        std::find_if(diagnosis.repository.begin(), diagnosis.repository.end(), [](const Observation& one) {
            return one.standing == Standing::failed ||
                   (one.standing == Standing::limited && one.topic != "index");
        });
    return found == diagnosis.repository.end() ? nullptr : &*found;
}

void group_rules(Diagnosis& diagnosis, bool policy_loaded) {
    const Observation* history = obstacle(diagnosis);
    for (const rules::Rule& rule : rules::all_rules()) {
        const std::string scope(rules::scope_of(rule));
        auto group = std::find_if(diagnosis.rules.begin(), diagnosis.rules.end(),
                                  [&](const RuleGroup& one) { return one.scope == scope; });
        if (group == diagnosis.rules.end())
            group = diagnosis.rules.insert(diagnosis.rules.end(), RuleGroup{scope, {}, true, {}, {}});
        group->rules.emplace_back(rule.id);
    }
    for (RuleGroup& group : diagnosis.rules) {
        const bool needs_history = std::holds_alternative<void (*)(const facts::History&, rules::Report&)>(
            rules::find_rule(group.rules.front())->check);
        if (!policy_loaded) {
            group.verifiable = false;
            group.why = "there is no policy to judge by";
        } else if (needs_history && history != nullptr) {
            group.verifiable = false;
            group.why = history->text;
            group.cure = history->cure;
        }
    }
}

Standing worst_of(const std::vector<Observation>& rows, Standing least) {
    for (const Observation& one : rows) least = std::max(least, one.standing);
    return least;
}

void observe_repository(Diagnosis& diagnosis, const Request& request) {
    const auto repository = Repository::open(request.folder, {request.from_environment, request.trust_owner});
    if (!repository && repository.error().kind == ErrorKind::usage) {
        diagnosis.repository.push_back({Standing::limited, "git",
                                        "no git repository: documents are judged, their history is not",
                                        "run docs-lint inside the repository, or git init"});
        return group_rules(diagnosis, observe_policy(diagnosis, request));
    }
    if (!repository) {
        diagnosis.repository.push_back(failure("git", repository.error()));
        return group_rules(diagnosis, false);
    }
    diagnosis.place = repository->work_tree().value_or(repository->git_directory());
    const auto head = observe_head(diagnosis, *repository);
    observe_condition(diagnosis, *repository, request, head.has_value());
    observe_index(diagnosis, *repository);
    const bool loaded = observe_policy(diagnosis, request);
    if (head && !request.configuration) observe_base(diagnosis, *repository, *head);
    diagnosis.hooks = observe_hooks(*repository);
    group_rules(diagnosis, loaded);
}

} // namespace

Standing Diagnosis::worst() const {
    return worst_of(hooks, worst_of(configuration, worst_of(repository, Standing::good)));
}

Diagnosis diagnose(const Request& request) {
    Diagnosis diagnosis;
    std::error_code error;
    diagnosis.place = std::filesystem::absolute(request.folder, error).lexically_normal().string();
    observe_repository(diagnosis, request);
    return diagnosis;
}

} // namespace docs_lint::engine

#include "engine/process_templates.hpp"

#include "engine/path_lookup.hpp"
#include "git/commit_graph.hpp"
#include "git/read_graph.hpp"
#include "markdown/parse.hpp"
#include "policy/derive_process.hpp"
#include "policy/template_instructions.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using git::CommitGraph;
using git::Entry;
using git::ObjectId;
using policy::DocumentClass;
using policy::ProcessVersion;
using policy::ProcessVersions;

std::string name_of(const git::Commit& commit) {
    return "commit " + git::to_short_hex(commit.id);
}

bool is_file(const Entry& entry) {
    return is_regular(entry.mode);
}

/// Reads what one class's template has said.
class TemplateHistory {
public:
    TemplateHistory(const policy::Policy& policy, const DocumentClass& document_class, const Place& place)
        : policy_(policy), from_(*document_class.process_template), title_(document_class.title),
          place_(place), judge_(judging_commit(place)) {}

    Result<ProcessVersions> read() {
        if (auto read = read_in_force(); !read) return base::fail(read.error());
        if (auto read = read_history(); !read) return base::fail(read.error());
        return std::move(versions_);
    }

    /// The change leaves another text, or one of its commits has one that the history behind it never had.
    [[nodiscard]] bool is_changed() const { return changed_; }

private:
    Result<void> read_in_force() {
        const std::string where = judge_ != nullptr ? name_of(*judge_) : place_.snapshot->name();
        auto text = judge_ != nullptr ? read_at(*judge_) : read_snapshot();
        if (!text) return base::fail(text.error());
        if (!*text)
            return base::fail(
                ErrorKind::configuration,
                fmt::format("the class \"{}\" takes its process from {}, and {} has no such file", title_,
                            from_.path, where),
                "correct `process: {from: ...}`, or commit the template first");
        in_force_ = std::move(**text);
        ProcessVersion version = derive(in_force_, fmt::format("{} of {}", from_.path, where));
        if (version.problem) return base::fail(*version.problem);
        name(version.process.title);
        versions_.versions.push_back(std::move(version));
        return {};
    }

    /// What people call the process; the configuration's names come first.
    void name(const std::string& title) {
        const std::size_t slash = from_.path.rfind('/');
        const std::string file = from_.path.substr(slash == std::string::npos ? 0 : slash + 1);
        versions_.names = {title, file, file.substr(0, file.rfind('.')), from_.id};
        if (const policy::Process* like = policy_.find_process(from_.id))
            versions_.names.push_back(like->title);
    }

    Result<std::optional<std::string>> read_at(const git::Commit& commit) {
        const auto entry = place_.repository->find_entry(commit.tree, from_.path);
        if (!entry) return base::fail(entry.error());
        if (!*entry || !is_file(**entry)) return std::nullopt;
        in_force_id_ = (*entry)->id;
        return read_blob((*entry)->id);
    }

    Result<std::optional<std::string>> read_blob(const ObjectId& id) const {
        const auto size = place_.repository->blob_size(id);
        if (!size) return base::fail(size.error());
        if (*size > markdown::Limits{}.bytes)
            return base::fail(ErrorKind::unverifiable, fmt::format("{} has {} bytes", from_.path, *size),
                              "keep templates below 1 MB");
        auto text = place_.repository->read_blob(id);
        if (!text) return base::fail(text.error());
        return std::move(*text);
    }

    Result<std::optional<std::string>> read_snapshot() const {
        const auto& files = place_.snapshot->files();
        if (!files) return base::fail(files.error());
        for (const source::File& file : *files) {
            const bool plain = is_regular(file.mode);
            if (file.path != from_.path || !plain) continue;
            auto text = place_.snapshot->read(file, markdown::Limits{}.bytes);
            if (!text) return base::fail(text.error());
            return std::move(*text);
        }
        return std::nullopt;
    }

    [[nodiscard]] ProcessVersion derive(const std::string& text, std::string origin) const {
        policy::DerivedProcess derived = policy::derive_process(text, from_.path, from_, policy_);
        std::string version = derived.process.version;
        return {std::move(version), std::move(origin), std::move(derived.process), std::move(derived.problem),
                policy::read_template_instructions(text, policy_)};
    }

    Result<void> read_history() {
        if (place_.repository == nullptr) {
            versions_.gap = Error{ErrorKind::unverifiable, "there is no git repository here",
                                  "run docs-lint inside the repository that holds the documents"};
            return {};
        }
        const git::Commit* tip = judge_ != nullptr ? judge_ : place_.head ? &*place_.head : nullptr;
        if (tip == nullptr) return {}; // before the first commit
        std::vector<ObjectId> tips{tip->id};
        if (judge_ != nullptr && place_.head) tips.push_back(place_.head->id);
        const auto graph = git::read_graph(*place_.repository, tips, {}, place_.time);
        if (!graph) return base::fail(graph.error());
        const std::size_t last = *graph->find(tip->id);
        for (const std::size_t index : newest_first(graph->range({last}, {}))) add_version(*graph, index);
        if (judge_ != nullptr) compare(*graph, last);
        return {};
    }

    static std::vector<std::size_t> newest_first(std::vector<std::size_t> indices) {
        std::reverse(indices.begin(), indices.end());
        return indices;
    }

    void add_version(const CommitGraph& graph, std::size_t index) {
        const git::GraphCommit one = graph.commit(index);
        if (one.truncated && !versions_.gap) versions_.gap = graph.gap_of(one);
        const auto entry = lookup().find(one.commit.tree);
        if (!entry) return note_gap(entry.error());
        if (!*entry || !is_file(**entry) || !seen_.insert((*entry)->id).second) return;
        const auto text = read_blob((*entry)->id);
        if (!text) return note_gap(text.error());
        if (**text == in_force_) return;
        versions_.versions.push_back(
            derive(**text, fmt::format("{} of {}", from_.path, name_of(one.commit))));
    }

    void note_gap(const Error& error) {
        if (!versions_.gap) versions_.gap = error;
    }

    /// Looks for what the checked change does to the template.
    void compare(const CommitGraph& graph, std::size_t base) {
        changed_ = changed_ || leaves_another_text();
        const auto head = graph.find(place_.head->id);
        if (place_.mode == Mode::index || !head) return;
        for (const std::size_t index : graph.range({*head}, {base})) {
            const auto entry = lookup().find(graph.commit(index).commit.tree);
            const bool known = entry && *entry && is_file(**entry) && seen_.count((*entry)->id) > 0;
            changed_ = changed_ || !known;
        }
    }

    [[nodiscard]] bool leaves_another_text() const {
        const auto& files = place_.snapshot->files();
        if (!files) return true;
        const auto own = std::find_if(files->begin(), files->end(),
                                      [this](const source::File& file) { return file.path == from_.path; });
        return own == files->end() || own->id != in_force_id_;
    }

    PathLookup& lookup() {
        if (!lookup_) lookup_.emplace(*place_.repository, from_.path);
        return *lookup_;
    }

    const policy::Policy& policy_;
    const policy::ProcessTemplate& from_;
    const std::string& title_;
    const Place& place_;
    const git::Commit* judge_;
    ProcessVersions versions_;
    std::string in_force_;
    std::optional<ObjectId> in_force_id_;
    std::optional<PathLookup> lookup_;
    std::set<ObjectId> seen_; ///< texts that the history behind the policy has had
    bool changed_ = false;
};

} // namespace

Result<std::vector<facts::PolicyChange>> read_process_templates(policy::Policy& policy, const Place& place) {
    std::vector<facts::PolicyChange> changes;
    for (const DocumentClass& document_class : policy.classes) {
        if (!document_class.process_template) continue;
        TemplateHistory history(policy, document_class, place);
        auto versions = history.read();
        if (!versions) return base::fail(versions.error());
        const std::string& path = document_class.process_template->path;
        const bool named = std::any_of(changes.begin(), changes.end(),
                                       [&path](const auto& change) { return change.path == path; });
        if (history.is_changed() && !named) changes.push_back({path, versions->versions.front().origin});
        policy.derived_processes[document_class.id] =
            std::make_shared<const ProcessVersions>(std::move(*versions));
    }
    return changes;
}

} // namespace docs_lint::engine

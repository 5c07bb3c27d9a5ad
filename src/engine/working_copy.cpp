#include "engine/working_copy.hpp"

#include "base/file.hpp"
#include "engine/baseline.hpp"
#include "engine/configuration.hpp"
#include "engine/filed_help.hpp"
#include "engine/history.hpp"
#include "engine/judge_documents.hpp"
#include "engine/place.hpp"
#include "engine/rules_in_force.hpp"
#include "engine/snapshot.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;

constexpr std::size_t kMostBytes = 100'000'000;

std::optional<std::string> bytes_of(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    auto bytes = base::read_file(path, kMostBytes);
    if (!bytes) return std::nullopt;
    return std::move(*bytes);
}

/// What everything that was read rests on, to see whether it still holds.
struct Foundation {
    std::optional<git::ObjectId> head;
    std::vector<std::optional<std::string>> files; ///< bytes of the configuration and what it names

    friend bool operator==(const Foundation&, const Foundation&) = default;
};

std::set<std::string> files_that_count(const Request& request, const std::string& root,
                                       const policy::Policy& policy) {
    std::set<std::string> files{request.configuration.value_or(root + kConfigurationFile),
                                root + kBaselineFile};
    for (const policy::DocumentClass& one : policy.classes)
        if (one.process_template) files.insert(root + one.process_template->path);
    return files;
}

} // namespace

struct WorkingCopy::State {
    Request request;
    Place place;
    RunPolicy policy;
    RunBaseline baseline;
    std::set<std::string> files;
    Foundation foundation;
    std::unique_ptr<Walks> walks; ///< null without a repository

    [[nodiscard]] std::optional<Foundation> present_foundation() const {
        Foundation now;
        if (place.repository != nullptr) {
            const auto head = place.repository->head();
            if (!head) return std::nullopt;
            now.head = *head;
        }
        for (const std::string& file : files) now.files.push_back(bytes_of(file));
        return now;
    }

    [[nodiscard]] Result<Verdict> verdict_on(const facts::Corpus& corpus, base::Instant time) const {
        const auto in_force = RulesInForce::read(place, corpus, policy.policy, walks.get());
        if (!in_force) return base::fail(in_force.error());
        facts::History none;
        none.corpus = &corpus;
        Extent extent;
        extent.documents_alone = true;
        return engine::judge(corpus, none, *in_force, baseline, base::to_moment(time).date, extent);
    }
};

WorkingCopy::WorkingCopy(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorkingCopy::WorkingCopy(WorkingCopy&&) noexcept = default;
WorkingCopy& WorkingCopy::operator=(WorkingCopy&&) noexcept = default;
WorkingCopy::~WorkingCopy() = default;

Result<WorkingCopy> WorkingCopy::open(const Request& request) {
    auto place = find_place(request);
    if (!place) return base::fail(place.error());
    if (place->root.empty())
        return base::fail(ErrorKind::usage, "a bare repository has no working tree to edit");
    auto policy = find_policy(request, *place);
    if (!policy) return base::fail(policy.error());
    auto baseline = find_baseline(*place);
    if (!baseline) return base::fail(baseline.error());
    auto state = std::make_unique<State>();
    state->request = request;
    state->place = std::move(*place);
    state->policy = std::move(*policy);
    state->baseline = std::move(*baseline);
    state->files = files_that_count(request, state->place.root, state->policy.policy);
    state->walks = walks_of(state->request, state->place, Walks::Check::at_once);
    if (auto now = state->present_foundation()) state->foundation = std::move(*now);
    return WorkingCopy(std::move(state));
}

bool WorkingCopy::is_current() const {
    return state_->present_foundation() == state_->foundation;
}

const std::string& WorkingCopy::root() const {
    return state_->place.root;
}

const policy::Policy& WorkingCopy::policy() const {
    return state_->policy.policy;
}

const git::Repository* WorkingCopy::repository() const {
    return state_->place.repository.get();
}

Result<const git::CommitGraph*> WorkingCopy::graph() const {
    if (state_->walks == nullptr || !state_->place.head) return nullptr;
    const auto paths = state_->walks->behind({state_->place.head->id});
    if (!paths) return base::fail(paths.error());
    return &(*paths)->graph();
}

Result<Draft> WorkingCopy::judge(const std::string& path, std::string text) {
    const policy::DocumentClass* document_class = policy().class_of(path);
    if (document_class == nullptr)
        return base::fail(ErrorKind::usage, fmt::format("no class covers {}", path));
    if (bytes_of(root() + path) == text)
        state_->place.drafts.erase(path);
    else
        state_->place.drafts.insert(path);
    const base::Instant time = time_of_writing(state_->request);
    auto judged = judge_text({path, std::move(text), document_class}, policy(), time, state_->request.as_of);
    if (!judged) return base::fail(judged.error());
    Draft draft;
    draft.corpus = std::make_unique<facts::Corpus>();
    draft.corpus->policy = &policy();
    draft.corpus->documents.push_back(std::move(*judged));
    if (auto asked = ask_for_earlier_sign_offs(*draft.corpus, state_->place, state_->walks.get()); !asked)
        return base::fail(asked.error());
    auto verdict = state_->verdict_on(*draft.corpus, time);
    if (!verdict) return base::fail(verdict.error());
    give_help_for_filed(*verdict, *draft.corpus, state_->place);
    draft.outcome = std::move(verdict->outcome);
    return draft;
}

} // namespace docs_lint::engine

#include "engine/identities.hpp"

#include "engine/run_commits.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

using base::Error;
using base::ErrorKind;
using base::Result;
using git::Mailmap;

constexpr const char* kMailmapFile = ".mailmap";
constexpr std::size_t kMostBytes = 1'000'000;

Error too_large() {
    return {ErrorKind::unverifiable, fmt::format("{} is above 1 MB", kMailmapFile), "keep it below 1 MB"};
}

/// A link is not followed: git does not either.
Result<Mailmap> read_from(const git::Repository& repository, const git::Commit& commit) {
    const auto entry = repository.find_entry(commit.tree, kMailmapFile);
    if (!entry) return base::fail(entry.error());
    const bool plain = *entry && is_regular((*entry)->mode);
    if (!plain) return Mailmap{};
    const auto size = repository.blob_size((*entry)->id);
    if (!size) return base::fail(size.error());
    if (*size > kMostBytes) return base::fail(too_large());
    const auto text = repository.read_blob((*entry)->id);
    if (!text) return base::fail(text.error());
    return Mailmap::parse(*text);
}

Result<Mailmap> read_from(const source::SourceTree& tree) {
    const auto& files = tree.files();
    if (!files) return base::fail(files.error());
    for (const source::File& file : *files) {
        const bool plain = is_regular(file.mode);
        if (file.path != kMailmapFile || !plain) continue;
        const auto text = tree.read(file, kMostBytes);
        if (!text) return base::fail(text.error());
        return Mailmap::parse(*text);
    }
    return Mailmap{};
}

bool limits_writers(const policy::DocumentClass& document_class) {
    return !document_class.writers.empty() || !document_class.barred_writers.empty();
}

void note_gap(facts::History& history, const git::ObjectId& commit, const Error& why) {
    history.author_gaps.push_back({fmt::format("what commit {} changed, and whether its author may: {}",
                                               git::to_short_hex(commit), why.message),
                                   why.help, diagnostics::whole_document("", git::to_hex(commit))});
}

void note_gaps(facts::History& history, const Place& place, const git::CommitGraph& graph) {
    for (const std::size_t index : commits_of_run(place, graph)) {
        const git::GraphCommit one = graph.commit(index);
        if (one.truncated) note_gap(history, one.commit.id, graph.gap_of(one));
    }
}

void note_gap_of_revision(facts::History& history, const Place& place) {
    if (place.mode != Mode::revision) return;
    for (const git::ObjectId& parent : place.head->parents)
        if (const auto read = place.repository->read_commit(parent); !read)
            note_gap(history, place.head->id, read.error());
}

} // namespace

Result<Mailmap> read_mailmap(const Request& request, const Place& place) {
    if (const git::Commit* judge = judging_commit(place)) return read_from(*place.repository, *judge);
    return request.configuration ? Mailmap{} : read_from(*place.snapshot);
}

bool asks_for_recorders(const facts::Corpus& corpus) {
    return facts::asks_for_identities(corpus);
}

/// Where no role has an identity, nobody can be told to be the wrong one.
bool asks_for_authors(const policy::Policy& policy) {
    const auto& roles = policy.roles.roles();
    return std::any_of(policy.classes.begin(), policy.classes.end(), limits_writers) &&
           std::any_of(roles.begin(), roles.end(),
                       [](const policy::Role& role) { return !role.identities.empty(); });
}

void gather_recorders(facts::History& history, const Place& place, const git::CommitGraph& graph,
                      const Mailmap& mailmap) {
    std::vector<std::size_t> tips;
    if (place.head)
        if (const auto head = graph.find(place.head->id)) tips.push_back(*head);
    if (place.base && place.mode == Mode::range)
        if (const auto base = graph.find(place.base->id)) tips.push_back(*base);
    facts::Identities identities(*place.repository, mailmap, history.corpus->policy->roles);
    history.sign_off_identities =
        facts::gather_sign_off_identities(*history.corpus, *place.repository, graph, tips, identities);
}

Result<void> gather_authors(facts::History& history, const Place& place, const git::CommitGraph* graph,
                            const Mailmap& mailmap) {
    const policy::Policy& policy = *history.corpus->policy;
    const facts::Identities identities(*place.repository, mailmap, policy.roles);
    for (const facts::Revision& revision : history.revisions) {
        const auto id = git::parse_object_id(revision.commit);
        if (!id || history.authors.count(revision.commit) > 0) continue;
        const auto commit = place.repository->read_commit_text(*id);
        if (!commit) return base::fail(commit.error());
        history.authors.emplace(revision.commit, identities.author_of(*commit));
    }
    if (graph != nullptr) note_gaps(history, place, *graph);
    note_gap_of_revision(history, place);
    return {};
}

} // namespace docs_lint::engine

#include "engine/snapshot.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"
#include "engine/judge_documents.hpp"
#include "engine/removals.hpp"
#include "engine/threads.hpp"
#include "facts/references.hpp"
#include "markdown/parse.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::Result;

/// Some tens of milliseconds, and enough for several threads.
constexpr std::size_t kDocumentsBetweenClocks = 64;

base::Instant now() {
    constexpr int kAnyZone = 14 * 60; // whoever writes a date now may be where it is already tomorrow
    return {base::now().seconds, kAnyZone};
}

/// The later of a commit's two clocks: nothing that it holds was written after that.
base::Instant recorded_at(const git::Commit& commit) {
    return commit.authored_at.seconds > commit.committed_at.seconds ? commit.authored_at
                                                                    : commit.committed_at;
}

base::Instant later_of(base::Instant left, base::Instant right) {
    return left.seconds > right.seconds ? left : right;
}

/// As the authors say, and nobody writes in the future. A merge holds what both of its sides wrote.
base::Instant recorded_at(const Request& request, const Place& place) {
    if (request.as_of) return *request.as_of;
    const bool written_now = place.mode == Mode::worktree || place.mode == Mode::index || !place.head;
    if (written_now) return now();
    base::Instant committed = recorded_at(*place.head);
    if (place.merged) committed = later_of(committed, recorded_at(*place.base));
    return committed.seconds > now().seconds ? now() : committed;
}

/// Only who asks for it is judged by the clock.
std::optional<base::Instant> clock_of(const Request& request) {
    if (request.as_of) return request.as_of;
    return request.mode == Mode::audit ? std::optional(now()) : std::nullopt;
}

bool lies_at(const std::string& path, const std::string& wanted) {
    return wanted.empty() || wanted == "." || path == wanted || path.starts_with(wanted + "/");
}

bool is_asked_for(const Request& request, const std::string& path) {
    return request.paths.empty() ||
           std::any_of(request.paths.begin(), request.paths.end(),
                       [&](const std::string& wanted) { return lies_at(path, wanted); });
}

std::vector<std::string> note_absent_paths(const Request& request, const facts::Corpus& corpus) {
    std::vector<std::string> notes;
    for (const std::string& wanted : request.paths)
        if (std::none_of(corpus.paths.begin(), corpus.paths.end(),
                         [&](const std::string& path) { return lies_at(path, wanted); }))
            notes.push_back(fmt::format("there is nothing at {} in {}", wanted, corpus.snapshot));
    return notes;
}

/// A Markdown file that no class covers, such as a README.
policy::DocumentClass page_class() {
    policy::DocumentClass page;
    page.title = "Page";
    page.header_required = false;
    return page;
}

class Reader {
public:
    Reader(const Place& place, const RunPolicy& policy, base::Instant recorded_at,
           std::optional<base::Instant> clock, facts::Corpus& corpus)
        : place_(place), policy_(policy), recorded_at_(recorded_at), clock_(clock), corpus_(corpus) {}

    /// A file that others refer to; it is read, and not judged.
    void consult(const source::File& file) {
        static const policy::DocumentClass kPage = page_class();
        if (!is_regular(file.mode)) return;
        const policy::DocumentClass* known = policy_.policy.class_of(file.path);
        auto text = place_.snapshot->read(file, markdown::Limits{}.bytes);
        if (!text) return skip(file.path, text.error(), corpus_.unconsulted);
        auto document =
            model::read(file.path, std::move(*text), known != nullptr ? *known : kPage, policy_.policy);
        if (!document) return skip(file.path, document.error(), corpus_.unconsulted);
        corpus_.consulted.push_back(
            facts::judge_document(std::move(*document), policy_.policy, recorded_at_));
    }

    /// Its text; it is judged with all others in the end.
    void read(const source::File& file, const policy::DocumentClass& document_class) {
        if (!is_regular(file.mode)) {
            corpus_.unread.push_back({file.path, "a governed document is a link or a submodule, not a file",
                                      "put a plain file in its place", true});
            return;
        }
        auto text = place_.snapshot->read(file, markdown::Limits{}.bytes);
        if (!text) return skip(file.path, text.error(), corpus_.unread);
        texts_.push_back({file.path, std::move(*text), &document_class});
    }

    /// Its text, where it may miss what is taken away; one that cannot be read may.
    bool read_if_it_may_miss(const Removals& removals, const source::File& file,
                             const policy::DocumentClass& document_class) {
        if (removals.empty() || !is_regular(file.mode)) return false;
        auto text = place_.snapshot->read(file, markdown::Limits{}.bytes);
        if (text && !removals.may_be_missed_by(file.path, document_class, *text)) return false;
        if (text)
            texts_.push_back({file.path, std::move(*text), &document_class});
        else
            skip(file.path, text.error(), corpus_.unread);
        return true;
    }

    /// How many of those that were read; fewer than all only where the time is over.
    std::size_t judge(std::size_t threads, const base::TimeBudget& time) {
        std::size_t judged = 0;
        while (judged < texts_.size() && !time.is_over()) {
            const std::size_t some = time.is_limited() ? kDocumentsBetweenClocks : texts_.size();
            judged += judge_some(judged, std::min(some, texts_.size() - judged), threads);
        }
        std::stable_sort(corpus_.unread.begin(), corpus_.unread.end(),
                         [](const auto& left, const auto& right) { return left.path < right.path; });
        return judged;
    }

    [[nodiscard]] std::size_t texts() const { return texts_.size(); }

private:
    std::size_t judge_some(std::size_t first, std::size_t count, std::size_t threads) {
        const auto begin = texts_.begin() + static_cast<std::ptrdiff_t>(first);
        std::vector<DocumentText> some(std::make_move_iterator(begin),
                                       std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(count)));
        std::vector<std::string> paths;
        for (const DocumentText& one : some) paths.push_back(one.path);
        auto judged = judge_documents(std::move(some), policy_.policy, recorded_at_, clock_, threads);
        for (std::size_t at = 0; at < judged.size(); ++at)
            if (judged[at])
                corpus_.documents.push_back(std::move(*judged[at]));
            else
                skip(paths[at], judged[at].error(), corpus_.unread);
        return count;
    }

    static void skip(const std::string& path, const base::Error& error,
                     std::vector<facts::UnreadDocument>& unread) {
        unread.push_back(
            {path, fmt::format("this document was not judged: {}", error.message), error.help, false});
    }

    const Place& place_;
    const RunPolicy& policy_;
    base::Instant recorded_at_;
    std::optional<base::Instant> clock_;
    facts::Corpus& corpus_;
    std::vector<DocumentText> texts_;
};

/// Reads what the judged documents refer to and nobody has read yet.
void consult(const std::vector<source::File>& files, Reader& reader, const facts::Corpus& corpus) {
    const std::vector<std::string> wanted = facts::paths_to_consult(corpus);
    for (const source::File& file : files)
        if (std::binary_search(wanted.begin(), wanted.end(), file.path)) reader.consult(file);
}

void note_missing_removals(Snapshot& snapshot, std::size_t documents) {
    if (documents == 0) return;
    snapshot.notes.push_back(
        fmt::format("judged without being staged: {}, for the sake of what the index takes away",
                    base::count_of(documents, "document")));
}

/// What was not judged is as what was not asked for, and is said.
void note_unreached(Snapshot& snapshot, std::size_t judged, std::size_t all, const Place& place) {
    snapshot.partial = true;
    snapshot.unreached =
        out_of_time(fmt::format("checked {} of {}", judged, base::count_of(all, "document")), place);
}

} // namespace

Result<Snapshot> read_snapshot(const Request& request, const Place& place, const RunPolicy& policy) {
    const auto& files = place.snapshot->files();
    if (!files) return base::fail(files.error());
    const auto removals = Removals::read(place, policy.policy);
    if (!removals) return base::fail(removals.error());
    const auto* staged = place.staged && !place.staged->empty() ? &place.staged->paths : nullptr;
    Snapshot snapshot;
    facts::Corpus& corpus = snapshot.corpus;
    corpus.policy = &policy.policy;
    corpus.snapshot = place.snapshot->name();
    corpus.policy_changes = policy.changes;
    snapshot.recorded_at = recorded_at(request, place);
    Reader reader(place, policy, snapshot.recorded_at, clock_of(request), corpus);
    std::size_t missing_removals = 0;
    for (const source::File& file : *files) {
        corpus.paths.push_back(file.path);
        const policy::DocumentClass* document_class = policy.policy.class_of(file.path);
        const bool asked_for = is_asked_for(request, file.path);
        const bool judged = asked_for && (staged == nullptr || staged->count(file.path) > 0);
        if (judged && document_class == nullptr && !is_regular(file.mode) &&
            policy.policy.governs_below(file.path))
            corpus.unread.push_back({file.path,
                                     "a link or a submodule stands in the place of a folder of governed "
                                     "documents, which nobody can judge there",
                                     "put the folder itself in its place", true});
        if (document_class == nullptr) {
            if (judged && policy.policy.is_unclassified(file.path)) corpus.unclassified.push_back(file.path);
            continue;
        }
        ++corpus.governed;
        if (judged)
            reader.read(file, *document_class);
        else if (asked_for && reader.read_if_it_may_miss(*removals, file, *document_class))
            ++missing_removals;
        else
            snapshot.partial = true;
    }
    corpus.index = facts::PathIndex(corpus.paths);
    // The parts of an audit are spread over the cores by themselves.
    const std::size_t judged = reader.judge(threads_for(request.shard), place.time.half());
    if (judged < reader.texts()) note_unreached(snapshot, judged, reader.texts(), place);
    consult(*files, reader, corpus);
    snapshot.notes = note_absent_paths(request, corpus);
    note_missing_removals(snapshot, missing_removals);
    corpus.closed_items = facts::gather_closed_items(corpus, path_reader(place));
    return snapshot;
}

base::Instant time_of_writing(const Request& request) {
    return request.as_of.value_or(now());
}

facts::ReadPath path_reader(const Place& place) {
    return [&place](const std::string& path) -> Result<std::string> {
        const auto& files = place.snapshot->files();
        if (!files) return base::fail(files.error());
        const auto found = std::lower_bound(
            files->begin(), files->end(), path,
            [](const source::File& file, const std::string& wanted) { return file.path < wanted; });
        if (found == files->end() || found->path != path)
            return base::fail(base::ErrorKind::unverifiable, fmt::format("{} is not there", path), "");
        if (!is_regular(found->mode))
            return base::fail(base::ErrorKind::unverifiable,
                              fmt::format("{} is a link or a submodule, not a file", path),
                              "put a plain file in its place");
        return place.snapshot->read(*found, markdown::Limits{}.bytes);
    };
}

} // namespace docs_lint::engine

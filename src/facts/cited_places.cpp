#include "facts/cited_places.hpp"

#include "base/text.hpp"
#include "facts/cited_sections.hpp"
#include "facts/cited_text.hpp"
#include "facts/path_lives.hpp"
#include "facts/recordings.hpp"
#include "facts/references.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace docs_lint::facts {
namespace {

using base::Result;
using git::CommitGraph;
using git::Repository;
using Commits = std::vector<std::size_t>;

bool is_found(const Resolution& resolution) {
    return resolution.found == Found::one || resolution.found == Found::elsewhere;
}

/// The file or folder that was found.
std::string place_of(const Resolution& resolution) {
    return resolution.paths.empty() ? resolution.wanted : resolution.paths.front();
}

const policy::ProcessGate* gate_of(const policy::Process& process, const std::string& item_id) {
    for (const policy::ProcessGate& gate : process.gates)
        for (const policy::ProcessItem& item : gate.items)
            if (item.id == item_id) return &gate;
    return nullptr;
}

/// An item that names the scope of the fix, in the gate behind which the fix is made.
bool opens_work(const policy::Process& process, const std::string& item_id) {
    if (!process.spec_first) return false;
    const auto& scope = process.spec_first->scope;
    const policy::ProcessGate* own = gate_of(process, item_id);
    const policy::ProcessGate* work = gate_of(process, process.spec_first->fix_commits.front());
    return own != nullptr && work != nullptr && own->to == work->from &&
           std::find(scope.begin(), scope.end(), item_id) != scope.end();
}

/// What one version of a document says of itself.
struct Stated {
    bool has_version = false; ///< in its header or its change log
    std::set<base::Version> versions;
};

Stated versions_in(const model::Document& document, const policy::Policy& policy) {
    Stated stated;
    for (const std::string& name : policy.header_fields.versions)
        for (const model::Field* field : document.header.find_all(name))
            if (const auto version = model::version_at_front(field->value.text))
                stated.versions.insert(*version);
    for (const model::ChangeLogRow& row : document.change_log)
        if (row.version && !row.planned) stated.versions.insert(*row.version);
    stated.has_version = !stated.versions.empty();
    return stated;
}

/// `v1.8` may mean any of 1.8.x.
bool agrees(const base::Version& cited, const Stated& stated) {
    return std::any_of(stated.versions.begin(), stated.versions.end(), [&](const base::Version& one) {
        const bool series = cited.patch_number == 0 && cited.major_number == one.major_number &&
                            cited.minor_number == one.minor_number;
        return cited == one || series;
    });
}

/// Documents as they were, each blob read once.
class Shelf {
public:
    Shelf(const Corpus& corpus, const Repository& repository, const ReadSnapshot& read)
        : corpus_(corpus), policy_(*corpus.policy), repository_(repository), read_(read) {}

    Result<const model::Document*> of_blob(const std::string& path, const git::ObjectId& blob) {
        auto& known = blobs_[{path, blob}];
        if (!known) {
            auto document = parse(path, repository_.read_blob(blob));
            if (!document) return base::fail(document.error());
            known = std::move(*document);
        }
        return known.get();
    }

    Result<const model::Document*> of_snapshot(const std::string& path) {
        if (const DocumentFacts* judged = corpus_.find(path)) return &**judged;
        auto& known = snapshot_[path];
        if (!known) {
            auto document = parse(path, read_(path));
            if (!document) return base::fail(document.error());
            known = std::move(*document);
        }
        return known.get();
    }

private:
    using Held = std::unique_ptr<const model::Document>;

    Result<Held> parse(const std::string& path, Result<std::string> text) const {
        static const policy::DocumentClass kPage = [] {
            policy::DocumentClass page;
            page.header_required = false;
            return page;
        }();
        if (!text) return base::fail(text.error());
        const policy::DocumentClass* known = policy_.class_of(path);
        auto document = model::read(path, std::move(*text), known != nullptr ? *known : kPage, policy_);
        if (!document) return base::fail(document.error());
        return std::make_unique<const model::Document>(std::move(*document));
    }

    const Corpus& corpus_;
    const policy::Policy& policy_;
    const Repository& repository_;
    const ReadSnapshot& read_;
    std::map<std::pair<std::string, git::ObjectId>, Held> blobs_;
    std::map<std::string, Held> snapshot_;
};

/// Looks the citations of all records up.
class Search {
public:
    Search(const Corpus& corpus, PathHistory& paths, const ReadSnapshot& read)
        : corpus_(corpus), graph_(paths.graph()), repository_(paths.repository()),
          lives_(repository_, graph_), history_(paths), shelf_(corpus, repository_, read) {}

    void search(const DocumentFacts& document) {
        Recordings recordings(document, repository_, history_);
        document_ = &document;
        recordings_ = &recordings;
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items)
                if (item.claim && !item.evidence.is_pending)
                    for (const CitedText& cited : read_cited_texts(item, *corpus_.policy)) {
                        item_ = &item;
                        search(cited);
                    }
    }

    std::vector<CitedFault> take() { return std::move(faults_); }

private:
    void search(const CitedText& cited) {
        cited_ = &cited;
        const Resolution now = resolve(corpus_.index, (*document_)->path, cited.reference);
        if (now.found == Found::several || now.found == Found::no_reference || cited.is_planned) return;
        const auto outcome = is_found(now) ? search_present(place_of(now)) : search_absent(now);
        if (!outcome) cannot_tell(CitedKind::path, mention().path, outcome.error());
    }

    [[nodiscard]] const model::PathMention& mention() const { return cited_->reference.target; }

    // ---- a path that is in the snapshot

    /// Where the file was there before the record was, no version of the record need be read.
    Result<void> search_present(const std::string& path) {
        const auto early = was_there_from_the_start(path);
        if (!early) return base::fail(early.error());
        if (*early && !asks_for_more(path)) return {};
        if (*early && holds_from_the_start(path)) return {};
        const auto recorded = recordings_->of(*item_, mention());
        if (!recorded) return base::fail(recorded.error());
        if (recorded->empty()) return check_uncommitted(path);
        if (!*early) {
            const auto then = was_there(*recorded, path);
            if (!then) return base::fail(then.error());
            if (!*then) return note_missing(*recorded, path);
        }
        check_contents(*recorded, path);
        return {};
    }

    Result<bool> was_there_from_the_start(const std::string& path) {
        const auto births = recordings_->births();
        if (!births) return base::fail(births.error());
        for (const std::size_t birth : *births) {
            const auto entry = repository_.find_entry(graph_.commit(birth).commit.tree, path);
            if (!entry) return base::fail(entry.error());
            if (!*entry) return false;
        }
        return !births->empty();
    }

    Result<bool> was_there(const Commits& recorded, const std::string& path) {
        for (const std::size_t commit : recorded) {
            const auto known = lives_.was_known(path, commit);
            if (!known) return base::fail(known.error());
            if (*known) return true;
            const auto then = resolve_at(commit);
            if (!then) return base::fail(then.error());
            if (is_found(*then) || then->found == Found::several) return true;
        }
        return false;
    }

    Result<Resolution> resolve_at(std::size_t commit) {
        const auto table = lives_.at(commit);
        if (!table) return base::fail(table.error());
        return resolve((*table)->index, (*document_)->path, cited_->reference);
    }

    Result<void> note_missing(const Commits& recorded, const std::string& path) {
        if (const auto gap = gap_of(recorded)) return base::fail(*gap);
        const auto weight = weight_of(*cited_, (*document_)->path, corpus_.index, *corpus_.policy);
        if (!weight || is_work_to_come()) return {};
        CitedFault& fault = add(CitedKind::path, CitedStatus::too_early, mention().path, recorded);
        fault.path = path;
        fault.is_sure = *weight == Certainty::sure;
        const auto birth = lives_.birth_of(path);
        if (birth && *birth) fault.known_since = id_of(**birth);
        return {};
    }

    // ---- a path that is not in the snapshot

    Result<void> search_absent(const Resolution& now) {
        const auto recorded = recordings_->of(*item_, mention());
        if (!recorded) return base::fail(recorded.error());
        auto weight = weight_of(*cited_, (*document_)->path, corpus_.index, *corpus_.policy);
        for (const std::size_t commit : *recorded) {
            const auto then = resolve_at(commit);
            if (!then) return base::fail(then.error());
            if (then->found == Found::several) return {};
            if (is_found(*then)) return note_drift(*recorded, place_of(*then));
            if (!weight) weight = weight_at(commit);
        }
        if (!weight || is_work_to_come()) return {};
        const auto known = was_ever_known(*recorded);
        if (!known) return base::fail(known.error());
        if (*known) return {};
        if (const auto gap = gap_of(*recorded)) return base::fail(*gap);
        CitedFault& fault = add(CitedKind::path, CitedStatus::fabricated, mention().path, *recorded);
        fault.is_sure = *weight == Certainty::sure;
        fault.near = now.paths;
        return {};
    }

    std::optional<Certainty> weight_at(std::size_t commit) {
        const auto table = lives_.at(commit);
        if (!table) return std::nullopt;
        return weight_of(*cited_, (*document_)->path, (*table)->index, *corpus_.policy);
    }

    /// The scope of a fix may name files that the fix is to add.
    [[nodiscard]] bool is_work_to_come() const {
        return item_->definition != nullptr && document_->process != nullptr &&
               opens_work(*document_->process, item_->definition->id);
    }

    Result<void> note_drift(const Commits& recorded, const std::string& path) {
        if (document_->filing.filed || cited_->is_gone) return {};
        add(CitedKind::path, CitedStatus::drifted, path, recorded).path = path;
        return {};
    }

    /// Up to the commits that recorded it; for what is not committed yet, in the whole history.
    Result<bool> was_ever_known(const Commits& recorded) {
        const auto ever = lives_.ever();
        if (!ever) return base::fail(ever.error());
        for (const std::string& path : candidates((*ever)->index, (*ever)->paths)) {
            if (recorded.empty()) return true;
            for (const std::size_t commit : recorded) {
                const auto known = lives_.was_known(path, commit);
                if (!known || *known) return known;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<std::string> candidates(const PathIndex& index,
                                                      const std::vector<std::string>& paths) const {
        std::vector<std::string> found = index.ending_in(mention().path);
        const Resolution resolution = resolve(index, (*document_)->path, cited_->reference);
        if (is_found(resolution) || resolution.found == Found::several) {
            found.insert(found.end(), resolution.paths.begin(), resolution.paths.end());
            if (resolution.paths.empty()) found.push_back(resolution.wanted);
        }
        // A path with blanks in it, of which running text shows the last part only.
        if (cited_->reference.form == model::ReferenceForm::bare)
            for (const std::string& path : paths)
                if (path.ends_with(" " + mention().path)) found.push_back(path);
        return found;
    }

    // ---- sections and versions

    [[nodiscard]] bool asks_for_more(const std::string& path) const {
        return policy::is_markdown(path) && (mention().version || cited_->names_section());
    }

    /// Version and section stood there when the record began, and the section still does.
    bool holds_from_the_start(const std::string& path) {
        const auto births = recordings_->births();
        if (!births) return false;
        for (const std::size_t birth : *births) {
            const auto document = document_at(path, birth);
            if (!document || *document == nullptr || !holds(**document)) return false;
        }
        const auto now = shelf_.of_snapshot(path);
        return now && presence_in(**now) != Presence::no;
    }

    bool holds(const model::Document& document) {
        const Stated stated = versions_in(document, *corpus_.policy);
        const auto versions = cited_->versions();
        return std::all_of(versions.begin(), versions.end(),
                           [&](const base::Version& one) { return agrees(one, stated); }) &&
               presence_in(document) != Presence::no;
    }

    /// Many items cite the same section, and to look for one takes its time.
    Presence presence_in(const model::Document& document) {
        const model::PathMention& target = cited_->reference.target;
        const std::string name = target.section + '\n' + cited_->title + '\n' + target.anchor;
        const auto [known, is_new] = presences_.try_emplace({&document, name}, Presence::unknown);
        if (is_new) known->second = has_section(document, *cited_);
        return known->second;
    }

    /// Null where no plain file is there.
    Result<const model::Document*> document_at(const std::string& path, std::size_t commit) {
        const auto blob = history_.blob_at(path, commit);
        if (!blob) return base::fail(blob.error());
        if (!*blob) return nullptr;
        return shelf_.of_blob(path, **blob);
    }

    Result<void> check_uncommitted(const std::string& path) {
        if (!asks_for_more(path)) return {};
        const auto now = shelf_.of_snapshot(path);
        if (!now) return base::fail(now.error());
        if (presence_in(**now) == Presence::no)
            add(CitedKind::section, CitedStatus::fabricated, cited_->section_name(), {}).path = path;
        check_versions({}, path, **now);
        return {};
    }

    void check_contents(const Commits& recorded, const std::string& path) {
        if (!asks_for_more(path)) return;
        for (const std::size_t commit : recorded) {
            const auto then = resolve_at(commit);
            if (!then || !is_found(*then)) return; // it was there before, and not then: nothing to read
            const auto document = document_at(place_of(*then), commit);
            if (!document) return cannot_tell(CitedKind::section, path, document.error());
            if (*document == nullptr) return;
            check_section(recorded, path, **document);
            check_versions(recorded, place_of(*then), **document);
            return;
        }
    }

    void check_section(const Commits& recorded, const std::string& path, const model::Document& then) {
        if (!cited_->names_section()) return;
        const auto now = shelf_.of_snapshot(path);
        if (!now) return cannot_tell(CitedKind::section, cited_->section_name(), now.error());
        const Presence had = presence_in(then);
        const Presence has = presence_in(**now);
        if (had == Presence::unknown || has == Presence::unknown) return;
        if (had == Presence::yes && has == Presence::yes) return;
        if (had == Presence::yes && (document_->filing.filed || cited_->is_gone)) return;
        const CitedStatus status = had == Presence::yes   ? CitedStatus::drifted
                                   : has == Presence::yes ? CitedStatus::too_early
                                                          : CitedStatus::fabricated;
        add(CitedKind::section, status, cited_->section_name(), recorded).path = path;
    }

    /// `then`: the document as it was when the sign-off was recorded.
    void check_versions(const Commits& recorded, const std::string& path, const model::Document& then) {
        const auto versions = cited_->versions();
        if (versions.empty()) return;
        const Stated stated = versions_in(then, *corpus_.policy);
        for (const base::Version& cited : versions)
            if (!agrees(cited, stated)) check_version(recorded, path, stated, cited);
    }

    /// A version that the document did not state when the sign-off was recorded.
    void check_version(const Commits& recorded, const std::string& path, const Stated& stated,
                       const base::Version& cited) {
        const auto changes = history_.changes_of(path);
        if (!changes) return cannot_tell(CitedKind::version, base::to_string(cited), changes.error());
        bool versioned = stated.has_version;
        std::optional<std::size_t> later;
        for (const PathHistory::Change& change : *changes) {
            if (!change.blob) continue;
            const auto document = shelf_.of_blob(path, *change.blob);
            if (!document) return cannot_tell(CitedKind::version, base::to_string(cited), document.error());
            const Stated one = versions_in(**document, *corpus_.policy);
            versioned = versioned || one.has_version;
            if (!agrees(cited, one)) continue;
            if (recorded.empty() || is_before(change.commit, recorded)) return;
            if (!later) later = change.commit;
        }
        if (!versioned) return;
        if (const auto gap = gap_of(recorded))
            return cannot_tell(CitedKind::version, base::to_string(cited), *gap);
        CitedFault& fault = add(CitedKind::version, later ? CitedStatus::too_early : CitedStatus::fabricated,
                                base::to_string(cited), recorded);
        fault.path = path;
        if (later) fault.known_since = id_of(*later);
    }

    [[nodiscard]] bool is_before(std::size_t commit, const Commits& recorded) const {
        return std::any_of(recorded.begin(), recorded.end(), [&](std::size_t one) {
            return graph_.is_ancestor(commit, one) == git::Answer::yes;
        });
    }

    // ---- what comes out

    [[nodiscard]] std::optional<base::Error> gap_of(const Commits& recorded) const {
        if (recorded.empty() && graph_.truncated()) return graph_.gap();
        for (const std::size_t commit : recorded)
            if (auto gap = lives_.gap_before(commit)) return gap;
        return std::nullopt;
    }

    [[nodiscard]] std::string id_of(std::size_t commit) const {
        return git::to_hex(graph_.commit(commit).commit.id);
    }

    CitedFault& add(CitedKind kind, CitedStatus status, std::string what, const Commits& recorded) {
        CitedFault& fault = faults_.emplace_back();
        fault.document = document_;
        fault.item = item_;
        fault.kind = kind;
        fault.status = status;
        fault.mention = mention();
        fault.what = std::move(what);
        if (!recorded.empty()) fault.recorded_in = id_of(recorded.front());
        return fault;
    }

    void cannot_tell(CitedKind kind, std::string what, base::Error problem) {
        add(kind, CitedStatus::unverifiable, std::move(what), {}).problem = std::move(problem);
    }

    const Corpus& corpus_;
    const CommitGraph& graph_;
    const Repository& repository_;
    PathLives lives_;
    PathHistory& history_;
    Shelf shelf_;
    std::map<std::pair<const model::Document*, std::string>, Presence> presences_;
    const DocumentFacts* document_ = nullptr;
    const ItemFacts* item_ = nullptr;
    const CitedText* cited_ = nullptr;
    Recordings* recordings_ = nullptr;
    std::vector<CitedFault> faults_;
};

} // namespace

bool cites_paths(const Corpus& corpus) {
    for (const DocumentFacts& document : corpus.documents)
        for (const GateFacts& gate : document.gates)
            for (const ItemFacts& item : gate.items)
                if (item.claim && !item.evidence.paths.empty()) return true;
    return false;
}

std::vector<CitedFault> gather_cited_faults(const Corpus& corpus, PathHistory& paths,
                                            const ReadSnapshot& read) {
    if (!cites_paths(corpus)) return {};
    Search search(corpus, paths, read);
    for (const DocumentFacts& document : corpus.documents)
        if (!document->document_class->is_template) search.search(document);
    return search.take();
}

} // namespace docs_lint::facts

#include "engine/proposed_processes.hpp"

#include "base/text.hpp"
#include "engine/configuration.hpp"
#include "engine/survey_groups.hpp"
#include "model/text_tools.hpp"
#include "policy/derive_process.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::engine {
namespace {

using policy::DocumentClass;
using policy::Policy;
using policy::Process;

base::Result<Policy> load(const Proposal& proposal, const Survey& survey) {
    return policy::load(
        policy::Configuration{kConfigurationFile, configuration_text(proposal, *survey.policy)},
        known_rules());
}

template <typename Known>
bool most(const std::vector<SurveyedItem>& items, Known known) {
    return 2 * static_cast<std::size_t>(std::count_if(items.begin(), items.end(), known)) > items.size();
}

/// The process is known by the titles of most items; ids are not enough, as many processes count 1.1, 1.2.
bool is_like(const SurveyedDocument& candidate, const Process& process) {
    return most(candidate.items, [&process](const SurveyedItem& item) {
        return process.find_item_by_title(item.title) != nullptr;
    });
}

bool defines_items_of(const SurveyedDocument& candidate, const SurveyedDocument& record) {
    return most(record.items, [&candidate](const SurveyedItem& item) {
        return !item.id.empty() &&
               std::any_of(candidate.items.begin(), candidate.items.end(),
                           [&item](const SurveyedItem& defined) { return defined.id == item.id; });
    });
}

/// A class whose documents record gates, and what is known of the templates that they may follow.
struct GatedClass {
    const DocumentClass* known = nullptr;
    SurveyedDocuments records;
};

struct Fit {
    const SurveyedDocument* candidate = nullptr;
    std::size_t followers = 0;
    std::vector<std::string> questions; ///< that it leaves open
};

class ProcessProposer {
public:
    ProcessProposer(Proposal& proposal, const Survey& survey) : proposal_(proposal), survey_(survey) {}

    void propose() {
        find_candidates();
        if (candidates_.empty()) return;
        const auto policy = load(proposal_, survey_);
        if (!policy) return; // whoever writes the proposal reports that
        for (const DocumentClass& known : policy->classes)
            if (known.records_gates && !known.is_template) propose_for({&known, records_of(known, *policy)});
    }

private:
    void find_candidates() {
        for (const SurveyedDocument& document : survey_.documents) {
            const bool among_records = document.covered_by != nullptr && document.covered_by->records_gates;
            if (!document.is_template || document.items.empty() || among_records) continue;
            if (yaml::can_write(document.path) && document.path.find_first_of("*?{") == std::string::npos)
                candidates_.push_back(&document);
            else
                proposal_.notes.push_back(
                    fmt::format("{} defines gate items, but no configuration can name it", document.path));
        }
    }

    [[nodiscard]] SurveyedDocuments records_of(const DocumentClass& known, const Policy& policy) const {
        SurveyedDocuments records;
        for (const SurveyedDocument& document : survey_.documents) {
            const DocumentClass* own = policy.class_of(document.path);
            if (own != nullptr && own->id == known.id && !document.is_template && !document.items.empty())
                records.push_back(&document);
        }
        return records;
    }

    /// At least half of the records follow it; before the first one, it is like the process of the class.
    [[nodiscard]] std::optional<Fit> fit_of(const SurveyedDocument& candidate, const GatedClass& one) const {
        const auto followers = static_cast<std::size_t>(
            std::count_if(one.records.begin(), one.records.end(), [&](const SurveyedDocument* record) {
                return defines_items_of(candidate, *record) || cites(*record, *one.known, candidate);
            }));
        if (!one.records.empty())
            return 2 * followers >= one.records.size() && followers > 0
                       ? std::optional(Fit{&candidate, followers, {}})
                       : std::nullopt;
        const Process* process = survey_.policy->find_process(one.known->process);
        if (process == nullptr || !is_like(candidate, *process)) return std::nullopt;
        return Fit{&candidate, 0, {}};
    }

    /// A record of an older version has other items and names the template all the same.
    static bool cites(const SurveyedDocument& record, const DocumentClass& known,
                      const SurveyedDocument& candidate) {
        const std::string file = base::normalise_name(file_name_of(candidate.path));
        return std::any_of(record.fields.begin(), record.fields.end(), [&](const SurveyedField& field) {
            return model::matches_label(field.name, known.process_version_fields) &&
                   base::normalise_name(field.value).find(file) != std::string::npos;
        });
    }

    void propose_for(const GatedClass& one) {
        std::vector<Fit> fits;
        for (const SurveyedDocument* candidate : candidates_)
            if (auto fit = fit_of(*candidate, one)) fits.push_back(std::move(*fit));
        for (Fit& fit : fits) fit.questions = questions_of(fit, one);
        keep_the_best(fits, one);
        const bool in_force = fits.size() == 1 && fits.front().questions.empty();
        if (in_force) return apply(proposal_, *fits.front().candidate, one);
        for (Fit& fit : fits) leave_open(std::move(fit), one, fits.size() > 1);
    }

    /// A template that leaves nothing open goes before others, and then the one that more records follow.
    static void keep_the_best(std::vector<Fit>& fits, const GatedClass& one) {
        const auto better = [](const Fit& a, const Fit& b) {
            return std::pair(a.questions.empty(), a.followers) > std::pair(b.questions.empty(), b.followers);
        };
        std::stable_sort(fits.begin(), fits.end(), better);
        const auto worse =
            std::find_if(fits.begin(), fits.end(), [&](const Fit& fit) { return better(fits.front(), fit); });
        fits.erase(worse, fits.end());
        // A record that nobody has signed yet looks like a template of its own.
        const auto is_blank_record = [&one](const Fit& fit) {
            return !fit.questions.empty() && fit.candidate->find("Version") == nullptr &&
                   std::any_of(one.records.begin(), one.records.end(),
                               [&fit](const SurveyedDocument* record) {
                                   return folder_of(record->path) == folder_of(fit.candidate->path);
                               });
        };
        fits.erase(std::remove_if(fits.begin(), fits.end(), is_blank_record), fits.end());
    }

    /// What the template leaves open under the configuration that would take it.
    [[nodiscard]] std::vector<std::string> questions_of(const Fit& fit, const GatedClass& one) const {
        Proposal trial = proposal_;
        apply(trial, *fit.candidate, one);
        const auto policy = load(trial, survey_);
        if (!policy) return {policy.error().message};
        const DocumentClass* known = policy->find_class(one.known->id);
        const auto derived = policy::derive_process(fit.candidate->text, fit.candidate->path,
                                                    *known->process_template, *policy);
        std::vector<std::string> questions;
        if (!derived.problem) return questions;
        for (const std::string_view line : base::split(derived.problem->message, '\n'))
            questions.emplace_back(line);
        return questions;
    }

    /// The process that supplies what the template does not say. A class of the packs has its own.
    [[nodiscard]] std::string like_of(const SurveyedDocument& candidate, const GatedClass& one) const {
        const DocumentClass* packed = survey_.policy->find_class(one.known->id);
        if (packed != nullptr && !packed->process.empty()) return {};
        for (const Process& process : survey_.policy->processes)
            if (is_like(candidate, process)) return process.id;
        return {};
    }

    void apply(Proposal& proposal, const SurveyedDocument& candidate, const GatedClass& one) const {
        ProposedClass& target = class_in(proposal, one);
        target.process_template = candidate.path;
        target.process = like_of(candidate, one);
        target.process_remark = one.records.empty()
                                    ? "it is like the process of the built-in class"
                                    : fmt::format("it defines the gate items of {}",
                                                  base::count_of(one.records.size(), "record"));
        target.process_version_fields = version_fields_of(one);
        const auto is_gates_note = [](const std::string& note) { return note.starts_with(kNoProcessNote); };
        target.notes.erase(std::remove_if(target.notes.begin(), target.notes.end(), is_gates_note),
                           target.notes.end());
    }

    static ProposedClass& class_in(Proposal& proposal, const GatedClass& one) {
        for (ProposedClass& known : proposal.classes)
            if (known.id == one.known->id) return known;
        auto& covered = proposal.covered;
        covered.erase(std::remove_if(covered.begin(), covered.end(),
                                     [&one](const Accounted& row) { return row.where == one.known->id; }),
                      covered.end());
        ProposedClass overlay;
        overlay.id = one.known->id;
        overlay.title = one.known->title;
        overlay.overlay = true;
        overlay.documents = one.records.size();
        overlay.notes.emplace_back("the built-in class, with the process of this repository's own template");
        return proposal.classes.emplace_back(std::move(overlay));
    }

    /// Fields by which the records may say which version of the template they follow; classes of the packs
    /// know theirs.
    [[nodiscard]] std::vector<std::string> version_fields_of(const GatedClass& one) const {
        std::vector<std::string> names;
        if (survey_.policy->find_class(one.known->id) != nullptr) return names;
        for (const DocumentClass& known : survey_.policy->classes)
            for (const std::string& name : known.process_version_fields) {
                const bool used =
                    std::any_of(one.records.begin(), one.records.end(),
                                [&name](const auto* record) { return record->find(name) != nullptr; });
                if (used && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
            }
        return names;
    }

    void leave_open(Fit fit, const GatedClass& one, bool one_of_several) {
        OpenProcess open;
        open.class_id = one.known->id;
        open.path = fit.candidate->path;
        open.like = like_of(*fit.candidate, one);
        open.one_of_several = one_of_several;
        open.questions = std::move(fit.questions);
        proposal_.open_processes.push_back(std::move(open));
    }

    Proposal& proposal_;
    const Survey& survey_;
    SurveyedDocuments candidates_;
};

} // namespace

void propose_processes(Proposal& proposal, const Survey& survey) {
    ProcessProposer(proposal, survey).propose();
}

} // namespace docs_lint::engine

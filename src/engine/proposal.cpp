#include "engine/proposal.hpp"

#include "base/text.hpp"
#include "engine/proposed_class.hpp"
#include "engine/proposed_processes.hpp"
#include "engine/proposed_roles.hpp"
#include "engine/survey_groups.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace docs_lint::engine {
namespace {

constexpr std::size_t kHighestFolder = 4;

SurveyedDocuments take_templates(DocumentGroup& group) {
    SurveyedDocuments templates;
    const auto kept = std::stable_partition(group.documents.begin(), group.documents.end(),
                                            [](const SurveyedDocument* one) { return !one->is_template; });
    templates.assign(kept, group.documents.end());
    group.documents.erase(kept, group.documents.end());
    return templates;
}

class Proposer {
public:
    explicit Proposer(const Survey& survey) : survey_(survey) {}

    void add(DocumentGroup group) {
        if (group.covered_by != nullptr)
            add_covered(group);
        else
            add_folder(group);
    }

    Proposal finish() {
        // The first class that covers a path counts: deeper folders stand before those around them.
        std::stable_sort(proposal_.classes.begin(), proposal_.classes.end(),
                         [](const ProposedClass& a, const ProposedClass& b) { return rank(a) > rank(b); });
        give_ids();
        proposal_.roles = propose_roles(survey_.documents, *survey_.policy, proposal_.notes);
        propose_processes(proposal_, survey_);
        for (const std::string& path : survey_.unread)
            proposal_.notes.push_back(fmt::format("{} could not be read", path));
        return std::move(proposal_);
    }

private:
    /// Templates are listed by path and come first, then what is deep.
    static std::size_t rank(const ProposedClass& one) {
        if (one.overlay) return 0;
        std::size_t depth = 0;
        for (const std::string& path : one.paths)
            depth = std::max(depth, static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')));
        return 1 + depth + (one.is_template ? 1000 : 0);
    }

    void add_covered(const DocumentGroup& group) {
        if (auto overlay = propose_overlay(group, *survey_.policy))
            proposal_.classes.push_back(std::move(*overlay));
        else
            proposal_.covered.push_back(
                {group.covered_by->id, group.documents.size(), group.covered_by->title});
    }

    void leave_out(const DocumentGroup& group, std::string why) {
        proposal_.left_out.push_back({group.folder.empty() ? "the repository's root" : group.folder,
                                      group.documents.size(), std::move(why)});
    }

    void add_folder(DocumentGroup& group) {
        const auto strange = std::stable_partition(
            group.documents.begin(), group.documents.end(),
            [](const SurveyedDocument* document) { return yaml::can_write(document->path); });
        for (auto at = strange; at != group.documents.end(); ++at)
            proposal_.notes.push_back(fmt::format("no class can name the path {}", (*at)->path));
        group.documents.erase(strange, group.documents.end());
        const SurveyedDocuments templates = take_templates(group);
        const std::size_t before = proposal_.classes.size();
        if (!group.documents.empty()) add_governed(group);
        const bool governed = proposal_.classes.size() > before;
        if (!templates.empty() && (governed || group.documents.empty()))
            proposal_.classes.push_back(propose_template_class(group, templates));
    }

    void add_governed(DocumentGroup& group) {
        SurveyedDocuments governed;
        std::copy_if(
            group.documents.begin(), group.documents.end(), std::back_inserter(governed),
            [&](const SurveyedDocument* document) { return looks_governed(*document, *survey_.policy); });
        const std::size_t all = group.documents.size();
        if (governed.empty()) return leave_out(group, "no header with an owner or a status, no gate");
        const bool whole_folder =
            !group.folder.empty() && governed.size() > 1 && 3 * governed.size() >= 2 * all;
        if (whole_folder) {
            proposal_.classes.push_back(propose_class(group, folder_patterns(group, survey_), survey_));
            return;
        }
        if (all > governed.size()) {
            DocumentGroup rest = group;
            rest.documents.resize(all - governed.size());
            leave_out(rest, "no header with an owner or a status, no gate");
        }
        group.documents = std::move(governed);
        std::vector<std::string> paths;
        if (all == 1 && has_folder_for_itself(group))
            paths.push_back(exact_pattern(group.folder) + "/*.md");
        else
            for (const SurveyedDocument* document : group.documents)
                paths.push_back(exact_pattern(document->path));
        proposal_.classes.push_back(propose_class(group, std::move(paths), survey_));
    }

    /// Neither a class of the packs nor a document that one covers has a place in it.
    bool has_folder_for_itself(const DocumentGroup& group) const {
        if (group.folder.empty() || group.has_subfolders) return false;
        const std::string below = group.folder + "/";
        const auto covers_below = [&](const policy::DocumentClass& known) {
            return std::any_of(known.paths.begin(), known.paths.end(), [&](const base::PathPattern& pattern) {
                return pattern.text().starts_with(below);
            });
        };
        const auto is_covered_here = [&](const SurveyedDocument& document) {
            return document.covered_by != nullptr && folder_of(document.path) == group.folder;
        };
        return std::none_of(survey_.policy->classes.begin(), survey_.policy->classes.end(), covers_below) &&
               std::none_of(survey_.documents.begin(), survey_.documents.end(), is_covered_here);
    }

    /// The folder so many levels above the documents of a class; empty where there is none.
    static std::string folder_above(const ProposedClass& one, std::size_t level) {
        std::string folder = folder_of(one.paths.front());
        for (; level > 0; --level) folder = folder_of(folder);
        return file_name_of(folder);
    }

    using Namesakes = std::vector<ProposedClass*>;

    /// `billing` and `shipping` tell `packages/billing/docs/specs` from `packages/shipping/docs/specs`.
    static bool tell_apart(const Namesakes& namesakes, std::size_t level) {
        std::set<std::string> names;
        for (const ProposedClass* one : namesakes) names.insert(id_of_name(folder_above(*one, level)));
        if (names.size() < namesakes.size() || names.count("") > 0) return false;
        for (ProposedClass* one : namesakes) {
            const std::string folder = folder_above(*one, level);
            one->id = id_of_name(folder) + "-" + one->id;
            if (yaml::can_write(folder)) one->title = fmt::format("{} ({})", one->title, folder);
        }
        return true;
    }

    void tell_namesakes_apart() {
        std::map<std::string, Namesakes> by_id;
        for (ProposedClass& one : proposal_.classes)
            if (!one.overlay) by_id[one.id].push_back(&one);
        for (const auto& [id, namesakes] : by_id)
            for (std::size_t level = 1; namesakes.size() > 1 && level <= kHighestFolder; ++level)
                if (tell_apart(namesakes, level)) break;
    }

    /// Folders of one name get the name of a folder above in front.
    void give_ids() {
        tell_namesakes_apart();
        std::set<std::string> taken;
        for (const policy::DocumentClass& known : survey_.policy->classes) taken.insert(known.id);
        for (ProposedClass& one : proposal_.classes) {
            if (one.overlay) continue;
            const std::string above = id_of_name(folder_of(folder_of(one.paths.front())));
            if (taken.count(one.id) > 0 && !above.empty()) one.id = above + "-" + one.id;
            for (int number = 2; !taken.insert(one.id).second; ++number)
                one.id = fmt::format("{}-{}", one.id, number);
        }
    }

    const Survey& survey_;
    Proposal proposal_;
};

} // namespace

Proposal propose_configuration(const Survey& survey) {
    Proposer proposer(survey);
    for (DocumentGroup& group : group_documents(survey)) proposer.add(std::move(group));
    return proposer.finish();
}

} // namespace docs_lint::engine

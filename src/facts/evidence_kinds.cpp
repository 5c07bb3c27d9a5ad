#include "base/text.hpp"
#include "facts/answers.hpp"
#include "facts/asked_evidence.hpp"
#include "facts/rewriting.hpp"
#include "facts/severity.hpp"
#include "facts/sign_offs.hpp"
#include "facts/test_results.hpp"
#include "facts/words.hpp"
#include "model/status_words.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <set>

namespace docs_lint::facts {
namespace {

using model::Evidence;
using policy::EvidenceKind;

constexpr std::size_t kWordsOfAStatement = 3;
constexpr std::size_t kWordsOfARole = 2;

bool names_commit(const Evidence& evidence) {
    return std::any_of(evidence.commits.begin(), evidence.commits.end(),
                       [](const model::CommitMention& mention) { return mention.well_formed; });
}

bool names_section(const Evidence& evidence) {
    return evidence.has_section ||
           std::any_of(evidence.paths.begin(), evidence.paths.end(),
                       [](const auto& path) { return !path.section.empty() || !path.anchor.empty(); });
}

bool names_severity(const Evidence& evidence, const policy::Process* process) {
    return process != nullptr && tier_named_in(evidence.text, *process) != nullptr;
}

bool shows_calculation(const Evidence& evidence, const policy::Policy& policy) {
    const bool has_number = evidence.text.find_first_of("0123456789") != std::string::npos;
    return has_number && model::says(evidence.text, policy.sign_off.calculation_words);
}

/// `Severity: High (P0)` assigns it and gives no reason.
bool gives_rationale(const ItemFacts& item, const policy::Process* process) {
    static const std::set<std::string, std::less<>> kAssignment = {
        "severity", "priority", "tier", "level", "assigned", "set", "is", "as", "to", "or", "and"};
    const Words words = split_into_words(item.evidence.text);
    const auto reasons = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        const bool letters = word.size() > 1 && word.find_first_of("0123456789") == std::string::npos;
        return letters && kAssignment.count(word) == 0 &&
               (process == nullptr || tier_named_in(word, *process) == nullptr);
    });
    return reasons >= 2;
}

/// Who does it and by when says something with few further words; a path is one where the item is about that
/// document, which is itself looked at.
bool is_statement(const ItemFacts& item, const policy::Process* process) {
    const Evidence& evidence = item.evidence;
    if (item.definition != nullptr && asks_for(*item.definition, EvidenceKind::severity) &&
        !gives_rationale(item, process))
        return false;
    const bool who_and_when = !evidence.roles.empty() && !evidence.dates.empty();
    const bool names_document =
        item.definition != nullptr && item.definition->needs_document && !evidence.paths.empty();
    const std::size_t further = (who_and_when ? kWordsOfARole : 0) + (names_document ? 1 : 0);
    return evidence.words + further >= kWordsOfAStatement;
}

/// Files of a scope may be named by globs, or in a section of the record: whether they are is asked of the
/// scope as a whole (`fix/outside-scope`).
bool names_path(const ItemFacts& item, const policy::Process* process) {
    if (!item.evidence.paths.empty()) return true;
    const bool elsewhere = !item.evidence.path_patterns.empty() || item.evidence.has_section;
    if (!elsewhere || process == nullptr || !process->spec_first) return false;
    const auto& scope = process->spec_first->scope;
    return std::find(scope.begin(), scope.end(), item.definition->id) != scope.end();
}

/// Folders whose documents are canonical specifications, up to the last slash before a wildcard.
std::vector<std::string> folders_of_specifications(const policy::Policy& policy) {
    std::vector<std::string> folders;
    for (const policy::DocumentClass& one : policy.classes) {
        if (!one.is_canonical_specification) continue;
        for (const base::PathPattern& pattern : one.paths) {
            const std::string literal = pattern.text().substr(0, pattern.text().find_first_of("*?{"));
            folders.push_back(literal.substr(0, literal.rfind('/') + 1));
        }
    }
    return folders;
}

/// A path may be cited by its end: then it could be one below any folder of specifications.
bool may_be_specification(std::string_view cited, const policy::Policy& policy) {
    const std::string path(without_way_up(cited));
    if (policy.class_of(path) != nullptr) return is_specification(path, policy);
    const auto folders = folders_of_specifications(policy);
    const auto is_whole = [&](const std::string& folder) {
        return !folder.empty() && path.starts_with(folder.substr(0, folder.find('/') + 1));
    };
    if (std::any_of(folders.begin(), folders.end(), is_whole)) return false;
    return std::any_of(folders.begin(), folders.end(),
                       [&](const std::string& folder) { return is_specification(folder + path, policy); });
}

/// No other document says what should happen; where no class holds specifications, any may be one.
bool names_specification(const ItemFacts& item, const policy::Policy& policy,
                         const policy::Process* process) {
    if (folders_of_specifications(policy).empty()) return names_path(item, process);
    const auto& paths = item.evidence.paths;
    return std::any_of(paths.begin(), paths.end(),
                       [&](const auto& path) { return may_be_specification(path.path, policy); });
}

/// It names one of those who may confirm the item: another's word is not theirs.
bool speaks_for_role(const ItemFacts& item, const policy::Policy& policy) {
    const auto& wanted = item.definition->confirmed_by;
    const auto& roles = item.evidence.roles;
    return wanted.empty() ? !roles.empty() : policy.roles.may_act_as_any(roles, wanted);
}

bool has_kind(EvidenceKind kind, const ItemFacts& item, const policy::Policy& policy,
              const policy::Process* process) {
    const Evidence& evidence = item.evidence;
    switch (kind) {
    case EvidenceKind::commit:
        return names_commit(evidence);
    case EvidenceKind::path:
        return names_path(item, process);
    case EvidenceKind::specification:
        return names_specification(item, policy, process);
    case EvidenceKind::section:
        return names_section(evidence);
    case EvidenceKind::version:
        return evidence.has_version;
    case EvidenceKind::date:
        return !evidence.dates.empty();
    case EvidenceKind::role:
        return speaks_for_role(item, policy);
    case EvidenceKind::statement:
        return is_statement(item, process);
    case EvidenceKind::result:
        return gives_result(evidence.text, policy.sign_off) && !tells_of_failure(item);
    case EvidenceKind::method:
        return tells_method(evidence.text, policy.sign_off);
    case EvidenceKind::calculation:
        return shows_calculation(evidence, policy);
    case EvidenceKind::decision:
        return decision_of(item, policy) != DecisionAnswer::unclear;
    case EvidenceKind::need:
        return decision_of(item, policy) == DecisionAnswer::yes;
    case EvidenceKind::waiver:
        return is_waived(item, policy);
    case EvidenceKind::severity:
        return names_severity(evidence, process);
    }
    return false;
}

} // namespace

bool is_waived(const ItemFacts& item, const policy::Policy& policy) {
    if (item.definition == nullptr) return false;
    return decision_of(item, policy) == DecisionAnswer::no ||
           states_waiver(item.evidence.text, item.definition->waivers, policy.sign_off);
}

std::vector<EvidenceKind> lacking_kinds(const ItemFacts& item, const std::vector<EvidenceKind>& wanted,
                                        const policy::Policy& policy, const policy::Process* process) {
    std::vector<EvidenceKind> lacking;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(lacking),
                 [&](EvidenceKind kind) { return !has_kind(kind, item, policy, process); });
    return lacking;
}

std::optional<EvidenceGap> evidence_gap(const ItemFacts& item, const policy::Policy& policy,
                                        const policy::Process* process) {
    if (item.definition == nullptr) return std::nullopt;
    std::optional<EvidenceGap> least;
    for (const auto& wanted : item.definition->evidence) {
        auto lacking = lacking_kinds(item, wanted, policy, process);
        if (lacking.empty()) return std::nullopt;
        if (!least || lacking.size() < least->lacking.size()) least = EvidenceGap{wanted, std::move(lacking)};
    }
    return least;
}

namespace {

/// Words and marks behind which a text may say something else than before.
bool may_turn(std::string_view text) {
    const std::string_view body = base::trim(text);
    const std::string_view inner = body.substr(0, body.empty() ? 0 : body.size() - 1);
    if (inner.find(';') != std::string_view::npos || inner.find(". ") != std::string_view::npos) return true;
    for (const std::string_view word :
         {"but",       "until",     "then",    "now",    "later",   "before",  "after", "first",
          "initially", "without",   "unless",  "except", "when",    "if",      "since", "once",
          "other",     "otherwise", "whereas", "while",  "instead", "formerly"})
        if (base::contains_word(text, word)) return true;
    return false;
}

} // namespace

std::optional<Contradiction> contradiction_in_evidence(const ItemFacts& item) {
    if (item.definition == nullptr) return std::nullopt;
    for (const std::string& phrase : item.definition->contradicted_by)
        if (model::says(item.evidence.text, {phrase}))
            return Contradiction{phrase, !may_turn(item.evidence.text)};
    return std::nullopt;
}

namespace {

constexpr std::string_view kTickOfAnswer = "[x]";

bool is_ticked_answer(std::string_view line) {
    return model::starts_with_ignoring_case(line, kTickOfAnswer);
}

bool has_bold_label(const markdown::Text& line) {
    const auto parts = model::split_label(line.text);
    if (!parts) return false;
    const markdown::Text label = line.slice(parts->label);
    return std::all_of(label.pieces.begin(), label.pieces.end(),
                       [](const markdown::Piece& piece) { return piece.strong; });
}

/// `Reason: ...`, `by: ...`; not `longer known: ...`, which goes on with the line before it.
bool begins_other_part(const markdown::Text& line) {
    static const std::vector<std::string> kLabels = {
        "reason", "reasons", "rationale",   "because",     "why",  "explanation", "by",
        "owner",  "date",    "answered by", "assessed by", "note", "decided by",  "confirmed by"};
    const auto parts = model::split_label(line.text);
    return parts && model::matches_label(line.slice(parts->label).text, kLabels);
}

/// `Spec update required: yes` and `[x] Spec update required` answer the question by themselves.
bool answers_by_itself(const markdown::Text& line, const policy::Question& question) {
    const auto parts = model::split_label(line.text);
    const std::string value = parts ? base::lower(line.slice(parts->value).text) : std::string();
    if (!value.starts_with("yes") && !value.starts_with("no") && !is_ticked_answer(line.text)) return false;
    const std::string label = parts ? line.slice(parts->label).text : line.text;
    return std::any_of(question.subjects.begin(), question.subjects.end(), [&](const std::string& subject) {
        return base::find_ignoring_case(label, subject).has_value();
    });
}

/// A further part ends what the labelled line before it says: `spec update required: no`, `reason: ...`.
bool parts_lines(const markdown::Text& before, const markdown::Text& line, const policy::Question& question) {
    if (has_bold_label(before) && has_bold_label(line)) return true;
    return answers_by_itself(line, question) || (model::split_label(before.text) && begins_other_part(line));
}

std::string with_stops_between_parts(const model::Component& evidence, const policy::Question& question) {
    std::string text;
    const markdown::Text* before = nullptr;
    for (const markdown::Text& line : evidence.value) {
        if (before != nullptr) text += parts_lines(*before, line, question) ? "; " : " ";
        text += is_ticked_answer(line.text) ? line.text.substr(kTickOfAnswer.size()) : line.text;
        before = &line;
    }
    return text;
}

} // namespace

DecisionAnswer decision_of(const ItemFacts& item, const policy::Policy& policy) {
    if (item.definition == nullptr || !item.definition->question) return DecisionAnswer::unclear;
    const policy::Question& question = *item.definition->question;
    const auto answer = answer_in(item.evidence.text, question, policy.sign_off);
    const model::Component* written = item.evidence_component.component;
    const bool struck =
        written == nullptr || item.evidence.text.size() < model::join_lines(written->value).text.size();
    if (struck) return answer;
    const auto in_parts = answer_in(with_stops_between_parts(*written, question), question, policy.sign_off);
    if (answer == DecisionAnswer::unclear || answer == in_parts) return in_parts;
    return DecisionAnswer::unclear;
}

} // namespace docs_lint::facts

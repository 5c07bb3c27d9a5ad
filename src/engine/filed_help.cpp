#include "engine/filed_help.hpp"

#include "engine/filed_before.hpp"

#include <map>
#include <string>

namespace docs_lint::engine {
namespace {

using diagnostics::Diagnostic;

constexpr const char* kInstead =
    "the record itself is filed and cannot be mended: put right in a new document what is wrong in it, or "
    "let the team accept it as older than the rule (`effective-from`)";

constexpr const char* kBeforeItIsMerged =
    "the record is filed by this very change: mend it in the commit that files it, before that is merged";

/// They are about filing, and their help is already for those who have filed.
bool speaks_of_filing(const std::string& rule) {
    return rule.starts_with("record/") || rule == "document/misnamed";
}

class Adviser {
public:
    Adviser(const facts::Corpus& corpus, const Place& place) : corpus_(corpus), place_(place) {}

    void advise(Diagnostic& finding) {
        if (!finding.location.commit.empty() || speaks_of_filing(finding.rule)) return;
        const Filing filing = filing_of(finding.location.path);
        if (filing == Filing::none) return;
        // What rests on other documents or on commits may have its cure there.
        const bool cured_here = finding.help.empty() || looks_at_one_document(finding.rule, *corpus_.policy);
        if (filing == Filing::by_this_change) {
            if (cured_here)
                finding.help += (finding.help.empty() ? "" : "; ") + std::string(kBeforeItIsMerged);
        } else {
            finding.help = cured_here ? kInstead : finding.help + "; " + kInstead;
        }
    }

private:
    enum class Filing { none, before, by_this_change };

    Filing filing_of(const std::string& path) {
        const auto [known, is_new] = known_.try_emplace(path, Filing::none);
        const facts::DocumentFacts* document = is_new ? corpus_.find(path) : nullptr;
        if (document != nullptr && document->filing.filed) known->second = look_up(*document);
        return known->second;
    }

    [[nodiscard]] Filing look_up(const facts::DocumentFacts& document) const {
        const auto& document_class = *document->document_class;
        if (!is_filed_in_head(place_, document->path, document_class).value_or(false)) return Filing::none;
        const bool is_new =
            place_.base && !is_filed_in_base(place_, document->path, document_class).value_or(true);
        return is_new ? Filing::by_this_change : Filing::before;
    }

    const facts::Corpus& corpus_;
    const Place& place_;
    std::map<std::string, Filing> known_;
};

} // namespace

void give_help_for_filed(Verdict& verdict, const facts::Corpus& corpus, const Place& place) {
    Adviser adviser(corpus, place);
    for (Diagnostic& finding : verdict.outcome.findings) adviser.advise(finding);
    for (Diagnostic& finding : verdict.in_every_shard.findings) adviser.advise(finding);
    for (diagnostics::SuppressedFinding& one : verdict.suppressed) adviser.advise(one.finding);
}

} // namespace docs_lint::engine

#include "engine/mend.hpp"

#include "base/text.hpp"
#include "engine/configuration.hpp"
#include "engine/filed_before.hpp"
#include "engine/judge_documents.hpp"
#include "engine/place.hpp"
#include "engine/snapshot.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace docs_lint::engine {
namespace {

using base::Result;
using diagnostics::Diagnostic;
using facts::DocumentFacts;

/// One cure for one finding of a document.
struct Candidate {
    std::string path;
    Fix fix;
    Diagnostic finding;
};

/// How often each finding was made, wherever in its document: lines move.
using Kind = std::tuple<std::string, std::string, std::string>; // path, rule, message
using Counts = std::map<Kind, std::ptrdiff_t>;

using PathAndRule = std::pair<std::string, std::string>; // path, rule

std::map<PathAndRule, std::ptrdiff_t> totals_of(const Counts& counts) {
    std::map<PathAndRule, std::ptrdiff_t> totals;
    for (const auto& [kind, count] : counts) totals[{std::get<0>(kind), std::get<1>(kind)}] += count;
    return totals;
}

template <typename Found>
Kind kind_of(const Found& found) {
    return {found.location.path, found.rule, found.message};
}

Counts counts_of(const diagnostics::Outcome& outcome) {
    Counts counts;
    for (const Diagnostic& finding : outcome.findings) ++counts[kind_of(finding)];
    for (const diagnostics::Unverified& one : outcome.unverified) ++counts[kind_of(one)];
    return counts;
}

class Mender {
public:
    Mender(const Request& request, Place place, RunPolicy policy, RunResult found)
        : request_(request), place_(std::move(place)), policy_(std::move(policy)), found_(std::move(found)),
          before_(counts_of(found_.outcome)) {}

    Result<Mending> run() {
        mending_.root = place_.root;
        mending_.result = found_;
        gather();
        if (auto chosen = choose(); !chosen) return base::fail(chosen.error());
        for (const Candidate& one : taken_) note(mending_.cured, one.finding, one.fix.what);
        for (const auto& [path, after] : texts_of(taken_))
            mending_.documents.push_back({path, originals_.at(path)->text, after});
        return std::move(mending_);
    }

private:
    static void note(std::vector<MendedFinding>& list, const Diagnostic& finding, std::string account) {
        list.push_back(
            {finding.rule, finding.location.path, finding.location.begin.line, std::move(account)});
    }

    /// Documents with findings that may be curable, each with those findings.
    [[nodiscard]] std::map<std::string, std::vector<Diagnostic>> curable() const {
        std::map<std::string, std::vector<Diagnostic>> by_path;
        for (const Diagnostic& finding : found_.outcome.findings)
            if (finding.location.commit.empty() && finding.commit.empty() && has_fixes(finding.rule))
                by_path[finding.location.path].push_back(finding);
        return by_path;
    }

    void gather() {
        const auto read = path_reader(place_);
        for (const auto& [path, findings] : curable()) {
            const policy::DocumentClass* document_class = policy_.policy.class_of(path);
            auto text = read(path);
            if (document_class == nullptr || !text) continue;
            auto document = judge(path, std::move(*text));
            if (!document) continue;
            const std::string reason = reason_to_leave(*document);
            originals_.emplace(path, std::move(*document));
            match(path, findings, reason);
        }
    }

    [[nodiscard]] Result<DocumentFacts> judge(const std::string& path, std::string text) const {
        return judge_text({path, std::move(text), policy_.policy.class_of(path)}, policy_.policy, {});
    }

    /// Why nothing may be written in the document; empty where it may.
    [[nodiscard]] std::string reason_to_leave(const DocumentFacts& document) const {
        if (document.filing.filed) return "the record is filed";
        const auto filed = is_filed_before(place_, document->path, *document->document_class);
        if (!filed) return fmt::format("whether it was filed is not known: {}", filed.error().message);
        if (*filed) return "HEAD or the index holds the record filed";
        const auto is_here = [&](const auto& one) { return one.location.path == document->path; };
        for (const Diagnostic& finding : found_.outcome.findings)
            if (is_here(finding) && finding.rule.starts_with("record/"))
                return fmt::format("{} has a finding on it", finding.rule);
        const auto& unverified = found_.outcome.unverified;
        if (std::any_of(unverified.begin(), unverified.end(), is_here))
            return "something of the document could not be verified";
        return {};
    }

    void match(const std::string& path, const std::vector<Diagnostic>& findings, const std::string& reason) {
        const DocumentFacts& document = originals_.at(path);
        for (Fix& fix : propose_fixes(document)) {
            const auto place = document->at(fix.finding);
            const auto found = std::find_if(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
                return finding.rule == fix.rule && finding.location.begin == place.begin;
            });
            if (found == findings.end()) continue;
            if (!reason.empty())
                note(mending_.refused, *found, reason);
            else
                try_alone({path, std::move(fix), *found});
        }
    }

    void try_alone(Candidate candidate) {
        const DocumentFacts& before = originals_.at(candidate.path);
        const auto text = base::apply_edits(before->text, candidate.fix.edits);
        if (text && keeps_the_rest(before, *text, candidate.fix.scope))
            candidates_.push_back(std::move(candidate));
        else
            note(mending_.refused, candidate.finding,
                 "the edit would change how the rest of the document is read");
    }

    /// All of them, or each that does well beside those before it.
    Result<void> choose() {
        auto problem = try_with(candidates_);
        if (!problem) return base::fail(problem.error());
        if (problem->empty()) return {};
        for (const Candidate& one : candidates_) {
            auto more = taken_;
            more.push_back(one);
            problem = try_with(more);
            if (!problem) return base::fail(problem.error());
            if (!problem->empty()) note(mending_.refused, one.finding, *problem);
        }
        return {};
    }

    /// Takes these where a run on them does what it should; else what speaks against them.
    Result<std::string> try_with(const std::vector<Candidate>& candidates) {
        if (candidates.empty()) return std::string();
        const Texts texts = texts_of(candidates);
        if (texts.empty()) return std::string("two edits meet");
        auto result = run_with(request_, texts);
        if (!result) return base::fail(result.error());
        std::string problem = problem_of(candidates, counts_of(result->outcome));
        if (!problem.empty()) return problem;
        taken_ = candidates;
        mending_.result = std::move(*result);
        return std::string();
    }

    [[nodiscard]] Texts texts_of(const std::vector<Candidate>& candidates) const {
        std::map<std::string, std::vector<base::TextEdit>> edits;
        for (const Candidate& one : candidates)
            edits[one.path].insert(edits[one.path].end(), one.fix.edits.begin(), one.fix.edits.end());
        Texts texts;
        for (auto& [path, of_path] : edits) {
            auto text = base::apply_edits(originals_.at(path)->text, std::move(of_path));
            if (!text) return {};
            texts.emplace(path, std::move(*text));
        }
        return texts;
    }

    [[nodiscard]] std::string problem_of(const std::vector<Candidate>& candidates,
                                         const Counts& after) const {
        auto fewer = totals_of(before_);
        std::multiset<PathAndRule> left_over;
        for (const Candidate& one : candidates) {
            --fewer[{one.path, one.fix.rule}];
            if (one.fix.leaves.empty()) continue;
            ++fewer[{one.path, one.fix.leaves}];
            left_over.emplace(one.path, one.fix.leaves);
        }
        for (const auto& [kind, count] : after) {
            const auto& [path, rule, message] = kind;
            const auto known = before_.find(kind);
            for (auto more = count - (known == before_.end() ? 0 : known->second); more > 0; --more) {
                const auto expected = left_over.find({path, rule});
                if (expected == left_over.end()) return fmt::format("then {} would say: {}", rule, message);
                left_over.erase(expected);
            }
        }
        for (const auto& [place, count] : totals_of(after))
            if (fewer.count(place) > 0 && count > fewer.at(place)) return "the finding would still be there";
        return {};
    }

    const Request& request_;
    Place place_;
    RunPolicy policy_;
    RunResult found_;
    Counts before_;
    std::map<std::string, DocumentFacts> originals_; ///< by path
    std::vector<Candidate> candidates_;
    std::vector<Candidate> taken_;
    Mending mending_;
};

} // namespace

Result<Mending> mend(const Request& request) {
    auto place = find_place(request);
    if (!place) return base::fail(place.error());
    if (place->mode != Mode::worktree || place->root.empty())
        return base::fail(base::ErrorKind::usage, "there is no working tree to mend documents in",
                          "run this in a clone that has one");
    auto policy = find_policy(request, *place);
    if (!policy) return base::fail(policy.error());
    auto found = run(request);
    if (!found) return base::fail(found.error());
    return Mender(request, std::move(*place), std::move(*policy), std::move(*found)).run();
}

} // namespace docs_lint::engine

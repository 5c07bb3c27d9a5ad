#include "base/utf8.hpp"
#include "reporters/embedded_texts.hpp"
#include "reporters/format.hpp"
#include "reporters/html_data.hpp"
#include "reporters/html_records.hpp"
#include "reporters/html_text.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"
#include "rules/rule.hpp"

#include <kainjow/mustache.hpp>
#include <set>
#include <string>
#include <string_view>

namespace docs_lint::reporters {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Location;
using diagnostics::Unverified;
using kainjow::mustache::data;

/// A section of the template with one text in it, or none where the text is empty: what stands further out
/// under the same name must not show through.
void put_section(data& into, const char* key, std::string_view text) {
    data rows = html_list();
    if (!text.empty()) {
        data row = html_object();
        put(row, "text", text);
        rows << row;
    }
    into.set(key, rows);
}

void put_place(data& into, const Location& location) {
    into.set("place", data(location.path.empty() ? std::string{} : place_of(location)));
    put_section(into, "line", location.line_text);
}

data related_of(const std::vector<diagnostics::Related>& all) {
    data rows = html_list();
    for (const diagnostics::Related& related : all) {
        data row = html_object();
        put(row, "message", related.message);
        put_place(row, related.location);
        rows << row;
    }
    return rows;
}

data finding_of(const Diagnostic& finding) {
    data one = html_object();
    put(one, "severity", to_string(finding.severity));
    put(one, "rule", finding.rule);
    put(one, "rule_anchor", html_anchor("rule", finding.rule));
    put(one, "message", finding.message);
    put_place(one, finding.location);
    one.set("related", related_of(finding.related));
    put_section(one, "help", finding.help);
    return one;
}

data unverified_of(const Unverified& unverified) {
    data one = html_object();
    put(one, "rule", unverified.rule);
    put(one, "rule_anchor", html_anchor("rule", unverified.rule));
    put(one, "message", unverified.message);
    put_place(one, unverified.location);
    put_section(one, "help", unverified.help);
    return one;
}

/// Findings stand by path already.
data documents_of(const std::vector<Diagnostic>& findings) {
    data documents = html_list();
    for (std::size_t at = 0; at < findings.size();) {
        const std::string& path = findings[at].location.path;
        data document = html_object();
        put(document, "anchor", html_anchor("document", path));
        put(document, "path", path.empty() ? "The repository as a whole" : path);
        data rows = html_list();
        for (; at < findings.size() && findings[at].location.path == path; ++at)
            rows << finding_of(findings[at]);
        document.set("findings", rows);
        documents << document;
    }
    return documents;
}

data rule_of(const std::string& id) {
    data one = html_object();
    put(one, "anchor", html_anchor("rule", id));
    put(one, "id", id);
    const rules::Rule* rule = rules::find_rule(id);
    one.set("known", data(rule != nullptr));
    if (rule == nullptr) return one;
    put(one, "summary", rule->metadata->summary);
    put(one, "why", rule->metadata->why);
    put(one, "fix", rule->metadata->fix);
    put(one, "source", rule->metadata->source);
    return one;
}

data rules_of(const diagnostics::Outcome& outcome) {
    std::set<std::string> ids;
    for (const Diagnostic& finding : outcome.findings) ids.insert(finding.rule);
    for (const Unverified& unverified : outcome.unverified) ids.insert(unverified.rule);
    data rows = html_list();
    for (const std::string& id : ids) rows << rule_of(id);
    return rows;
}

struct Mood {
    std::string_view look; ///< class of the style sheet
    std::string_view word;
};

Mood mood_of(const engine::RunResult& result) {
    const Counts counts = count(result.outcome);
    if (counts.errors > 0) return {"bad", "Errors."};
    if (counts.unverified > 0) return {"note", "Could not verify."};
    if (counts.warnings > 0) return {"warn", "Warnings."};
    return {"good", "In order."};
}

void add_head(data& page, const engine::RunResult& result) {
    const Mood mood = mood_of(result);
    put(page, "version", DOCS_LINT_VERSION);
    page.set("style", data(std::string(embedded::report_css)));
    put(page, "heading", "Documents and what happened to them");
    put(page, "verdict", verdict(result));
    put(page, "mood", mood.look);
    put(page, "mood_word", mood.word);
    data rows = html_list();
    for (const auto& [label, text] : account(result)) {
        data row = html_object();
        put(row, "label", label);
        put(row, "text", text);
        rows << row;
    }
    page.set("account", rows);
}

void add_outcome(data& page, const diagnostics::Outcome& outcome) {
    page.set("has_findings", data(!outcome.findings.empty()));
    page.set("documents", documents_of(outcome.findings));
    page.set("has_unverified", data(!outcome.unverified.empty()));
    data rows = html_list();
    for (const Unverified& unverified : outcome.unverified) rows << unverified_of(unverified);
    page.set("unverified", rows);
    page.set("has_rules", data(!outcome.findings.empty() || !outcome.unverified.empty()));
    page.set("rules", rules_of(outcome));
}

} // namespace

std::string render_html(const engine::RunResult& result, const Options&) {
    data page = html_object();
    add_head(page, result);
    add_records(page, result);
    add_outcome(page, result.outcome);
    kainjow::mustache::mustache tmpl{std::string(embedded::report_mustache)};
    return disarm_commands(tmpl.render(page));
}

} // namespace docs_lint::reporters

#include "base/text.hpp"
#include "model/hidden_html.hpp"
#include "rules/kinds/kinds.hpp"
#include "rules/kinds/texts.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

constexpr std::size_t kMostFindings = 50; ///< of one rule in one document

struct Match {
    std::string text;
    base::Span source;
    bool counts = true; ///< a reader sees it as the document's own word
};

std::vector<Match> matches_in(const policy::PatternRule& what, const model::Document& document) {
    std::vector<Match> matches;
    for (const TextUnit& unit : texts_of(document, what.where)) {
        const std::string& text = unit.text.text;
        for (auto at = what.pattern.find(text); at; at = what.pattern.find(text, at->end)) {
            const base::Span source = unit.text.source_of(*at);
            const bool counts = unit.in_plain_sight && (what.where == policy::TextPlace::source ||
                                                        !model::has_html_around(document.text, source));
            matches.push_back({text.substr(at->begin, at->size()), source, counts});
        }
    }
    return matches;
}

std::string_view name_of(policy::TextPlace where) {
    switch (where) {
    case policy::TextPlace::text:
        return "nothing in the text";
    case policy::TextPlace::heading:
        return "no heading";
    case policy::TextPlace::header:
        return "no header field";
    case policy::TextPlace::code:
        return "no line of code";
    case policy::TextPlace::source:
        return "no line";
    }
    return "nothing";
}

void report_forbidden(const std::vector<Match>& matches, const Subject& subject, Report& report) {
    for (std::size_t at = 0; at < matches.size() && at < kMostFindings; ++at) {
        const std::size_t left = at + 1 == kMostFindings ? matches.size() - kMostFindings : 0;
        report.finding({
            .message = fmt::format("{}: \"{}\"{}", subject.rule.summary, shown(matches[at].text),
                                   left > 0 ? fmt::format(" (and {} more)", base::count_of(left, "place"))
                                            : std::string()),
            .location = subject.document->at(matches[at].source),
            .help = subject.help("take it out, or write it in other words"),
        });
    }
}

void report_missing(const policy::PatternRule& what, const std::vector<Match>& matches,
                    const Subject& subject, Report& report) {
    std::vector<diagnostics::Related> related;
    for (const Match& match : matches) {
        if (match.counts) return;
        if (related.size() < kMostFindings)
            related.push_back({"it stands here quoted, struck out or hidden, where it does not count",
                               subject.document->at(match.source)});
    }
    report.finding({
        .message = fmt::format("{}: {} matches `{}`", subject.rule.summary, name_of(what.where),
                               shown(what.pattern.text())),
        .location = subject.document->at(subject.document->beginning()),
        .help = subject.help("write it in plain sight"),
        .related = std::move(related),
    });
}

} // namespace

void check(const policy::PatternRule& what, const Subject& subject, Report& report) {
    const auto matches = matches_in(what, *subject.document);
    if (what.forbidden)
        report_forbidden(matches, subject, report);
    else
        report_missing(what, matches, subject, report);
}

} // namespace docs_lint::rules::kinds

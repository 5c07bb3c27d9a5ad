#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/closing.hpp"
#include "reporters/format.hpp"
#include "reporters/rule_link.hpp"
#include "reporters/source_line.hpp"
#include "reporters/style.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace docs_lint::reporters {
namespace {

using base::escape_invisible;
using diagnostics::Diagnostic;
using diagnostics::Location;
using diagnostics::Unverified;

/// Everything that stands between one header line and the next.
class FrameWriter {
public:
    FrameWriter(std::string& out, const Options& options)
        : out_(out), options_(options), style_(options.colour), width_(options.width) {}

    void set_gutter(std::size_t largest_line) { gutter_ = std::to_string(largest_line).size(); }

    void header(Ink ink, std::string_view word, const std::string& rule, std::string_view message) {
        const std::string head =
            rule.empty() ? std::string(word) : fmt::format("{}[{}]", word, linked_rule(rule, options_));
        out_ += fmt::format("{}{}\n", style_.paint(ink, head),
                            style_.paint(Ink::strong, ": " + escape_invisible(message)));
    }

    void place(const Location& location, Ink ink, char mark) {
        out_ +=
            fmt::format("{:{}}{} {}\n", "", gutter_, style_.paint(Ink::gutter, "-->"), place_of(location));
        if (location.line_text.empty()) return;
        const SourceLine line =
            show_source_line(location, std::max<std::size_t>(width_, gutter_ + 23) - gutter_ - 3);
        gutter("", "");
        gutter(std::to_string(location.begin.line), line.text);
        gutter("", std::string(line.caret, ' ') + style_.paint(ink, std::string(line.caret_width, mark)));
    }

    /// `= help: ...`, wrapped
    void remark(std::string_view label, std::string_view text) {
        if (text.empty()) return;
        const std::string lead = fmt::format("{:{}} = {}: ", "", gutter_, label);
        const std::size_t room = std::max<std::size_t>(width_, lead.size() + 20) - lead.size();
        bool first = true;
        for (const std::string& line : wrap(escape_invisible(text), room)) {
            const std::string blank(lead.size(), ' ');
            out_ += fmt::format("{}{}\n", first ? style_.paint(Ink::help, lead) : blank, line);
            first = false;
        }
    }

private:
    void gutter(std::string_view number, std::string_view text) {
        const std::string bar = fmt::format("{:>{}} |", number, gutter_);
        out_ += fmt::format("{}{}{}\n", style_.paint(Ink::gutter, bar), text.empty() ? "" : " ", text);
    }

    std::string& out_;
    const Options& options_;
    Style style_;
    std::size_t width_;
    std::size_t gutter_ = 1;
};

void write_finding(FrameWriter& writer, const Diagnostic& finding) {
    std::size_t largest_line = finding.location.begin.line;
    for (const diagnostics::Related& related : finding.related)
        largest_line = std::max(largest_line, related.location.begin.line);
    writer.set_gutter(largest_line);
    const Ink ink = ink_of(finding.severity);
    writer.header(ink, to_string(finding.severity), finding.rule, finding.message);
    writer.place(finding.location, ink, '^');
    for (const diagnostics::Related& related : finding.related) {
        writer.header(Ink::gutter, "note", "", related.message);
        writer.place(related.location, Ink::gutter, '-');
    }
    if (finding.commit != finding.location.commit && !finding.commit.empty())
        writer.remark("commit", short_commit(finding.commit));
    writer.remark("help", finding.help);
}

void write_unverified(FrameWriter& writer, const Unverified& unverified) {
    writer.set_gutter(unverified.location.begin.line);
    writer.header(Ink::unverified, "could not verify", unverified.rule, unverified.message);
    writer.place(unverified.location, Ink::unverified, '^');
    writer.remark("help", unverified.help);
}

/// What stands behind `whether commit 1a2b3c4 exists: `.
std::string_view cause_of(std::string_view message) {
    const std::size_t colon = message.find(": ");
    return colon == std::string_view::npos ? message : message.substr(colon);
}

using Alike = std::vector<const Unverified*>;

/// One rule, one cause and one cure: as many times as a cut-off history has citations.
std::vector<Alike> by_cause(const std::vector<Unverified>& unverified) {
    std::vector<Alike> groups;
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> known;
    for (const Unverified& one : unverified) {
        const auto [place, is_new] =
            known.try_emplace({one.rule, cause_of(one.message), one.help}, groups.size());
        if (is_new) groups.emplace_back();
        groups[place->second].push_back(&one);
    }
    return groups;
}

void write_alike(FrameWriter& writer, const Alike& alike) {
    write_unverified(writer, *alike.front());
    if (alike.size() == 1) return;
    std::set<std::string_view> paths;
    for (std::size_t at = 1; at < alike.size(); ++at) paths.insert(alike[at]->location.path);
    writer.remark("likewise", fmt::format("{} more in {}; `-o concise` names each", alike.size() - 1,
                                          base::count_of(paths.size(), "document")));
}

} // namespace

std::string render_full(const engine::RunResult& result, const Options& options) {
    std::string text;
    FrameWriter writer(text, options);
    for (const Diagnostic& finding : result.outcome.findings) {
        write_finding(writer, finding);
        text += '\n';
    }
    for (const Alike& alike : by_cause(result.outcome.unverified)) {
        write_alike(writer, alike);
        text += '\n';
    }
    text += closing_text(result, options);
    return options.ci ? disarm_commands(text) : text;
}

} // namespace docs_lint::reporters

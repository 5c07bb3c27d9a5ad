#include "base/text.hpp"
#include "model/block_tree.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"
#include "rules/kinds/kinds.hpp"
#include "rules/kinds/titles.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;
using model::Section;

/// Nothing, dashes, dots, a template's braces around all of it, or a word for what is still to come.
bool says_nothing(const Text& text, const policy::SignOffFormat& format) {
    const std::string bare = model::without_glyphs(text.text);
    const bool braces = bare.size() > 1 && bare.front() == '{' && bare.find('}') == bare.size() - 1;
    const std::string name = base::normalise_name(bare);
    return braces || name.empty() || bare == "…" || model::is_blank_or_dash(bare) ||
           std::any_of(format.pending_words.begin(), format.pending_words.end(),
                       [&](const std::string& word) { return base::normalise_name(word) == name; });
}

bool says_something(const Block& block, const policy::SignOffFormat& format) {
    const auto speaks = [&](const Text& text) { return !says_nothing(text, format); };
    if (block.kind == BlockKind::table)
        return std::any_of(block.rows.begin() + (block.rows.empty() ? 0 : 1), block.rows.end(),
                           [&](const markdown::TableRow& row) {
                               return std::any_of(row.cells.begin(), row.cells.end(), speaks);
                           });
    if (block.kind == BlockKind::paragraph) return speaks(model::join_lines(block.lines));
    return block.kind == BlockKind::code && std::any_of(block.lines.begin(), block.lines.end(), speaks);
}

bool is_filled(const Section& section, const Subject& subject) {
    const model::Document& document = *subject.document;
    const model::BlockTree tree(*document.ast);
    const auto hidden = model::hidden_parts(tree, document.text);
    for (std::size_t index = 1; index < tree.size(); ++index)
        if (section.source.contains(tree[index].source) && !model::lies_in_any(hidden, tree[index].source) &&
            says_something(tree[index], subject.corpus.policy->sign_off))
            return true;
    return false;
}

/// Lines in bold that a reader may take for the heading.
std::vector<diagnostics::Related> would_be_headings(const policy::SectionRule& wanted,
                                                    const Subject& subject) {
    std::vector<diagnostics::Related> related;
    for (const Block& block : subject.document->ast->blocks) {
        if (block.kind != BlockKind::paragraph || block.lines.size() != 1) continue;
        const Text line = block.lines.front().trimmed();
        const bool bold =
            !line.pieces.empty() && std::all_of(line.pieces.begin(), line.pieces.end(),
                                                [](const markdown::Piece& piece) { return piece.strong; });
        if (bold && bears_title(line.text, wanted.titles))
            related.push_back(
                {"this line reads like its heading, and is none", subject.document->at(block.source)});
    }
    return related;
}

void report_missing(const policy::SectionRule& wanted, const Subject& subject, Report& report) {
    report.finding({
        .message = fmt::format("there is no section {}", quoted(wanted.titles)),
        .location = subject.document->at(subject.document->beginning()),
        .help = subject.help("add the section under a heading of its own"),
        .related = would_be_headings(wanted, subject),
    });
}

void report_level(const policy::SectionRule& wanted, const Section& section, const Subject& subject,
                  Report& report) {
    report.finding({
        .message = fmt::format("the section \"{}\" is a heading of level {}, not {}", section.title,
                               section.level, *wanted.level),
        .location = subject.document->at(section.heading),
        .help = subject.help(fmt::format("write its heading with {}",
                                         std::string(static_cast<std::size_t>(*wanted.level), '#'))),
    });
}

/// The section that answers to the rule, however well; null where there is none.
const Section* judge_section(const policy::SectionRule& wanted, const Subject& subject, Report& report) {
    const auto titled = sections_titled(*subject.document, wanted.titles);
    if (titled.empty()) {
        if (wanted.required) report_missing(wanted, subject, report);
        return nullptr;
    }
    std::vector<const Section*> placed = titled;
    placed.erase(
        std::remove_if(placed.begin(), placed.end(),
                       [&](const Section* one) { return wanted.level && one->level != *wanted.level; }),
        placed.end());
    if (placed.empty()) {
        report_level(wanted, *titled.front(), subject, report);
        return titled.front();
    }
    const auto filled = std::find_if(placed.begin(), placed.end(),
                                     [&](const Section* one) { return is_filled(*one, subject); });
    if (wanted.not_empty && filled == placed.end())
        report.finding({
            .message = fmt::format("the section \"{}\" says nothing", placed.front()->title),
            .location = subject.document->at(placed.front()->heading),
            .help = subject.help("fill it in"),
        });
    return placed.front();
}

void judge_order(const std::vector<const Section*>& sections, const Subject& subject, Report& report) {
    const Section* before = nullptr;
    for (const Section* section : sections) {
        if (before != nullptr && section->heading.begin < before->heading.begin) {
            report.finding({
                .message =
                    fmt::format("the section \"{}\" stands before \"{}\"", section->title, before->title),
                .location = subject.document->at(section->heading),
                .help = subject.help("put them in their order"),
                .related = {{fmt::format("\"{}\" comes first", before->title),
                             subject.document->at(before->heading)}},
            });
            continue;
        }
        before = section;
    }
}

} // namespace

void check(const policy::RequiredSections& what, const Subject& subject, Report& report) {
    std::vector<const Section*> found;
    for (const policy::SectionRule& wanted : what.sections)
        if (const Section* section = judge_section(wanted, subject, report)) found.push_back(section);
    if (what.in_order) judge_order(found, subject, report);
}

} // namespace docs_lint::rules::kinds

#include "base/text.hpp"
#include "markdown/parse.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::document::block_unclosed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a code fence or an HTML comment is never closed, and what follows it is no text any more",
    .why = "Sections, sign-offs and tables behind it are code to every reader, or invisible, and so are not "
           "there: the rules call them missing where they are asked for, and say nothing of the rest.",
    .fix = "Close the fence or the comment where it should end.",
    .source =
        "Delivery process, invariant GI-5: no ambiguity; CommonMark, fenced code blocks and HTML blocks",
};

namespace {

using markdown::Block;
using markdown::BlockKind;

constexpr std::string_view kComment = "<!--", kCommentEnd = "-->";

/// What stands before a fence in lists and quotes, too.
std::string_view without_containers(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t>-*+0123456789.)");
    return at == std::string_view::npos ? std::string_view{} : line.substr(at);
}

/// Code within a line may begin with three backticks, too.
bool is_fence(std::string_view content) {
    if (content.starts_with("~~~")) return true;
    const std::size_t behind = std::min(content.find_first_not_of('`'), content.size());
    return behind >= 3 && content.find('`', behind) == std::string_view::npos;
}

/// Forwards, since looking backwards compares at every byte.
bool may_end_in_comment(std::string_view text) {
    std::size_t last = std::string_view::npos;
    for (std::size_t at = text.find(kComment); at != std::string_view::npos; at = text.find(kComment, at + 1))
        last = at;
    return last != std::string_view::npos && text.find(kCommentEnd, last) == std::string_view::npos;
}

/// Only then is the document worth another reading: most have no fence, or as many ends as beginnings.
bool may_be_open(std::string_view text, const base::LineIndex& lines) {
    if (may_end_in_comment(text)) return true;
    if (text.find("```") == std::string_view::npos && text.find("~~~") == std::string_view::npos)
        return false;
    std::size_t fences = 0;
    for (std::size_t number = 1; number <= lines.line_count(); ++number) {
        const base::Span line = lines.line(number);
        const std::string_view content = without_containers(text.substr(line.begin, line.size()));
        if (is_fence(content)) ++fences;
    }
    return fences % 2 == 1;
}

bool begins_section_or_field(std::string_view line) {
    return line.starts_with("## ") || line.starts_with("### ") || line.starts_with("**");
}

/// Code at the end of a document needs no end, unless text lies in it that was meant to be read. Of what a
/// comment hides nobody is sure.
bool swallows_text(const model::Document& document, const Block& block) {
    const std::size_t last = document.lines.line_of(block.source.end);
    for (std::size_t number = document.lines.line_of(block.source.begin) + 1; number <= last; ++number) {
        const base::Span span = document.lines.line(number);
        const auto line = std::string_view(document.text).substr(span.begin, span.size());
        if (block.kind == BlockKind::html ? !base::trim(line).empty() : begins_section_or_field(line))
            return true;
    }
    return false;
}

bool is_open(const model::Document& document, const Block& block) {
    if (block.kind == BlockKind::code) return block.fenced && !block.closed;
    if (block.kind != BlockKind::html) return false;
    const auto text = std::string_view(document.text).substr(block.source.begin, block.source.size());
    return text.substr(text.find_first_not_of(' ')).starts_with(kComment) &&
           text.find(kCommentEnd) == std::string_view::npos;
}

void report_open(const facts::DocumentFacts& document, const Block& block, Report& report) {
    const bool is_comment = block.kind == BlockKind::html;
    const base::Span first = document->lines.line(document->lines.line_of(block.source.begin));
    const std::size_t last = document->lines.line_of(block.source.end);
    report.finding({
        .message = fmt::format("this {} is never closed: everything down to line {} is {}",
                               is_comment ? "comment" : "fence", last,
                               is_comment ? "part of it, and invisible" : "code to its readers"),
        .location = document->at(first),
        .help = is_comment ? "close it with -->" : "close it with the same characters on a line of their own",
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!may_be_open(document->text, document->lines)) return;
    const auto tree = markdown::parse(document->text);
    if (!tree) return; // the document could not be read, either, and that is said
    for (const Block& block : tree->blocks)
        if (is_open(*document.operator->(), block) && swallows_text(*document.operator->(), block))
            report_open(document, block, report);
}

} // namespace docs_lint::rules::document::block_unclosed

#include "policy/template_instructions.hpp"

#include "base/text.hpp"
#include "policy/template_outline.hpp"
#include "policy/template_text.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

namespace docs_lint::policy {
namespace {

using markdown::BlockKind;

constexpr std::size_t kFewestWords = 6;
constexpr std::size_t kLongestLabel = 3;

std::size_t count_words(std::string_view plain) {
    return plain.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' '));
}

/// `Charter authority: ...`
bool is_labelled(std::string_view line) {
    const auto field = read_template_field(line);
    return field && count_words(base::normalise_name(field->label)) <= kLongestLabel;
}

/// Text by block, in the blocks' order.
using Paragraphs = std::map<std::size_t, std::string>;

struct Parts {
    Paragraphs prose;
    Paragraphs code;
};

Parts read_parts(const TemplateText& text, const Policy& policy) {
    std::set<std::size_t> item_lines;
    for (const TemplateItem& item : read_outline(text, policy).items) item_lines.insert(item.title.line);
    Parts parts;
    bool in_item = false;
    for (const TemplateLine& line : text.lines()) {
        if (line.kind == BlockKind::heading) in_item = false;
        if (item_lines.count(line.written.line) > 0) in_item = true;
        if (line.kind == BlockKind::code) parts.code[line.block] += line.written.text + ' ';
        const bool prose = line.kind == BlockKind::paragraph && !in_item && !is_labelled(line.written.text);
        if (prose) parts.prose[line.block] += line.written.text + ' ';
    }
    return parts;
}

} // namespace

std::vector<std::string> sentences_in(std::string_view paragraph) {
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= paragraph.size(); ++at) {
        const bool stops =
            at == paragraph.size() ||
            (std::string_view(".!?").find(paragraph[at]) != std::string_view::npos &&
             (at + 1 == paragraph.size() || paragraph[at + 1] == ' ' || paragraph[at + 1] == '\n'));
        if (!stops) continue;
        std::string sentence = base::normalise_name(paragraph.substr(begin, at - begin));
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
        begin = std::min(at + 1, paragraph.size());
    }
    return sentences;
}

bool is_telling_sentence(std::string_view sentence) {
    return count_words(sentence) >= kFewestWords;
}

std::set<std::string> read_template_instructions(std::string_view text, const Policy& policy) {
    std::set<std::string> instructions;
    const auto read = TemplateText::parse(text);
    if (!read) return instructions; // then it defines no process either, which is reported
    const Parts parts = read_parts(*read, policy);
    for (const auto& [block, paragraph] : parts.prose)
        for (std::string& sentence : sentences_in(paragraph)) instructions.insert(std::move(sentence));
    for (const auto& [block, sample] : parts.code)
        for (const std::string& sentence : sentences_in(sample)) instructions.erase(sentence);
    return instructions;
}

} // namespace docs_lint::policy

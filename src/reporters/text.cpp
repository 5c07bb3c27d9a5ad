#include "reporters/text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

namespace docs_lint::reporters {
namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Blanks that a runner strips from the start of a line before it looks for a command.
bool is_blank(char32_t value) {
    return value == ' ' || value == '\t' || value == 0xA0 || value == 0x1680 ||
           (value >= 0x2000 && value <= 0x200A) || value == 0x202F || value == 0x205F || value == 0x3000;
}

std::size_t leading_blanks(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size()) {
        const base::CodePoint point = base::decode_code_point(line.substr(at));
        if (!is_blank(point.value)) break;
        at += point.size;
    }
    return at;
}

/// `##[error]`, `##vso[...]`, `##teamcity[...]`
bool begins_command(std::string_view text) {
    if (text.substr(0, 2) != "##") return false;
    std::size_t at = 2;
    while (at < text.size() && is_letter(text[at])) ++at;
    return at < text.size() && text[at] == '[';
}

void append_disarmed(std::string& disarmed, std::string_view line) {
    const std::size_t start = leading_blanks(line);
    const bool command = line.substr(start, 2) == "::";
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (command && at == start + 1) disarmed += ' ';
        if (at > 0 && begins_command(line.substr(at - 1))) disarmed += ' ';
        disarmed += line[at];
    }
}

} // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    std::size_t blanks = 0; // before the word: a path may hold several in a row
    for (const std::string_view word : base::split(text, ' ')) {
        const std::size_t columns = base::display_width(word);
        if (used > 0 && used + blanks + columns > width) {
            lines.emplace_back();
            used = 0;
        }
        if (used == 0) blanks = 0;
        if (!word.empty()) {
            lines.back().append(blanks, ' ').append(word);
            used += blanks + columns;
            blanks = 0;
        }
        ++blanks;
    }
    return lines;
}

std::string disarm_commands(std::string_view text) {
    std::string disarmed;
    disarmed.reserve(text.size());
    bool first = true;
    for (const std::string_view line : base::split(text, '\n')) {
        if (!first) disarmed += '\n';
        first = false;
        append_disarmed(disarmed, line);
    }
    return disarmed;
}

std::string short_commit(std::string_view commit) {
    return base::escape_invisible(commit.substr(0, 10));
}

std::string with_version(std::string message, const diagnostics::Location& location) {
    const std::string commit = "commit " + short_commit(location.commit);
    if (location.commit.empty() || message.find(commit) != std::string::npos) return message;
    return fmt::format("{} (in {})", message, commit);
}

std::string path_for_people(const std::string& path) {
    if (path.empty()) return "(the repository)";
    std::string shown;
    for (const char byte : path) // in prose a tab is a blank, in a name it is not
        shown += byte == '\t' ? "<U+0009>" : std::string(1, byte);
    return base::escape_invisible(shown);
}

std::string path_or_root(const diagnostics::Location& location) {
    return location.path.empty() ? "." : location.path;
}

bool is_whole_document(const diagnostics::Location& location) {
    return location.line_text.empty() && location.begin == base::Position{};
}

std::string place_of(const diagnostics::Location& location) {
    const std::string path = path_for_people(location.path);
    if (location.path.empty()) return path;
    const std::string place = fmt::format("{}:{}:{}", path, location.begin.line, location.begin.column);
    return location.commit.empty() ? place : fmt::format("{} @ {}", place, short_commit(location.commit));
}

} // namespace docs_lint::reporters

#include "model/paths.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::Piece;
using markdown::Text;

constexpr std::array<std::string_view, 44> kEndings = {
    ".md",    ".markdown", ".py",  ".yaml", ".yml", ".json", ".ts",   ".tsx",  ".js",  ".jsx", ".cpp",
    ".hpp",   ".h",        ".c",   ".cc",   ".go",  ".rs",   ".java", ".kt",   ".rb",  ".php", ".cs",
    ".sql",   ".sh",       ".txt", ".html", ".css", ".scss", ".toml", ".ini",  ".cfg", ".csv", ".xml",
    ".proto", ".ipynb",    ".vue", ".svg",  ".png", ".pdf",  ".log",  ".lock", ".tf",  ".rst", ".mjs"};

/// First words of a command line or of a request, which are no folders.
constexpr std::array<std::string_view, 24> kCommands = {
    "git",  "npm",  "npx",  "yarn",  "python", "python3", "pytest", "curl",
    "make", "cat",  "bash", "sh",    "node",   "cd",      "ls",     "go",
    "GET",  "POST", "PUT",  "PATCH", "DELETE", "HEAD",    "cargo",  "docker"};
constexpr std::array<std::string_view, 14> kNoFolders = {
    "application", "text",    "image",  "audio",  "video", "multipart", "origin",
    "upstream",    "feature", "bugfix", "hotfix", "refs",  "heads",     "release"};

bool has_known_ending(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || path[dot - 1] == '/' || path[dot - 1] == ' ')
        return false;
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
        return base::equals_ignoring_case(path.substr(dot), ending);
    });
}

template <typename Words>
bool is_one_of(std::string_view word, const Words& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool looks_like_command(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return false;
    if (is_one_of(text.substr(0, blank), kCommands)) return true;
    return text.find(" -") != std::string_view::npos && text.find(" - ") == std::string_view::npos;
}

bool has_foreign_character(std::string_view text) {
    return text.find_first_of("*<>{}|\"\\$=;`\t") != std::string_view::npos ||
           text.find("://") != std::string_view::npos;
}

struct Segments {
    std::size_t slashes = 0;
    bool all_plain = true; ///< each of letters, digits, `.`, `_`, `-`, and none empty but the last
    bool any_lower = false;
};

Segments segments_of(std::string_view path) {
    Segments segments;
    const auto parts = base::split(path, '/');
    segments.slashes = parts.size() - 1;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const std::string_view part = parts[at];
        if (part.empty() && at + 1 < parts.size()) segments.all_plain = false;
        for (const char byte : part) {
            const bool plain = is_letter(byte) || is_digit(byte) || byte == '.' || byte == '_' || byte == '-';
            segments.all_plain = segments.all_plain && plain;
            segments.any_lower = segments.any_lower || (byte >= 'a' && byte <= 'z');
        }
    }
    return segments;
}

bool is_folder_like(std::string_view path, std::size_t least_slashes) {
    if (path.empty() || path.front() == '/' || path.front() == '@') return false;
    const Segments segments = segments_of(path);
    if (!segments.all_plain || !segments.any_lower) return false;
    if (is_one_of(path.substr(0, path.find('/')), kNoFolders)) return false;
    return segments.slashes >= least_slashes || (segments.slashes == 1 && path.back() == '/');
}

bool is_option_pair(std::string_view path) {
    if (path.find('/') == std::string_view::npos) return false;
    static const re2::RE2 pattern(
        R"((?i)(yes/no|and/or|pass/fail|n/a|true/false|on/off|input/output|i/o|client/server)/?)");
    return re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), pattern);
}

bool is_path_in_code(std::string_view path) {
    if (path.empty() || has_foreign_character(path) || looks_like_command(path) || is_option_pair(path))
        return false;
    if (path.front() == '/' || path.front() == '-') return false;
    return has_known_ending(path) || (path.find(' ') == std::string_view::npos && is_folder_like(path, 1));
}

bool is_bare_path(std::string_view path) {
    if (path.empty() || has_foreign_character(path) || is_option_pair(path) || path.front() == '/')
        return false;
    if (path.find('@') != std::string_view::npos) return false;
    return has_known_ending(path) || is_folder_like(path, 2);
}

std::size_t without_line_number(std::string_view path) {
    std::size_t end = path.size();
    while (end > 0 && (is_digit(path[end - 1]) || path[end - 1] == '-' || path[end - 1] == ',')) --end;
    const bool cut = end > 1 && end < path.size() && path[end - 1] == ':' && is_digit(path[end]);
    return cut ? end - 1 : path.size();
}

/// Path and anchor of what was written; the span of `raw` that they take comes back too.
std::optional<PathMention> split_anchor(std::string_view raw) {
    PathMention mention;
    const std::size_t hash = raw.find('#');
    const std::string_view path = raw.substr(0, hash);
    mention.path = std::string(path.substr(0, without_line_number(path)));
    if (hash != std::string_view::npos) mention.anchor = std::string(raw.substr(hash + 1));
    if (mention.path.starts_with("./")) mention.path.erase(0, 2);
    if (mention.path.empty()) return std::nullopt;
    return mention;
}

/// Behind marks and blanks something begins as a section or a version does.
bool may_have_tail(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const bool dash = text.substr(at).starts_with("—") || text.substr(at).starts_with("–");
        const bool mark = std::string_view(" \t\n\v\f\r,;(-").find(text[at]) != std::string_view::npos;
        if (!dash && !mark) break;
        at += dash ? 3 : 1;
    }
    // § begins with \xC2; \xC5 begins the long s, which a regex takes for an s.
    constexpr std::string_view kFirst = "\xC2\xC5sSvV";
    return at < text.size() && kFirst.find(text[at]) != std::string_view::npos;
}

/// `§3.2` and `v1.2` right behind the path.
std::size_t read_tail(std::string_view text, std::size_t at, PathMention& mention) {
    static const re2::RE2 section(
        R"([\s,;(—–-]*(?:§+\s*|(?i:section|sect\.|sec\.)\s+)([0-9]+(?:\.[0-9]+)*[a-z]?)\)?)");
    static const re2::RE2 version(R"([\s,;(—–-]*(?:v\.?|(?i:version)\s+v?)([0-9]+\.[0-9]+(?:\.[0-9]+)?)\)?)");
    for (int round = 0; round < 2 && may_have_tail(text, at); ++round) {
        const re2::StringPiece input(text.data(), text.size());
        re2::StringPiece groups[2];
        if (mention.section.empty() &&
            section.Match(input, at, text.size(), re2::RE2::ANCHOR_START, groups, 2)) {
            mention.section = std::string(groups[1]);
            at += groups[0].size();
        } else if (!mention.version &&
                   version.Match(input, at, text.size(), re2::RE2::ANCHOR_START, groups, 2)) {
            mention.version = base::parse_version(std::string(groups[1]));
            at += groups[0].size();
        }
    }
    return at;
}

/// Where the path ends of what was put in backticks with its section or version: `file.md §9`.
std::size_t end_of_path_in_code(std::string_view raw) {
    constexpr std::string_view kJoints = " \t\n\v\f\r,;(-\xE2";
    const std::size_t dot = raw.find('.');
    const bool may_match = dot != std::string_view::npos &&
                           std::any_of(raw.begin() + static_cast<std::ptrdiff_t>(dot), raw.end(),
                                       [&](char byte) { return kJoints.find(byte) != kJoints.npos; });
    if (!may_match) return raw.size();
    static const re2::RE2 pattern(
        R"((.*?\.[A-Za-z0-9]+)[\s,;(—–-]{1,8}(?:§|(?i:section|sect\.|sec\.)\s|v\.?[0-9]|(?i:version)\s).*)");
    re2::StringPiece path;
    const bool tailed = re2::RE2::FullMatch(re2::StringPiece(raw.data(), raw.size()), pattern, &path);
    return tailed && has_known_ending({path.data(), path.size()}) ? path.size() : raw.size();
}

void add_path(std::vector<FoundPath>& found, const Text& line, base::Span span, bool in_code) {
    if (in_code)
        span.end =
            span.begin + end_of_path_in_code(std::string_view(line.text).substr(span.begin, span.size()));
    const std::string_view raw = std::string_view(line.text).substr(span.begin, span.size());
    auto mention = split_anchor(raw);
    if (!mention || !(in_code ? is_path_in_code(mention->path) : is_bare_path(mention->path))) return;
    mention->source = line.source_of(span);
    const std::size_t end = read_tail(line.text, span.end, *mention);
    found.push_back({*mention, {span.begin, end}});
}

std::vector<base::Span> code_runs(const Text& line) {
    std::vector<base::Span> runs;
    for (std::size_t at = 0; at < line.pieces.size(); ++at) {
        const Piece& piece = line.pieces[at];
        if (!piece.code) continue;
        const std::size_t end = at + 1 < line.pieces.size() ? line.pieces[at + 1].offset : line.text.size();
        if (!runs.empty() && runs.back().end == piece.offset && line.pieces[at - 1].code)
            runs.back().end = end;
        else
            runs.push_back({piece.offset, end});
    }
    return runs;
}

base::Span trim_punctuation(std::string_view text, base::Span span) {
    constexpr std::string_view kFront = "([\"'<`*";
    constexpr std::string_view kBack = ".,;:!?)]\"'>`*";
    while (!span.empty() && kFront.find(text[span.begin]) != std::string_view::npos) ++span.begin;
    while (!span.empty() && kBack.find(text[span.end - 1]) != std::string_view::npos) --span.end;
    return span;
}

void find_bare_paths(std::vector<FoundPath>& found, const Text& line, base::Span region) {
    const std::string_view text = line.text;
    for (std::size_t at = region.begin; at < region.end;) {
        const auto parts_words = [&](std::size_t one) { return text[one] == ' ' || text[one] == '\t'; };
        std::size_t begin = at;
        while (begin < region.end && parts_words(begin)) ++begin;
        std::size_t end = begin;
        bool may_be_path = false; // most words may not
        for (; end < region.end && !parts_words(end); ++end)
            may_be_path = may_be_path || text[end] == '.' || text[end] == '/';
        if (begin == region.end) return;
        at = end;
        if (may_be_path) add_path(found, line, trim_punctuation(text, {begin, end}), false);
    }
}

/// Backticks that Markdown leaves as they are, in a fenced block, hold a path just as well.
void find_paths_between(std::vector<FoundPath>& found, const Text& line, base::Span region) {
    const std::string_view text = std::string_view(line.text).substr(0, region.end);
    for (;;) {
        const std::size_t open = text.find('`', region.begin);
        const std::size_t close = open < region.end ? text.find('`', open + 1) : std::string_view::npos;
        if (close == std::string_view::npos) return find_bare_paths(found, line, region);
        find_bare_paths(found, line, {region.begin, open});
        add_path(found, line, trim(line.text, {open + 1, close}), true);
        region.begin = close + 1;
    }
}

int hex_value(char digit) {
    if (is_digit(digit)) return digit - '0';
    const char lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decode_percent(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto escaped = percent_escape_at(text, at);
        decoded += escaped.value_or(text[at]);
        at += escaped ? kPercentEscape - 1 : 0;
    }
    return decoded;
}

bool has_scheme(std::string_view destination) {
    static const re2::RE2 pattern(R"([A-Za-z][A-Za-z0-9+.-]+:.*|//.*)");
    return re2::RE2::FullMatch(re2::StringPiece(destination.data(), destination.size()), pattern);
}

} // namespace

std::optional<char> percent_escape_at(std::string_view text, std::size_t at) {
    if (text[at] != '%' || at + 2 >= text.size()) return std::nullopt;
    const int high = hex_value(text[at + 1]);
    const int low = hex_value(text[at + 2]);
    return high < 0 || low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
}

std::vector<FoundPath> find_paths(const Text& line) {
    std::vector<FoundPath> found;
    std::size_t behind = 0;
    for (const base::Span run : code_runs(line)) {
        find_paths_between(found, line, {behind, run.begin});
        add_path(found, line, trim(line.text, run), true);
        behind = run.end;
    }
    find_paths_between(found, line, {behind, line.text.size()});
    return found;
}

std::vector<PathMention> find_path_patterns(const Text& line) {
    static const re2::RE2 pattern(R"([A-Za-z0-9._*?{},-]+(?:/[A-Za-z0-9._*?{},-]+)+)");
    std::vector<PathMention> found;
    for (const base::Span run : code_runs(line)) {
        const std::string_view text = std::string_view(line.text).substr(run.begin, run.size());
        if (text.find_first_of("*?{") == std::string_view::npos) continue;
        if (!re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern)) continue;
        PathMention mention;
        mention.path = std::string(text);
        mention.source = line.source_of(run);
        found.push_back(std::move(mention));
    }
    return found;
}

std::optional<PathMention> path_of_destination(std::string_view destination, base::Span source) {
    if (destination.empty() || destination.front() == '#' || has_scheme(destination)) return std::nullopt;
    const std::size_t hash = destination.find('#');
    const std::size_t query = std::min(destination.find('?'), hash);
    PathMention mention;
    mention.path = decode_percent(destination.substr(0, query));
    if (hash != std::string_view::npos) mention.anchor = decode_percent(destination.substr(hash + 1));
    if (mention.path.starts_with("./")) mention.path.erase(0, 2);
    mention.source = source;
    if (mention.path.empty()) return std::nullopt;
    return mention;
}

std::optional<PathMention> target_of_link(std::string_view destination, base::Span source) {
    if (!destination.starts_with('#')) return path_of_destination(destination, source);
    PathMention mention;
    mention.anchor = decode_percent(destination.substr(1));
    mention.source = source;
    if (mention.anchor.empty()) return std::nullopt;
    return mention;
}

void read_version_of_link(const Text& line, base::Span label, PathMention& mention) {
    static const re2::RE2 at_end(R"(.*[\s,(](?:v\.?|(?i:version)\s+v?)([0-9]+\.[0-9]+(?:\.[0-9]+)?)\)?\s*)");
    const std::string text = line.text.substr(label.begin, label.size());
    std::string version;
    const bool may_match = text.find('.') != std::string::npos;
    if (may_match && re2::RE2::FullMatch(text, at_end, &version))
        mention.version = base::parse_version(version);
    read_tail(line.text, label.end, mention);
}

std::optional<PathMention> whole_path(const Text& cell) {
    const base::Span span = trim_punctuation(cell.text, trim(cell.text, {0, cell.text.size()}));
    const std::string_view text = std::string_view(cell.text).substr(span.begin, span.size());
    auto mention = split_anchor(text);
    if (!mention || has_foreign_character(mention->path) || !has_known_ending(mention->path))
        return std::nullopt;
    const std::size_t dot = mention->path.rfind('.');
    const bool several = mention->path.find(mention->path.substr(dot)) != dot || text.find(',') != text.npos;
    if (several) return std::nullopt;
    mention->source = cell.source_of(span);
    return mention;
}

} // namespace docs_lint::model

#include "base/text.hpp"
#include "base/written_date.hpp"
#include "model/commits.hpp"
#include "model/document.hpp"
#include "model/paths.hpp"
#include "model/placeholders.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Text;

void blank(std::string& text, base::Span span) {
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(span.begin),
              text.begin() + static_cast<std::ptrdiff_t>(std::min(span.end, text.size())), ' ');
}

bool overlaps(const std::vector<FoundPath>& paths, base::Span span) {
    return std::any_of(paths.begin(), paths.end(), [&](const FoundPath& path) {
        return path.in_text.begin < span.end && span.begin < path.in_text.end;
    });
}

/// Takes the specific parts out of the text and leaves the words.
std::string collect_specifics(Evidence& evidence, const Text& text) {
    std::string words = text.text;
    const auto paths = find_paths(text);
    for (const FoundPath& path : paths) {
        evidence.paths.push_back(path.mention);
        blank(words, path.in_text);
    }
    evidence.path_patterns = find_path_patterns(text);
    for (const FoundCommit& commit : find_commits(text)) {
        if (overlaps(paths, commit.in_text)) continue;
        evidence.commits.push_back(commit.mention);
        blank(words, commit.in_text);
    }
    for (const FoundCommit& commit : find_possible_commits(text))
        if (!overlaps(paths, commit.in_text)) evidence.possible_commits.push_back(commit.mention);
    for (const base::MomentMention& mention : base::find_moments(text.text)) {
        if (mention.moment) evidence.dates.push_back(*mention.moment);
        blank(words, {mention.begin, mention.end});
    }
    if (evidence.dates.empty())
        if (const auto written = base::find_written_date(text.text);
            written && written->date && !written->other)
            evidence.dates.push_back({*written->date, {}});
    return words;
}

bool mentions(std::string_view text, const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool mentions_section(std::string_view text) {
    static const re2::RE2 pattern(
        R"(§+\s*(?:["']|“|‘|„)?[0-9A-Za-z]|)"
        R"(\b(?i:(?:sub)?sections?|sect\.|sec\.|chapter|clause|paragraph|heading):?\s+(?:["']|“|‘|„)?[0-9A-Z])");
    return mentions(text, pattern);
}

bool mentions_version(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?:^|[^0-9A-Za-z])(?:(?i:v\.?\s?|ver\.\s?)|(?i:version):?\s+(?i:v)?)[0-9]+\.[0-9]+)");
    return mentions(text, pattern);
}

void add_links(Evidence& evidence, const std::vector<PathMention>& links) {
    for (const PathMention& link : links) {
        const bool known =
            std::any_of(evidence.paths.begin(), evidence.paths.end(), [&](const PathMention& path) {
                return path.path == link.path && path.anchor == link.anchor;
            });
        if (!known) evidence.paths.push_back(link);
    }
}

bool is_cited(const std::vector<CommitMention>& commits, const CommitMention& wanted) {
    return std::any_of(commits.begin(), commits.end(), [&](const CommitMention& one) {
        return wanted.digits.starts_with(one.digits) || one.digits.starts_with(wanted.digits);
    });
}

/// `[the fix](https://host/project/commit/1a2b3c4)`. Where something is struck out, the link may be.
void add_linked_commits(Evidence& evidence, const Component& component, bool struck) {
    for (const CommitMention& commit : component.linked_commits)
        if (!is_cited(evidence.commits, commit))
            (struck ? evidence.possible_commits : evidence.commits).push_back(commit);
}

/// Lower case, `&` as a word, marks as blanks, a blank at each end: so that whole names can be found in it.
std::string padded_words(std::string_view text) {
    std::string spelled;
    for (const char byte : text) spelled += byte == '&' ? std::string(" and ") : std::string(1, byte);
    return " " + base::normalise_name(spelled) + " ";
}

/// Enough of a phrase to tell quickly that it does not stand in a text.
std::string first_letters(std::string_view phrase) {
    std::size_t size = 0;
    while (size < phrase.size() && is_letter(phrase[size])) ++size;
    return base::lower(phrase.substr(0, size));
}

/// Every occurrence of a phrase is taken out; true if there was one.
bool take_out(std::string& words, std::string_view phrase) {
    if (words.find_first_not_of(" |") == std::string::npos) return false;
    if (words.find(first_letters(phrase)) == std::string::npos) return false;
    const std::string wanted = padded_words(phrase);
    if (wanted.size() < 3 || wanted.size() > words.size()) return false;
    auto at = words.find(wanted);
    if (at == std::string::npos) return false;
    std::string kept;
    std::size_t behind = 0;
    for (; at != std::string::npos; at = words.find(wanted, behind - 1)) {
        kept.append(words, behind, at + 1 - behind).append("|");
        behind = at + wanted.size() - 1;
    }
    words = std::move(kept.append(words, behind, std::string::npos));
    return true;
}

void add_role(Evidence& evidence, const std::string& id) {
    if (std::find(evidence.roles.begin(), evidence.roles.end(), id) == evidence.roles.end())
        evidence.roles.push_back(id);
}

/// `family`: the roles that take in others, or those that do not. The latter come before all patterns, since
/// `confirmed by API Contracts Owner` names nobody with a longer name.
void take_out_roles(Evidence& evidence, std::string& words, const policy::RoleRegister& roles, bool family) {
    for (const auto& [name, id] : roles.names()) {
        const policy::Role* role = roles.find(id);
        const bool takes_in_others = role == nullptr || !role->patterns.empty() || !role->members.empty();
        if (takes_in_others == family && take_out(words, name)) add_role(evidence, id);
    }
}

constexpr std::size_t kWordsOfName = 5;
constexpr std::size_t kWordsSearched = 80;

bool has_open_families(const policy::RoleRegister& roles) {
    return std::any_of(roles.roles().begin(), roles.roles().end(),
                       [](const auto& role) { return !role.patterns.empty(); });
}

/// Roles of open families are found by trying runs of words, the longer ones first.
void take_out_families(Evidence& evidence, std::string& words, const policy::RoleRegister& roles) {
    if (!has_open_families(roles)) return;
    const std::string trimmed = base::collapse_blanks(words);
    const auto parts = base::split(trimmed, ' ');
    for (std::size_t begin = 0; begin < std::min(parts.size(), kWordsSearched); ++begin) {
        for (std::size_t count = std::min(kWordsOfName, parts.size() - begin); count > 0; --count) {
            const auto* const end = parts[begin + count - 1].data() + parts[begin + count - 1].size();
            const std::string_view run(parts[begin].data(),
                                       static_cast<std::size_t>(end - parts[begin].data()));
            if (run.find('|') != std::string_view::npos) continue;
            const auto ids = roles.roles_named(run);
            if (ids.empty()) continue;
            for (const std::string& id : ids) add_role(evidence, id);
            take_out(words, run);
            begin += count - 1;
            break;
        }
    }
}

bool take_out_vague(std::string& words, const std::vector<std::string>& phrases) {
    bool found = false;
    for (const std::string& phrase : phrases) found = take_out(words, phrase) || found;
    return found;
}

bool is_word_of_letters(std::string_view part) {
    return std::any_of(part.begin(), part.end(),
                       [](char byte) { return is_letter(byte) || static_cast<unsigned char>(byte) >= 0x80; });
}

bool has_letter_beyond_glyphs(std::string_view part) {
    const std::string bare = without_glyphs(part);
    for (std::size_t at = 0; at < bare.size(); ++at)
        if (static_cast<unsigned char>(bare[at]) < 0x80 ||
            (static_cast<unsigned char>(bare[at]) & 0xC0U) == 0xC0U)
            if (word_begins_at(bare, at)) return is_word_of_letters(bare);
    return false;
}

std::size_t count_words(const std::string& words) {
    const std::string trimmed = base::collapse_blanks(words);
    const auto parts = base::split(trimmed, ' ');
    return static_cast<std::size_t>(std::count_if(parts.begin(), parts.end(), has_letter_beyond_glyphs));
}

} // namespace

Evidence read_evidence(const Component& component, const policy::Policy& policy) {
    Evidence evidence;
    const Text written = join_lines(component.value).trimmed();
    const Text text = without_struck(written);
    evidence.text = text.text;
    evidence.source = text.empty() ? component.source : text.source;
    std::string words = padded_words(collect_specifics(evidence, text));
    add_links(evidence, component.links);
    add_linked_commits(evidence, component, holds_struck(written));
    take_out_roles(evidence, words, policy.roles, false);
    take_out_families(evidence, words, policy.roles);
    take_out_roles(evidence, words, policy.roles, true);
    const bool vague = take_out_vague(words, policy.sign_off.vague_phrases);
    evidence.words = count_words(words);
    evidence.has_section =
        mentions_section(text.text) ||
        std::any_of(evidence.paths.begin(), evidence.paths.end(),
                    [](const PathMention& path) { return !path.anchor.empty() || !path.section.empty(); });
    evidence.has_version = mentions_version(text.text);
    evidence.is_pending = is_pending(text, policy.sign_off) ||
                          std::any_of(component.value.begin(), component.value.end(), [&](const Text& line) {
                              return is_nothing_but_pending(line, policy.sign_off);
                          });
    const bool nothing_specific = evidence.commits.empty() && evidence.paths.empty();
    const bool only_glyphs =
        !text.empty() && evidence.words == 0 && evidence.dates.empty() && evidence.roles.empty();
    evidence.is_vague = nothing_specific && ((vague && evidence.words == 0) || only_glyphs);
    evidence.is_spoken = nothing_specific && contains_any_word(text.text, policy.sign_off.spoken_phrases);
    return evidence;
}

} // namespace docs_lint::model

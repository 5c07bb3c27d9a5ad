#include "base/date.hpp"
#include "base/text.hpp"
#include "facts/cited_commit.hpp"
#include "server/hover.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::server {
namespace {

using facts::Citation;
using facts::CitationStatus;
using model::CommitMention;

bool is_hexadecimal(char byte) {
    return std::string_view("0123456789abcdefABCDEF").find(byte) != std::string_view::npos;
}

bool is_letter_or_digit(char byte) {
    const auto unsigned_byte = static_cast<unsigned char>(byte);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || unsigned_byte >= 0x80;
}

/// The word of letters and digits around a byte.
base::Span word_around(std::string_view text, std::size_t offset) {
    base::Span word{offset, offset};
    while (word.begin > 0 && is_letter_or_digit(text[word.begin - 1])) --word.begin;
    while (word.end < text.size() && is_letter_or_digit(text[word.end])) ++word.end;
    return word;
}

/// Cited as evidence, whatever it looks like.
const CommitMention* cited_at(const facts::DocumentFacts& document, std::size_t offset) {
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items)
            for (const CommitMention& mention : item.evidence.commits)
                if (mention.source.begin <= offset && offset <= mention.source.end) return &mention;
    return nullptr;
}

/// A word of seven to forty hexadecimal digits: perhaps a commit.
std::optional<CommitMention> digits_at(std::string_view text, std::size_t offset) {
    const base::Span span = word_around(text, offset);
    const std::string_view word = text.substr(span.begin, span.size());
    constexpr std::size_t kFewest = 7;
    constexpr std::size_t kMost = 40;
    if (word.size() < kFewest || word.size() > kMost) return std::nullopt;
    if (!std::all_of(word.begin(), word.end(), is_hexadecimal)) return std::nullopt;
    CommitMention mention;
    mention.digits = base::lower(word);
    mention.source = span;
    return mention;
}

std::string short_name(const std::string& id) {
    return id.substr(0, 10);
}

std::string standing_of(const Citation& citation) {
    switch (citation.status) {
    case CitationStatus::reachable:
        return "reachable from HEAD";
    case CitationStatus::landed:
        return fmt::format("not reachable from HEAD; commit {}, which is, makes the same change",
                           short_name(citation.landed_as));
    case CitationStatus::malformed:
        return "no commit id: one has 7 to 40 hexadecimal digits";
    case CitationStatus::unknown:
        return "no object of this repository begins with these digits";
    case CitationStatus::not_a_commit:
        return fmt::format("names a {}, not a commit", citation.object_kind);
    case CitationStatus::ambiguous:
        return fmt::format("{} commits of HEAD's history begin with these digits",
                           citation.candidates.size());
    case CitationStatus::unreachable:
        return "in this repository, and not reachable from HEAD";
    case CitationStatus::unverifiable:
        break;
    }
    return "could not verify: " + citation.problem.message;
}

/// By the commit's own word; nothing where it cannot be read.
std::string author_date(const Citation& citation, const git::Repository& repository) {
    const auto id = git::parse_object_id(citation.commit);
    if (!id) return "";
    const auto commit = repository.read_commit(*id);
    return commit ? base::to_string(base::to_moment(commit->authored_at)) : std::string();
}

struct Found {
    Citation citation;
    std::string written; ///< its author's date
};

std::optional<Found> look_up(const CommitMention& mention, const engine::WorkingCopy& copy) {
    const git::Repository* repository = copy.repository();
    if (repository == nullptr) return std::nullopt;
    const auto graph = copy.graph();
    if (graph && *graph == nullptr) return std::nullopt;
    Found found;
    if (graph) {
        found.citation = facts::resolve_citation(mention, copy.policy(), *repository, **graph);
    } else {
        found.citation.status = CitationStatus::unverifiable;
        found.citation.problem = graph.error();
    }
    found.written = author_date(found.citation, *repository);
    return found;
}

/// Digits that nobody calls a commit may be any word or number.
bool is_worth_telling(const Citation& citation, bool cited) {
    return cited || citation.status == CitationStatus::reachable ||
           citation.status == CitationStatus::landed || citation.status == CitationStatus::unreachable ||
           citation.status == CitationStatus::ambiguous;
}

} // namespace

std::optional<Hover> hover_commit(const OpenDocument& document, std::size_t offset) {
    const CommitMention* cited = cited_at(document.draft->document(), offset);
    const auto word = cited == nullptr ? digits_at(document.text.text(), offset) : std::nullopt;
    const CommitMention* mention = cited != nullptr ? cited : word ? &*word : nullptr;
    if (mention == nullptr) return std::nullopt;
    const auto found = look_up(*mention, *document.copy);
    if (!found || !is_worth_telling(found->citation, cited != nullptr)) return std::nullopt;
    Hover hover;
    hover.title =
        "commit " + (found->citation.commit.empty() ? mention->digits : short_name(found->citation.commit));
    if (const std::string subject = found->citation.subject.value_or(""); !subject.empty())
        hover.rows.push_back(subject);
    if (!found->written.empty()) hover.rows.push_back("written " + found->written);
    hover.rows.push_back(standing_of(found->citation));
    hover.source = mention->source;
    return hover;
}

std::vector<std::string> commits_of(const facts::ItemFacts& item, const OpenDocument& document) {
    std::vector<std::string> rows;
    for (const CommitMention& mention : item.evidence.commits) {
        const auto found = look_up(mention, *document.copy);
        if (!found) {
            rows.push_back(
                fmt::format("cites commit {}; there is no history to look for it in", mention.digits));
            continue;
        }
        std::string row = "cites commit " + mention.digits;
        const std::string subject = found->citation.subject.value_or("");
        if (!subject.empty()) row += fmt::format(" \"{}\"", subject);
        rows.push_back(row + ": " + standing_of(found->citation));
    }
    return rows;
}

} // namespace docs_lint::server

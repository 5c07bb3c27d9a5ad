#include "model/gate_line.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using policy::Process;

struct IdMention {
    std::string id;
    std::size_t size = 0;
    bool is_item = false;
    bool is_known = false;
    bool has_gate_letter = false; ///< `G1.2` for the item 1.2 of gate 1
};

/// Marks, brackets and glyphs before the first letter or digit.
std::size_t skip_ornaments(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const base::CodePoint point = base::decode_code_point(text.substr(at));
        const bool ornament = point.value >= 0x2000
                                  ? !word_begins_at(text, at)
                                  : std::string_view(" \t~*_#`").find(text[at]) != std::string_view::npos;
        if (!ornament) break;
        at += point.size;
    }
    return at;
}

bool ends_id(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    if (word_begins_at(text, at)) return false;
    if (text[at] == '.' || text[at] == '-' || text[at] == '/') return !word_begins_at(text, at + 1);
    return true;
}

bool stands_at(std::string_view text, std::size_t at, std::string_view id) {
    const std::string_view found = text.substr(at, id.size());
    const bool same = id.size() > 1 ? base::equals_ignoring_case(found, id) : found == id;
    return same && ends_id(text, at + id.size());
}

void prefer_longer(IdMention& best, std::string_view text, std::size_t at, const std::string& id,
                   bool is_item) {
    if (id.size() > best.size && stands_at(text, at, id)) best = {id, id.size(), is_item, true};
}

IdMention known_id_at(std::string_view text, std::size_t at, const Process* process) {
    IdMention best;
    if (process == nullptr) return best;
    for (const auto& gate : process->gates) {
        prefer_longer(best, text, at, gate.id, false);
        for (const auto& item : gate.items) prefer_longer(best, text, at, item.id, true);
    }
    return best;
}

IdMention written_id_at(std::string_view text, std::size_t at) {
    const bool may_match = at < text.size() && (is_digit(text[at]) || (text[at] >= 'A' && text[at] <= 'Z'));
    if (!may_match) return {};
    static const re2::RE2 pattern(R"(((?:[A-Z]{1,6}[0-9]{0,4}|[0-9]{1,4}))((?:\.[0-9]{1,4}[a-z]?)*))");
    const re2::StringPiece input(text.data(), text.size());
    re2::StringPiece groups[3];
    if (!pattern.Match(input, at, text.size(), re2::RE2::ANCHOR_START, groups, 3)) return {};
    if (!ends_id(text, at + groups[0].size())) return {};
    return {std::string(groups[0]), groups[0].size(), !groups[2].empty(), false};
}

/// A numbered gate or item with the letter of the word gate before its number.
IdMention lettered_id_at(std::string_view text, std::size_t at, const Process* process) {
    const bool lettered =
        at + 1 < text.size() && text[at] == 'G' && text[at + 1] >= '0' && text[at + 1] <= '9';
    IdMention mention = lettered ? known_id_at(text, at + 1, process) : IdMention{};
    if (mention.size == 0) return {};
    ++mention.size;
    mention.has_gate_letter = true;
    return mention;
}

IdMention id_at(std::string_view text, std::size_t at, const Process* process) {
    IdMention known = known_id_at(text, at, process);
    if (known.size == 0) known = lettered_id_at(text, at, process);
    const IdMention written = written_id_at(text, at);
    return known.size >= written.size ? known : written;
}

std::size_t keyword_at(std::string_view text, std::size_t at, const policy::SignOffFormat& format) {
    std::size_t longest = 0;
    for (const std::string& keyword : format.item_keywords) {
        const bool found =
            starts_with_ignoring_case(text.substr(at), keyword) && !word_begins_at(text, at + keyword.size());
        if (found) longest = std::max(longest, keyword.size());
    }
    return longest;
}

/// Blanks, colons, dashes, stops and brackets between the parts of a heading.
std::size_t skip_separators(std::string_view text, std::size_t at, bool& separated) {
    while (at < text.size()) {
        const std::size_t dash = dash_at(text, at);
        const bool blank = text[at] == ' ' || text[at] == '\t';
        const bool mark = std::string_view(":.|*_~").find(text[at]) != std::string_view::npos;
        if (dash == 0 && !blank && !mark) break;
        separated = separated || dash > 0 || mark;
        at += dash > 0 ? dash : 1;
    }
    return at;
}

bool begins_apart(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '(' || text[at] == '[' || glyph_at(text.substr(at)).size > 0;
}

GateLine with_id(const IdMention& mention, std::string_view text, std::size_t at, const Process* process) {
    GateLine line;
    line.is_item = mention.is_item;
    line.id = mention.id;
    line.gate_id = mention.is_item ? gate_of_item(mention.id, process) : mention.id;
    line.is_known = mention.is_known;
    const std::size_t rest = skip_separators(text, at + mention.size, line.has_separator);
    line.has_separator = line.has_separator || begins_apart(text, rest);
    line.rest = trim(text, {rest, text.size()});
    return line;
}

/// An item written without its number: the number stands somewhere in the description, or its title does.
std::string id_of_description(std::string_view text, const Process* process) {
    if (process == nullptr) return {};
    if (const auto* item = process->find_item_by_title(text)) return item->id;
    const std::size_t bracket = text.rfind('(');
    if (bracket == std::string_view::npos) return {};
    for (const auto& gate : process->gates)
        for (const auto& item : gate.items)
            if (find_word(text.substr(bracket), item.id)) return item.id;
    const auto* item = process->find_item_by_title(text.substr(0, bracket));
    return item == nullptr ? std::string() : item->id;
}

GateLine described_item(std::string_view text, std::size_t at, const Process* process) {
    GateLine line;
    line.is_item = true;
    line.has_keyword = true;
    line.has_separator = true;
    line.rest = trim(text, {at, text.size()});
    line.id = id_of_description(text.substr(line.rest.begin, line.rest.size()), process);
    line.is_known = !line.id.empty();
    if (line.is_known) line.gate_id = gate_of_item(line.id, process);
    return line;
}

bool needs_no_keyword(const IdMention& mention) {
    const bool has_letter =
        mention.has_gate_letter || std::any_of(mention.id.begin(), mention.id.end(), is_letter);
    if (!has_letter) return false;
    return mention.is_item || (mention.is_known && mention.size > 1);
}

/// `Gate Item`, said in more than one word, needs no id; `Gate` does.
bool names_an_item(std::string_view keyword) {
    return keyword.find(' ') != std::string_view::npos;
}

std::optional<GateLine> behind_keyword(std::string_view text, std::size_t keyword, std::size_t at,
                                       const GateVocabulary& vocabulary) {
    const bool item_keyword = names_an_item(text.substr(at, keyword));
    std::size_t next = at + keyword;
    bool separated = false;
    next = skip_ornaments(text, skip_separators(text, next, separated));
    if (const std::size_t second = keyword_at(text, next, vocabulary.format); second > 0)
        next = skip_ornaments(text, skip_separators(text, next + second, separated));
    const IdMention mention = id_at(text, next, vocabulary.process);
    const bool usable = mention.size > 0 && (!item_keyword || mention.is_item);
    if (!usable)
        return item_keyword ? std::optional(described_item(text, next, vocabulary.process)) : std::nullopt;
    GateLine line = with_id(mention, text, next, vocabulary.process);
    line.has_keyword = true;
    return line;
}

constexpr std::array<std::string_view, 19> kOnceMore = {
    "second",  "third", "2nd",    "3rd",    "final", "later", "new", "repeat", "repeated", "renewed",
    "another", "next",  "latest", "follow", "up",    "re",    "of",  "on",     "dated"};

/// `Status of gate V` and `Verdict of the gate`, where `Gate status` and `Gate verdict` are labels.
bool names_status_of_gate(std::string_view label, const policy::SignOffFormat& format) {
    const auto of = base::find_ignoring_case(label, " of ");
    if (!of) return false;
    std::string_view gate = label.substr(*of + 4);
    if (starts_with_ignoring_case(gate, "the ")) gate.remove_prefix(4);
    const std::string keyword(gate.substr(0, gate.find(' ')));
    return matches_label(keyword + " " + std::string(label.substr(0, *of)), format.status_labels);
}

/// Words for a verdict behind the first word of the label for validation: `PMO decision`.
bool names_verdict_of_validator(std::string_view label, const policy::SignOffFormat& format) {
    constexpr std::array<std::string_view, 5> kVerdicts = {"decision", "verdict", "ruling", "result",
                                                           "outcome"};
    const std::size_t blank = label.find(' ');
    if (blank == std::string_view::npos) return false;
    const std::string_view validator = label.substr(0, blank);
    const auto is_validator = [&](std::string_view known) {
        return base::equals_ignoring_case(known.substr(0, known.find(' ')), validator);
    };
    return std::any_of(format.validation_labels.begin(), format.validation_labels.end(), is_validator) &&
           std::any_of(kVerdicts.begin(), kVerdicts.end(), [&](std::string_view verdict) {
               return base::equals_ignoring_case(base::trim(label.substr(blank)), verdict);
           });
}

/// Without words for one more of the same: `pmo validation` for `PMO re-validation`.
std::string without_repetition(std::string_view label) {
    const std::string plain = base::normalise_name(label);
    std::string kept;
    for (std::string_view word : base::split(plain, ' ')) {
        if (word.starts_with("re") && (word.ends_with("validation") || word.ends_with("validated") ||
                                       word.ends_with("confirmation") || word.ends_with("confirmed")))
            word.remove_prefix(2);
        if (word.empty() || std::find(kOnceMore.begin(), kOnceMore.end(), word) != kOnceMore.end()) continue;
        if (word.find_first_not_of("0123456789-#") == std::string_view::npos) continue;
        if (!kept.empty()) kept += ' ';
        kept += word;
    }
    return kept;
}

/// `4.2 `, `§4.2 `, `IV.2) `, `(`: size of what stands before the name of a gate where sections are numbered.
std::size_t section_number_at(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '(') return 1;
    std::size_t end = at;
    if (text.substr(end).starts_with("§")) end += std::string_view("§").size();
    const std::size_t digits = end;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' ||
                                 std::string_view("IVX").find(text[end]) != std::string_view::npos))
        ++end;
    if (end == digits) return 0;
    if (end < text.size() && (text[end] == ')' || text[end] == ':')) ++end;
    return end < text.size() && text[end] == ' ' ? end + 1 - at : 0;
}

std::optional<GateLine> read_line_at(std::string_view text, std::size_t begin,
                                     const GateVocabulary& vocabulary) {
    if (const std::size_t keyword = keyword_at(text, begin, vocabulary.format); keyword > 0)
        return behind_keyword(text, keyword, begin, vocabulary);
    const IdMention mention = id_at(text, begin, vocabulary.process);
    if (mention.size == 0 || !needs_no_keyword(mention)) return std::nullopt;
    return with_id(mention, text, begin, vocabulary.process);
}

} // namespace

LabelKind classify_label(std::string_view label, const policy::SignOffFormat& format) {
    if (matches_label(label, format.other_labels)) return LabelKind::other;
    if (matches_label(label, format.evidence_labels)) return LabelKind::evidence;
    if (matches_label(label, format.owner_labels)) return LabelKind::owner_confirmation;
    if (matches_label(label, format.validation_labels)) return LabelKind::validation;
    if (matches_label(label, format.status_labels) || names_status_of_gate(label, format))
        return LabelKind::gate_status;
    // What seems to be a gate's status is one to its readers. It only ever claims.
    if (!base::is_plain_ascii(label) && matches_label(base::fold_look_alikes(label), format.status_labels))
        return LabelKind::gate_status;
    return LabelKind::none;
}

LabelKind classify_repeated_label(std::string_view label, const policy::SignOffFormat& format) {
    const auto may_be_one = [](std::string_view text) {
        return base::find_ignoring_case(text, "validat") || base::find_ignoring_case(text, "confirm");
    };
    if (names_verdict_of_validator(label, format)) return LabelKind::validation;
    if (base::is_plain_ascii(label) && !may_be_one(label)) return LabelKind::none; // most labels
    const std::string folded = base::fold_look_alikes(label);
    if (!may_be_one(folded) || classify_label(label, format) != LabelKind::none) return LabelKind::none;
    const std::string bare = without_repetition(std::string_view(folded).substr(0, folded.find('(')));
    if (bare == "validation") return LabelKind::validation;
    if (bare == "confirmation") return LabelKind::owner_confirmation;
    const LabelKind kind = classify_label(bare, format);
    return kind == LabelKind::owner_confirmation || kind == LabelKind::validation ? kind : LabelKind::none;
}

std::optional<GateLine> read_gate_line(std::string_view text, const GateVocabulary& vocabulary) {
    const std::size_t begin = skip_ornaments(text, 0);
    const auto is_sure = [](const std::optional<GateLine>& one) {
        return one && (one->has_keyword || one->is_known);
    };
    std::optional<GateLine> line = read_line_at(text, begin, vocabulary);
    if (const std::size_t number = is_sure(line) ? 0 : section_number_at(text, begin); number > 0)
        if (auto behind = read_line_at(text, skip_ornaments(text, begin + number), vocabulary);
            is_sure(behind))
            line = std::move(behind);
    if (line) line->struck_out = holds_struck({std::string(text), {}, {}});
    return line;
}

bool runs_on(const GateLine& line, std::string_view text) {
    if (line.has_separator || line.rest.empty()) return false;
    const char next = text[line.rest.begin];
    return (next >= 'a' && next <= 'z') || std::string_view(",;/&+").find(next) != std::string_view::npos;
}

std::string gate_of_item(std::string_view id, const Process* process) {
    if (process != nullptr)
        for (const auto& gate : process->gates)
            for (const auto& item : gate.items)
                if (item.id == id) return gate.id;
    const std::size_t dot = id.rfind('.');
    return std::string(dot == std::string_view::npos ? std::string_view{} : id.substr(0, dot));
}

std::optional<std::string> read_gate_name(std::string_view text, const GateVocabulary& vocabulary) {
    const std::size_t begin = skip_ornaments(text, 0);
    std::size_t at = begin;
    if (const std::size_t keyword = keyword_at(text, at, vocabulary.format); keyword > 0) {
        bool separated = false;
        at = skip_ornaments(text, skip_separators(text, at + keyword, separated));
    }
    const IdMention mention = id_at(text, at, vocabulary.process);
    if (mention.size == 0 || mention.is_item) return std::nullopt;
    return mention.id;
}

} // namespace docs_lint::model

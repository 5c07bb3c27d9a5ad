#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/hidden_html.hpp"
#include "model/labelled_values.hpp"
#include "model/record_readers.hpp"
#include "model/text_tools.hpp"

#include <algorithm>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

/// The known state that begins the text, in any spelling; else all up to the first mark that begins prose.
std::string state_in(std::string_view text, const policy::Process& process) {
    const std::string bare = without_glyphs(text);
    std::size_t end = bare.size();
    for (std::size_t at = 0; at < bare.size(); ++at) {
        const bool mark = std::string_view("(,;.|").find(bare[at]) != std::string_view::npos;
        if (!mark && dash_at(bare, at) == 0) continue;
        end = at;
        break;
    }
    std::string state = without_glyphs(std::string_view(bare).substr(0, end));
    if (process.rank_of(state)) return state;
    for (const std::string& known : process.states) {
        const bool begins = starts_with_ignoring_case(bare, known) && !word_begins_at(bare, known.size());
        if (begins && !word_begins_at(bare, known.size() + 1)) return bare.substr(0, known.size());
    }
    return state;
}

struct KnownState {
    std::size_t rank = 0;
    std::size_t size = 0; ///< of its spelling
};

std::optional<KnownState> known_state_at(std::string_view text, const policy::Process& process) {
    std::optional<KnownState> longest;
    for (std::size_t rank = 0; rank < process.states.size(); ++rank) {
        const std::string& state = process.states[rank];
        std::string spoken = state;
        std::replace(spoken.begin(), spoken.end(), '_', ' ');
        const bool begins = starts_with_ignoring_case(text, state) || starts_with_ignoring_case(text, spoken);
        if (begins && !word_begins_at(text, state.size()) && (!longest || state.size() > longest->size))
            longest = KnownState{rank, state.size()};
    }
    return longest;
}

std::size_t first_letter(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !is_letter(text[at]) && !is_digit(text[at])) ++at;
    return at;
}

/// The words that may stand between `current state` and the state itself.
bool is_filler(std::string_view word) {
    for (const std::string_view known :
         {"is", "now", "of", "the", "this", "defect", "feature", "item", "record", "set", "to"})
        if (base::equals_ignoring_case(word, known)) return true;
    return false;
}

bool holds_in_capitals(std::string_view written, const std::string& state) {
    std::string spoken = state;
    std::replace(spoken.begin(), spoken.end(), '_', ' ');
    return written.find(state) != std::string_view::npos || written.find(spoken) != std::string_view::npos;
}

/// The furthest of the states that a value names in one go: `CLOSED`, `is now CLOSED`, `TRIAGE → CLOSED`.
std::optional<std::size_t> rank_named_by(std::string_view value, std::string_view written,
                                         const policy::Process& process) {
    constexpr std::size_t kFillers = 6;
    value.remove_prefix(first_letter(value));
    std::optional<KnownState> known = known_state_at(value, process);
    for (std::size_t count = 0; !known && count < kFillers; ++count) {
        const std::size_t end = std::min(value.find_first_of(" \t:*_=|"), value.size());
        if (!is_filler(value.substr(0, end))) return std::nullopt;
        value.remove_prefix(end);
        value.remove_prefix(first_letter(value));
        known = known_state_at(value, process);
        if (known && !holds_in_capitals(written, process.states[known->rank]))
            return std::nullopt; // "the state of implementation"
    }
    std::optional<std::size_t> furthest;
    while (known) {
        furthest = std::max(furthest.value_or(0), known->rank);
        value.remove_prefix(known->size);
        const std::size_t next = first_letter(value);
        const std::string_view between = value.substr(0, next);
        const bool joined = between.find("→") != std::string_view::npos ||
                            between.find("->") != std::string_view::npos ||
                            between.find('/') != std::string_view::npos ||
                            between.find("=>") != std::string_view::npos || base::trim(between) == ",";
        if (!joined || between.find('(') != std::string_view::npos) break;
        value.remove_prefix(next);
        known = known_state_at(value, process);
    }
    return furthest;
}

/// `State` alone, and not `Current state`: prose says it of many things.
bool is_single_word(const std::string& label) {
    return label.find_first_of(" _") == std::string::npos;
}

/// Finds states that are declared where the strict reading does not look. Only the process's own states count
/// here, for a line may say anything; and a claim that is missed would let a gate pass unsigned.
class LooseReading {
public:
    LooseReading(const policy::Process& process, std::vector<StateDeclaration>& states)
        : process_(process), states_(states) {}

    void read_line(const Text& line) {
        const std::string text = base::fold_look_alikes(line.text);
        if (awaits_value_ && text.find_first_not_of(" \t*_:`-") != std::string::npos) {
            awaits_value_ = false;
            add(text, line);
        }
        for (const std::string& label : process_.state_labels) {
            if (is_single_word(label)) continue;
            const auto at = find_word(text, label);
            if (!at) continue;
            const std::string_view rest = std::string_view(text).substr(*at + label.size());
            if (rest.find_first_not_of(" \t*_:`=|") == std::string_view::npos)
                awaits_value_ = true;
            else
                add(rest, line);
        }
    }

    void read_row(const markdown::TableRow& row) {
        Text joined;
        for (const Text& cell : row.cells) joined.text += cell.text + " | ";
        joined.source = row.source;
        read_line(joined);
        awaits_value_ = false;
    }

private:
    void add(std::string_view value, const Text& line) {
        const base::Span source = line.source;
        const auto rank = rank_named_by(value, line.text, process_);
        if (!rank) return;
        const bool known = std::any_of(states_.begin(), states_.end(), [&](const StateDeclaration& declared) {
            return declared.source.begin < source.end && source.begin < declared.source.end &&
                   process_.rank_of(declared.state).value_or(0) >= *rank;
        });
        if (!known) states_.push_back({process_.states[*rank], DeclarationPlace::line, source});
    }

    const policy::Process& process_;
    std::vector<StateDeclaration>& states_;
    bool awaits_value_ = false; ///< the line before was the label alone
};

bool is_sample_fence(const Block& block) {
    return block.kind == BlockKind::code && block.fenced && !is_record_fence(block);
}

void read_loosely(const BlockTree& tree, const policy::Process& process,
                  std::vector<StateDeclaration>& states) {
    LooseReading reading(process, states);
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const Block& block = tree[index];
        if (is_sample_fence(block) || tree.is_inside(index, BlockKind::block_quote)) continue;
        if (block.kind == BlockKind::html)
            for (const Text& line : visible_lines(block)) reading.read_line(line);
        else
            for (const Text& line : block.lines) reading.read_line(line);
        for (const auto& row : block.rows) reading.read_row(row);
    }
}

/// `ROOT_CAUSE`, and no `closed` or `up`.
bool is_written_as_state(std::string_view text) {
    const std::string bare = without_glyphs(text);
    std::size_t capitals = 0;
    while (capitals < bare.size() &&
           ((bare[capitals] >= 'A' && bare[capitals] <= 'Z') || bare[capitals] == '_'))
        ++capitals;
    return capitals > 1 && !word_begins_at(bare, capitals);
}

/// `State` alone outside the header may be that of a ticket or a server. There it is the record's where it is
/// written as the process writes its states, or is one of them and nothing says that others are meant.
bool is_of_record(const LabelledValue& value, const policy::Process& process) {
    if (!is_single_word(process.state_labels[value.label]) || value.place == DeclarationPlace::header)
        return true;
    if (is_written_as_state(value.value.text)) return true;
    if (value.in_column || value.among_tickets) return false;
    return process.rank_of(state_in(value.value.text, process)).has_value();
}

/// Where no value is the record's for certain, nothing else could be meant by those that there are.
std::vector<LabelledValue> labelled_states(const BlockTree& tree, const Header& header,
                                           const policy::Process& process) {
    std::vector<LabelledValue> values = read_labelled_values(tree, header, process.state_labels);
    const auto others = std::stable_partition(values.begin(), values.end(), [&](const LabelledValue& value) {
        return is_of_record(value, process);
    });
    if (others != values.begin()) values.erase(others, values.end());
    return values;
}

} // namespace

std::string known_state_or_all(const std::string& text, const policy::Process& process) {
    if (process.rank_of(text)) return text;
    const auto rank = process.rank_of(state_in(base::fold_look_alikes(text), process));
    return rank ? process.states[*rank] : text;
}

std::vector<StateDeclaration> read_states(const BlockTree& tree, const Header& header,
                                          const policy::Process& process) {
    std::vector<StateDeclaration> states;
    for (const LabelledValue& value : labelled_states(tree, header, process))
        if (!value.in_heading || process.rank_of(state_in(value.value.text, process)))
            states.push_back({state_in(value.value.text, process), value.place, value.value.source});
    read_loosely(tree, process, states);
    return states;
}

} // namespace docs_lint::model

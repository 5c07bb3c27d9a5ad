#include "base/text.hpp"
#include "server/hover.hpp"
#include "server/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::server {
namespace {

using facts::DocumentFacts;
using policy::Process;
using policy::ProcessGate;

bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

bool stands_alone(std::string_view text, base::Span span) {
    return (span.begin == 0 || !is_word_byte(text[span.begin - 1])) &&
           (span.end == text.size() || !is_word_byte(text[span.end]));
}

/// Where the name stands over the byte, in capitals as the process writes it.
std::optional<base::Span> name_over(std::string_view text, std::string_view name, std::size_t offset) {
    const std::size_t from = offset < name.size() ? 0 : offset - name.size();
    for (std::size_t at = text.find(name, from); at <= offset && at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        const base::Span span{at, at + name.size()};
        if (offset <= span.end && stands_alone(text, span)) return span;
    }
    return std::nullopt;
}

struct KnownState {
    std::size_t rank = 0;
    base::Span source;
};

std::optional<KnownState> state_at(std::string_view text, const Process& process, std::size_t offset) {
    std::optional<KnownState> longest;
    for (std::size_t rank = 0; rank < process.states.size(); ++rank) {
        std::string spoken = process.states[rank];
        std::replace(spoken.begin(), spoken.end(), '_', ' ');
        for (const std::string& name : {process.states[rank], spoken}) {
            const auto span = name_over(text, name, offset);
            if (span && (!longest || span->size() > longest->source.size()))
                longest = KnownState{rank, *span};
        }
    }
    return longest;
}

/// How the gate stands in this record.
std::string standing_here(const ProcessGate& gate, const DocumentFacts& document) {
    for (const facts::GateFacts& one : document.gates)
        if (one.definition == &gate) return standing_of(one);
    return "not in this record";
}

void say_gates(Hover& hover, const std::string& state, const DocumentFacts& document) {
    const Process& process = *document.process;
    for (const ProcessGate& gate : process.gates)
        if (gate.to == state)
            hover.rows.push_back(
                fmt::format("entered by {}: {}", name_of(gate), standing_here(gate, document)));
    for (const ProcessGate& gate : process.gates) {
        if (gate.from != state) continue;
        hover.rows.push_back(fmt::format("left by {}: {}", name_of(gate), standing_here(gate, document)));
        for (const policy::ProcessItem& item : gate.items)
            hover.rows.push_back(name_of(item) + ": " + duties_of(item, *document.policy));
    }
}

std::string in_words(std::chrono::minutes time) {
    const auto minutes = static_cast<std::size_t>(time.count());
    constexpr std::size_t kHour = 60;
    constexpr std::size_t kDay = 24 * kHour;
    if (minutes % kDay == 0) return base::count_of(minutes / kDay, "day");
    return minutes % kHour == 0 ? base::count_of(minutes / kHour, "hour") : base::count_of(minutes, "minute");
}

void say_limits(Hover& hover, const std::string& state, const Process& process) {
    std::vector<std::string> limits;
    for (const policy::SeverityTier& tier : process.severities)
        if (const auto found = tier.longest_stay.find(state); found != tier.longest_stay.end())
            limits.push_back(fmt::format("{} {}", tier.name, in_words(found->second)));
    if (!limits.empty()) hover.rows.push_back("lasts at most: " + base::list_in_words(limits));
}

void say_ways_back(Hover& hover, const std::string& state, const Process& process) {
    std::vector<std::string> back;
    for (const policy::Reversion& one : process.reversions)
        if (one.from == state) back.push_back(one.to);
    if (!back.empty()) hover.rows.push_back("may go back to " + base::list_in_words(back, "or"));
}

} // namespace

std::optional<Hover> hover_state(const OpenDocument& document, std::size_t offset) {
    const DocumentFacts& facts = document.draft->document();
    if (facts.process == nullptr) return std::nullopt;
    const Process& process = *facts.process;
    const auto found = state_at(document.text.text(), process, offset);
    if (!found) return std::nullopt;
    const std::string& state = process.states[found->rank];
    Hover hover;
    hover.title = state;
    hover.source = found->source;
    hover.rows.push_back(fmt::format("state {} of {} of the process \"{}\"", found->rank + 1,
                                     process.states.size(), process.title));
    say_gates(hover, state, facts);
    say_ways_back(hover, state, process);
    say_limits(hover, state, process);
    if (found->rank + 1 == process.states.size())
        hover.rows.emplace_back("the last state: nothing comes next");
    return hover;
}

} // namespace docs_lint::server

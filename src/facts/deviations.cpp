#include "facts/deviations.hpp"

#include "base/text.hpp"
#include "model/placeholders.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

using model::Entry;
using model::EntryShape;
using model::EntryValue;
using model::Unit;
using policy::DeviationFact;
using policy::Deviations;

constexpr std::size_t kLongestName = 60;

std::vector<std::vector<std::string>> labels_of(const Deviations& rule) {
    std::vector<std::vector<std::string>> labels;
    for (const DeviationFact& fact : rule.facts) labels.push_back(fact.labels);
    labels.push_back(rule.status_labels);
    return labels;
}

/// The entry's name for messages: its title up to the first label, shortened.
std::string name_of(const Unit& unit) {
    const Entry& first = *unit.entries.front();
    std::string name = unit.is_row && !first.cells.empty() ? first.cells.front().text : first.text.text;
    if (name.size() > kLongestName) {
        std::size_t end = name.rfind(' ', kLongestName);
        if (end == std::string::npos) end = kLongestName;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
        name = name.substr(0, end) + " ...";
    }
    return name;
}

class Reader {
public:
    Reader(const DocumentFacts& document, const Deviations& rule) : document_(document), rule_(rule) {}

    void read(std::size_t begin, std::size_t end, std::vector<KnownDeviation>& found) const {
        for (const Unit& unit : model::read_units(document_->entries, begin, end, labels_of(rule_)))
            if (is_deviation(unit)) found.push_back(read(unit));
    }

private:
    [[nodiscard]] bool is_deviation(const Unit& unit) const {
        if (unit.entries.front()->quoted || says_none(unit)) return false;
        for (std::size_t kind = 0; kind < rule_.facts.size(); ++kind)
            if (!rule_.facts[kind].is_heading && unit.labels(kind)) return true;
        return false;
    }

    /// `| None | — | — |`
    [[nodiscard]] bool says_none(const Unit& unit) const {
        const auto& cells = unit.entries.front()->cells;
        return unit.is_row && std::all_of(cells.begin(), cells.end(), [&](const markdown::Text& cell) {
                   return model::says_nothing(cell.text, rule_.nothing);
               });
    }

    [[nodiscard]] KnownDeviation read(const Unit& unit) const {
        KnownDeviation deviation;
        deviation.name = name_of(unit);
        deviation.source = unit.source();
        for (std::size_t kind = 0; kind < rule_.facts.size(); ++kind)
            deviation.values.push_back(value_of(unit, kind));
        const EntryValue* status = unit.find(rule_.facts.size());
        deviation.resolved = status != nullptr &&
                             model::contains_any_word(status->value.text, rule_.resolved_words) &&
                             model::find_word(status->value.text, "not") == std::nullopt;
        return deviation;
    }

    [[nodiscard]] DeviationValue value_of(const Unit& unit, std::size_t kind) const {
        DeviationValue value;
        value.fact = &rule_.facts[kind];
        value.source = unit.source();
        if (const EntryValue* found = unit.find(kind)) {
            value.text = found->value.text;
            value.source = found->source;
            value.given = !model::says_nothing(value.text, {}) &&
                          !model::is_pending(found->value, document_.policy->sign_off);
        } else if (value.fact->is_heading && unit.titled && !unit.is_row) {
            value.given = true;
        }
        const auto& says = value.fact->says;
        value.fits = value.given &&
                     (says.empty() || std::any_of(says.begin(), says.end(),
                                                  [&](const auto& one) { return one.found_in(value.text); }));
        return value;
    }

    const DocumentFacts& document_;
    const Deviations& rule_;
};

bool names_any(std::string_view text, const std::vector<std::string>& words) {
    return model::contains_any_word(text, words);
}

} // namespace

const DeviationValue* KnownDeviation::find(std::string_view fact) const {
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const DeviationValue& value) { return value.fact->name == fact; });
    return found == values.end() ? nullptr : &*found;
}

std::vector<KnownDeviation> read_known_deviations(const DocumentFacts& document) {
    std::vector<KnownDeviation> found;
    const auto& rule = document->document_class->deviations;
    if (!rule || document->document_class->is_template) return found;
    const Reader reader(document, *rule);
    const auto& entries = document->entries;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const Entry& heading = entries[at];
        if (heading.shape != EntryShape::heading || heading.quoted ||
            !model::is_titled(heading.text.text, rule->sections))
            continue;
        const std::size_t end = model::end_of_section(entries, at);
        reader.read(at + 1, end, found);
        at = end - 1;
    }
    return found;
}

std::optional<ReleaseNumber> urgent_release(const KnownDeviation& deviation, const Deviations& rule) {
    const DeviationValue* priority = deviation.find(rule.priority);
    const DeviationValue* release = deviation.find(rule.release);
    if (deviation.resolved || priority == nullptr || release == nullptr || !release->given)
        return std::nullopt;
    if (!names_any(priority->text, rule.urgent)) return std::nullopt;
    return release_number(release->text);
}

} // namespace docs_lint::facts

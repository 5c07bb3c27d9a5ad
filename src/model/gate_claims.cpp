#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/gate_reading.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

using Words = std::vector<std::string>;

constexpr std::string_view kDate = "<date>";

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> set) {
    return std::find(set.begin(), set.end(), word) != set.end();
}

/// Words as written and marks that part a sentence; dates as one word, everything without meaning left out.
Words words_of(std::string_view text) {
    std::string spelled(text);
    const auto moments = base::find_moments(text);
    for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment)
        spelled.replace(moment->begin, moment->end - moment->begin, std::string(kDate));
    Words words;
    for (std::size_t at = 0; at < spelled.size();) {
        const std::size_t dash = dash_at(spelled, at);
        const bool date = spelled.compare(at, kDate.size(), kDate) == 0;
        std::size_t end = at;
        while (!date && end < spelled.size() && word_begins_at(spelled, end)) ++end;
        if (date || end > at) {
            words.emplace_back(spelled, at, date ? kDate.size() : end - at);
            at += words.back().size();
        } else if (dash > 0) {
            words.emplace_back("-");
            at += dash;
        } else {
            constexpr std::string_view kMarks = ".,;:?()&+=";
            if (kMarks.find(spelled[at]) != std::string_view::npos) words.emplace_back(1, spelled[at]);
            ++at;
        }
    }
    return words;
}

bool is_phrase(std::string_view first, std::string_view second, std::string_view phrase) {
    const std::size_t joint = first.size();
    return phrase.size() == joint + 1 + second.size() && (phrase[joint] == ' ' || phrase[joint] == '-') &&
           base::equals_ignoring_case(phrase.substr(0, joint), first) &&
           base::equals_ignoring_case(phrase.substr(joint + 1), second);
}

/// What says in two words that something has passed counts as one: `signed off`.
Words with_joined_phrases(Words words, const std::vector<std::string>& phrases) {
    Words joined;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto phrase = std::find_if(phrases.begin(), phrases.end(), [&](const std::string& one) {
            return at + 1 < words.size() && is_phrase(words[at], words[at + 1], one);
        });
        if (phrase == phrases.end())
            joined.push_back(std::move(words[at]));
        else
            joined.push_back(*phrase), ++at;
    }
    return joined;
}

/// Reads one sentence of the form `on <date>, all items of gates 1 and 2 have formally passed on <date>`.
class Sentence {
public:
    Sentence(Words words, const GateVocabulary& vocabulary)
        : words_(std::move(words)), vocabulary_(vocabulary) {}

    /// The gates that it says to have passed. `ticked`: a tick stands in front, and may say it all.
    std::vector<std::string> passed(bool ticked) {
        if (contains_any(
                {"?", "target", "planned", "plan", "expected", "due", "should", "must", "will", "would"}))
            return {};
        if (auto gates = passed_before_list(); !gates.empty()) return gates;
        at_ = 0;
        skip_lead();
        const std::vector<std::string> gates = read_gates();
        if (gates.empty()) return {};
        return is_said_of_them(ticked) ? gates : std::vector<std::string>{};
    }

private:
    [[nodiscard]] std::string lower(std::size_t at) const {
        return at < words_.size() ? base::lower(words_[at]) : std::string();
    }

    [[nodiscard]] bool contains_any(std::initializer_list<std::string_view> set) const {
        return std::any_of(words_.begin(), words_.end(),
                           [&](const std::string& word) { return is_any_of(base::lower(word), set); });
    }

    void skip_lead() {
        if (lower(at_) == "on" && lower(at_ + 1) == kDate) ++at_;
        while (is_any_of(lower(at_), {kDate, ",", ":", "-", "(", ")"})) ++at_;
        if (is_any_of(lower(at_), {"we", "i", "they"})) {
            skip_helpers(++at_);
            if (is_past(lower(at_))) said_in_front_ = true, ++at_;
        }
        if (lower(at_) == "all")
            for (std::size_t of = at_ + 1; of < at_ + 5; ++of)
                if (is_any_of(lower(of), {"of", "in"})) at_ = of + 1;
        if (lower(at_) == "the") ++at_;
    }

    /// `Gates passed: 1 and 2`, `Passed: Gate 1`
    std::vector<std::string> passed_before_list() {
        at_ = 0;
        if (is_keyword(lower(at_))) ++at_;
        if (!is_past(lower(at_)) || lower(at_ + 1) != ":") return {};
        at_ += 2;
        named_ = true;
        auto gates = read_gates();
        while (is_any_of(lower(at_), {"(", ")", kDate, ",", ".", "on"})) ++at_;
        return at_ == words_.size() ? gates : std::vector<std::string>{};
    }

    [[nodiscard]] bool is_keyword(const std::string& word) const {
        return std::any_of(vocabulary_.format.item_keywords.begin(), vocabulary_.format.item_keywords.end(),
                           [&](const std::string& keyword) {
                               const std::string known = base::lower(keyword);
                               return word == known || word == known + "s";
                           });
    }

    [[nodiscard]] std::optional<std::string> gate_at(std::size_t at) const {
        if (at >= words_.size() || vocabulary_.process == nullptr) return std::nullopt;
        for (const auto& gate : vocabulary_.process->gates) {
            if (base::equals_ignoring_case(words_[at], gate.id)) return gate.id;
        }
        return std::nullopt;
    }

    /// `gate 1`, `1 gate`, and behind the first one `and 2`.
    std::vector<std::string> read_gates() {
        std::vector<std::string> gates;
        for (;;) {
            std::size_t next = at_;
            if (!gates.empty()) {
                while (is_any_of(lower(next), {",", "&", "+", "and"})) ++next;
                if (next == at_) break;
            }
            const bool keyword = is_keyword(lower(next));
            const auto gate = gate_at(keyword ? next + 1 : next);
            const bool behind = !keyword && is_keyword(lower(next + 1));
            if (!gate || (!keyword && !behind && !named_)) break;
            named_ = true;
            gates.push_back(*gate);
            at_ = next + (keyword || behind ? 2 : 1);
        }
        return gates;
    }

    bool skip_helpers(std::size_t& at) const {
        const std::size_t begin = at;
        while (is_any_of(lower(at), {"has", "have", "had", "is", "are", "was", "were", "been", "being", "now",
                                     "all", "formally", "officially", "fully", "duly", "also", "already"}))
            ++at;
        return at > begin;
    }

    [[nodiscard]] bool is_passed_word(const std::string& word) const {
        return std::any_of(vocabulary_.format.status_passed.begin(), vocabulary_.format.status_passed.end(),
                           [&](const std::string& known) { return word == known; });
    }

    [[nodiscard]] bool is_past(const std::string& word) const {
        return is_passed_word(word) && word.substr(0, word.find_first_of(" -")).ends_with("ed");
    }

    /// Nothing follows but a date.
    [[nodiscard]] bool ends_at(std::size_t at) const {
        while (is_any_of(lower(at), {kDate, "on", "at", "(", ")", ",", ".", "-", ":"})) ++at;
        return at >= words_.size();
    }

    bool is_said_of_them(bool ticked) {
        if (said_in_front_) return !is_taken_back(at_);
        if (ticked && ends_at(at_)) return true;
        const bool helped = skip_helpers(at_);
        if (ticked && !helped)
            while (is_any_of(lower(at_), {"-", ":"})) ++at_;
        const std::string word = lower(at_);
        if (!is_passed_word(word)) return false;
        ++at_;
        return (helped || is_past(word) || ends_at(at_)) && !is_taken_back(at_);
    }

    /// `passed: no`, `is closed when ...`
    [[nodiscard]] bool is_taken_back(std::size_t at) const {
        while (is_any_of(lower(at), {":", "-", "=", ",", "("})) ++at;
        if (is_any_of(lower(at),
                      {"when", "if", "once", "only", "unless", "until", "as", "provided", "no", "not"}))
            return true;
        return std::any_of(vocabulary_.format.status_open.begin(), vocabulary_.format.status_open.end(),
                           [&](const std::string& open) { return lower(at) == open; });
    }

    Words words_;
    const GateVocabulary& vocabulary_;
    std::size_t at_ = 0;
    bool named_ = false; ///< the word for a gate was there: further ids need none
    bool said_in_front_ = false;
};

std::vector<Words> split_into_sentences(const Words& words) {
    std::vector<Words> sentences(1);
    for (const std::string& word : words) {
        const bool ends = word == "." || word == ";";
        if (!ends) sentences.back().push_back(word);
        if (ends && !sentences.back().empty()) sentences.emplace_back();
    }
    return sentences;
}

bool begins_with_tick(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t-*+"), text.size()));
    return glyph_at(text).glyph == Glyph::positive || text.starts_with("[x]") || text.starts_with("[X]");
}

/// Every sentence that a gate has passed has the word for a gate in it, or one for having passed.
bool may_claim(std::string_view text, const policy::SignOffFormat& format) {
    return mentions_any(text, format.item_keywords) || mentions_any(text, format.status_passed);
}

void read_line(GateReading& reading, const Text& line) {
    if (base::is_plain_ascii(line.text) && !may_claim(line.text, reading.source.vocabulary.format)) return;
    const BareLine bare = without_checkbox(line);
    if (bare.unchecked) return;
    const std::string text = base::fold_look_alikes(without_glyphs(bare.text.text));
    if (!may_claim(text, reading.source.vocabulary.format)) return; // most lines
    bool ticked = begins_with_tick(line.text);
    for (Words& words : split_into_sentences(
             with_joined_phrases(words_of(text), reading.source.vocabulary.format.status_passed))) {
        for (std::string& gate : Sentence(std::move(words), reading.source.vocabulary).passed(ticked))
            reading.statuses.push_back({std::move(gate), {true, false, line.text, line.source, true}});
        ticked = false;
    }
}

/// `<h2>Gate V — PASSED</h2>` reads as a heading does.
void read_html(GateReading& reading, const Block& html) {
    for (const Text& line : visible_lines(html)) {
        const auto gate = read_gate_line(line.text, reading.source.vocabulary);
        if (!gate || gate->is_item || !add_gate_line_status(reading, *gate, line)) read_line(reading, line);
    }
}

} // namespace

void read_gate_claims(GateReading& reading, std::size_t index) {
    const Block& block = reading.source.tree[index];
    const bool prose =
        block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || is_record_fence(block);
    const bool html = block.kind == BlockKind::html;
    if ((!prose && !html) || reading.source.tree.is_inside(index, BlockKind::block_quote)) return;
    if (html) return read_html(reading, block);
    for (const Text& line : block.lines) read_line(reading, line);
}

} // namespace docs_lint::model

#include "facts/areas.hpp"

#include "base/text.hpp"
#include "facts/words.hpp"
#include "model/paths.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace docs_lint::facts {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> set) {
    return std::find(set.begin(), set.end(), word) != set.end();
}

bool parts_list(const std::string& word) {
    return is_one_of(word, {",", ";", ".", "/", "&", "+", "and", "or"});
}

bool denies(const std::string& word) {
    return is_one_of(word, {"no", "none", "not", "nothing", "neither", "nor", "never", "only", "without",
                            "beyond", "n/a"});
}

/// A part that begins so goes on telling of what stands before it: `so does its appendix`, `told in the
/// note`.
bool goes_on(const std::string& first_word) {
    return is_one_of(first_word, {"as", "but", "found", "he", "it", "see", "seen", "she", "so", "that",
                                  "there", "they", "this", "told", "we", "which", "who", "whose"});
}

/// Longer than names are: a sentence about an area.
constexpr std::size_t kLongestName = 6;

/// Words that say something of an area and name none.
bool is_filler(const std::string& word) {
    static const std::set<std::string_view> fillers = {
        "affect",      "affected", "affects",   "all",       "also",     "any",         "anything",
        "are",         "area",     "areas",     "because",   "both",     "can",         "change",
        "changed",     "changes",  "code",      "could",     "each",     "else",        "every",
        "everything",  "fix",      "following", "for",       "from",     "has",         "have",
        "identified",  "impacted", "into",      "its",       "list",     "listed",      "may",
        "might",       "other",    "owner",     "possible",  "possibly", "potentially", "regression",
        "regressions", "role",     "same",      "statement", "surface",  "system",      "that",
        "the",         "their",    "these",     "this",      "those",    "through",     "use",
        "used",        "uses",     "was",       "were",      "when",     "where",       "which",
        "will",        "with",     "would",     "written",
    };
    return word.size() < 3 || fillers.count(word) > 0;
}

bool is_word(const std::string& word) {
    return std::any_of(word.begin(), word.end(), [](char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0 ||
               static_cast<unsigned char>(byte) >= 0x80;
    });
}

/// `totals.md` -> `totals`
std::string without_ending(const std::string& word) {
    const std::size_t dot = word.rfind('.');
    return dot == std::string::npos || dot < 3 ? word : word.substr(0, dot);
}

/// What singular, plural and simple forms of a word have in common.
std::string stem_of(const std::string& word) {
    for (const std::string_view ending : {"ing", "ies", "es", "ed", "s", "y"})
        if (word.size() >= ending.size() + 3 && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

std::vector<std::string> stems_of(std::string_view area) {
    std::vector<std::string> stems;
    for (const std::string& word : split_into_words(area))
        if (is_word(word) && !is_filler(word)) stems.push_back(stem_of(without_ending(word)));
    return stems;
}

class AreaList {
public:
    /// What stands before a colon leads in; what stands in brackets or behind a dash explains.
    void read(std::string_view text) {
        for (const std::string& word : split_into_words(text)) {
            if (word == ":") {
                begin_list();
            } else if (word == ".") {
                finish();
                passes_over_ = false;
            } else if (word == "(" || word == ")")
                in_brackets_ = word == "(";
            else if (word == "-")
                explains_ = true;
            else if (parts_list(word) && !in_brackets_)
                finish();
            else if (!explains_ && !in_brackets_)
                add(word);
        }
        finish();
    }

    std::vector<std::string> take() { return std::move(areas_); }

private:
    /// `Not affected: login, billing`: nothing up to the end of the sentence is an area.
    void begin_list() {
        passes_over_ = denied_;
        if (!passes_over_) areas_.clear();
        start();
    }

    void add(const std::string& word) {
        denied_ = denied_ || denies(word);
        tells_ = tells_ || (area_.empty() && goes_on(word)) || ++words_ > kLongestName;
        area_ += (area_.empty() ? "" : " ") + word;
    }

    void start() {
        area_.clear();
        words_ = 0;
        denied_ = explains_ = tells_ = false;
    }

    void finish() {
        if (!denied_ && !tells_ && !passes_over_ && !stems_of(area_).empty()) areas_.push_back(area_);
        start();
    }

    std::string area_;
    std::size_t words_ = 0;
    bool denied_ = false;
    bool passes_over_ = false;
    bool tells_ = false;
    bool explains_ = false;
    bool in_brackets_ = false;
    std::vector<std::string> areas_;
};

/// So begins the rest of a sentence, where an entry of a list begins with a capital letter or a mark.
bool begins_small(const std::string& line) {
    return !line.empty() && line.front() >= 'a' && line.front() <= 'z';
}

/// The line with the last name of each path in the path's place: its folders part no list.
std::string with_names_of_files(const markdown::Text& line) {
    std::string text = line.text;
    auto paths = model::find_paths(line);
    std::sort(paths.begin(), paths.end(),
              [](const auto& one, const auto& other) { return one.in_text.begin > other.in_text.begin; });
    for (const model::FoundPath& found : paths) {
        const std::string& path = found.mention.path;
        const std::size_t end = path.find_last_not_of('/') + 1;
        const std::size_t name = end == 0 ? 0 : path.rfind('/', end - 1) + 1;
        text.replace(found.in_text.begin, found.in_text.size(), path.substr(name, end - name));
    }
    return text;
}

} // namespace

std::vector<std::string> areas_in(const model::Component& evidence) {
    constexpr std::size_t kWrapped = 60; ///< a line of this length goes on in the next one
    std::string text;
    std::size_t last = kWrapped;
    for (const markdown::Text& line : evidence.value) {
        const bool goes_on = last >= kWrapped || begins_small(line.text);
        text += (goes_on ? " " : "; ") + with_names_of_files(line);
        last = line.text.size();
    }
    AreaList list;
    list.read(text);
    return list.take();
}

bool mentions_area(std::string_view text, const std::string& area) {
    const auto stems = stems_of(area);
    return std::any_of(stems.begin(), stems.end(), [text](const std::string& stem) {
        return base::find_ignoring_case(text, stem).has_value();
    });
}

} // namespace docs_lint::facts

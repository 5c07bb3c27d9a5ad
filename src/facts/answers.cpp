#include "facts/answers.hpp"

#include "base/text.hpp"
#include "facts/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace docs_lint::facts {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> set) {
    return std::find(set.begin(), set.end(), word) != set.end();
}

bool is_need(const std::string& word) {
    return is_one_of(word, {"required", "needed", "necessary"});
}
bool is_verb(const std::string& word) {
    return is_one_of(word, {"is", "are", "was", "were"});
}
bool is_article(const std::string& word) {
    return is_one_of(word, {"a", "an", "the", "one", "any", "this"});
}
bool ends_clause(const std::string& word) {
    return word.size() == 1 && std::string_view(".,;:-()?/\n").find(word[0]) != std::string_view::npos;
}

/// What one mention of the subject says.
struct Said {
    bool yes = false;
    bool no = false;
};

class Mention {
public:
    Mention(const Words& words, std::size_t begin, std::size_t end)
        : words_(words), begin_(begin), end_(end) {}

    [[nodiscard]] Said read() const {
        const Lead lead = read_lead();
        if (lead == Lead::other) return {};
        const bool denied = lead == Lead::no || lead == Lead::needs_no;
        std::size_t at = end_;
        while (is_verb(word(at))) ++at;
        if (word(at) == "not" && is_need(word(at + 1))) return {false, true};
        if (is_need(word(at))) return read_behind_need(at + 1, denied, at > end_);
        if (!ends_clause(word(at)) || word(at) == "?") return {};
        if (is_answered_at(at)) return {word(at + 1) == "yes" && !denied, word(at + 1) == "no" || denied};
        return {lead == Lead::needs, denied};
    }

private:
    enum class Lead { clean, no, needs, needs_no, other };

    /// What stands before the subject in its clause.
    [[nodiscard]] Lead read_lead() const {
        std::size_t at = begin_;
        bool no = false;
        for (; at > 0 && !ends_clause(words_[at - 1]); --at) {
            const std::string& before = words_[at - 1];
            if (before == "no")
                no = true;
            else if (before == "that" && is_reported(at - 1))
                break;
            else if (is_one_of(before, {"requires", "needs"}))
                return no ? Lead::needs_no : Lead::needs;
            else if (!is_article(before) && !is_verb(before) &&
                     !is_one_of(before, {"canonical", "api", "there", "yes"}))
                return Lead::other;
        }
        if (at > 0 && words_[at - 1] == "?") return Lead::other;
        return no ? Lead::no : Lead::clean;
    }

    /// `... has confirmed that`: what follows is said, and nothing before it takes that away.
    [[nodiscard]] bool is_reported(std::size_t that) const {
        if (that == 0 || !is_one_of(words_[that - 1], {"confirmed", "confirms", "states", "stated", "says",
                                                       "said", "found", "finds", "assessed", "decided"}))
            return false;
        for (std::size_t at = that - 1; at > 0 && !ends_clause(words_[at - 1]); --at)
            if (is_one_of(words_[at - 1],
                          {"not", "never", "nobody", "none", "no", "cannot", "if", "until", "unless", "once",
                           "when", "whether", "be", "will", "must", "should", "could", "would", "may"}))
                return false;
        return true;
    }

    /// `spec update: yes`; not `spec update: yes/no`.
    [[nodiscard]] bool is_answered_at(std::size_t at) const {
        return is_one_of(word(at), {":", "="}) && is_one_of(word(at + 1), {"yes", "no"}) &&
               ends_clause(word(at + 2)) && !is_one_of(word(at + 2), {"/", "?"});
    }

    /// `required:` asks, and `is required:` says so and goes on to explain.
    [[nodiscard]] Said read_behind_need(std::size_t at, bool denied, bool stated) const {
        if (word(at) == "?") return {};
        const bool asked = !stated && (word(at) == ":" || word(at) == "=");
        while (is_one_of(word(at), {":", "=", "-", "(", ","})) ++at;
        if (word(at) == "?" && asked) return {};
        const bool answered = is_one_of(word(at), {"yes", "no"}) && ends_clause(word(at + 1));
        if (!answered) return asked && !denied ? Said{} : Said{!denied, denied};
        if (is_one_of(word(at + 1), {"/", "?"})) return {};
        return {word(at) == "yes", word(at) == "no" || denied};
    }

    /// The word at a position; the end of the text ends a clause.
    [[nodiscard]] const std::string& word(std::size_t at) const {
        static const std::string end = ".";
        return at < words_.size() ? words_[at] : end;
    }

    const Words& words_;
    std::size_t begin_;
    std::size_t end_;
};

bool same_word(const std::string& written, const std::string& wanted) {
    return written == wanted || written == wanted + "s";
}

/// `API contract unchanged`, `openapi.yaml: no update required`: the subject without its last word, and what
/// becomes of it. `at` is behind the subject's other words.
Said read_parted(const Words& words, std::size_t at, const std::string& last) {
    static const std::string end = ".";
    const auto word = [&](std::size_t one) -> const std::string& {
        return one < words.size() ? words[one] : end;
    };
    while (is_verb(word(at))) ++at;
    const bool kept = is_one_of(word(at), {"unchanged", "unaffected"});
    const bool left = word(at) == "not" && is_one_of(word(at + 1), {"changed", "affected", "updated"});
    if (kept || left) return {false, word(at + (left ? 2 : 1)) != "?"};
    if (!is_one_of(word(at), {":", "-"})) return {};
    const bool denied = word(at + 1) == "no";
    const std::size_t noun = at + (denied ? 2 : 1);
    if (word(noun) != last || (!denied && !is_need(word(noun + 1)))) return {};
    const std::size_t behind = noun + (is_need(word(noun + 1)) ? 2 : 1);
    if (!ends_clause(word(behind)) || word(behind) == "?" || word(behind) == ":") return {};
    return {!denied, denied};
}

bool begins_clause(const Words& words, std::size_t at) {
    while (at > 0 && (is_article(words[at - 1]) || is_one_of(words[at - 1], {"canonical", "api"}))) --at;
    return at == 0 || (ends_clause(words[at - 1]) && words[at - 1] != "?");
}

void hear_parted(Said& said, const Words& words, const Words& subject) {
    if (subject.size() < 2 || !is_one_of(subject.back(), {"change", "update"})) return;
    const Words stem(subject.begin(), subject.end() - 1);
    for (auto from = words.begin();; ++from) {
        from = std::search(from, words.end(), stem.begin(), stem.end(), same_word);
        if (from == words.end()) return;
        const auto begin = static_cast<std::size_t>(from - words.begin());
        if (!begins_clause(words, begin)) continue;
        const Said here = read_parted(words, begin + stem.size(), subject.back());
        said.yes = said.yes || here.yes;
        said.no = said.no || here.no;
    }
}

bool has_reservation(std::string_view text, const policy::SignOffFormat& format) {
    return std::any_of(format.reservation_words.begin(), format.reservation_words.end(),
                       [text](const std::string& word) { return base::contains_word(text, word); });
}

std::vector<std::string_view> split_into_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(".;\n", begin), text.size());
        sentences.push_back(base::trim(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return sentences;
}

/// A dash and a colon part a lead from what it says alike.
bool is_same_mark(const std::string& left, const std::string& right) {
    const auto parts = [](const std::string& word) { return word == "-" || word == ":"; };
    return left == right || (parts(left) && parts(right));
}

/// The statement's words begin the sentence, and no word of its own goes on right behind them.
bool begins_with_statement(const Words& sentence, const Words& statement) {
    if (statement.empty() || sentence.size() < statement.size()) return false;
    if (!std::equal(statement.begin(), statement.end(), sentence.begin(), is_same_mark)) return false;
    return sentence.size() == statement.size() || ends_clause(sentence[statement.size()]) ||
           is_one_of(sentence[statement.size()], {"as", "because", "since", "by", "for"});
}

} // namespace

DecisionAnswer answer_in(std::string_view text, const policy::Question& question,
                         const policy::SignOffFormat& format) {
    const Words words = split_into_words(text);
    Said said;
    for (const std::string& phrase : question.affirmed_by)
        said.yes = said.yes || base::contains_word(text, phrase);
    for (const std::string& subject : question.subjects) {
        const Words wanted = split_into_words(subject);
        hear_parted(said, words, wanted);
        for (auto from = words.begin();; ++from) {
            from = std::search(from, words.end(), wanted.begin(), wanted.end(), same_word);
            if (from == words.end()) break;
            const auto begin = static_cast<std::size_t>(from - words.begin());
            const Said here = Mention(words, begin, begin + wanted.size()).read();
            said.yes = said.yes || here.yes;
            said.no = said.no || here.no;
        }
    }
    if (said.yes == said.no) return DecisionAnswer::unclear;
    if (said.yes) return DecisionAnswer::yes;
    return has_reservation(text, format) ? DecisionAnswer::unclear : DecisionAnswer::no;
}

bool states_waiver(std::string_view text, const std::vector<std::string>& waivers,
                   const policy::SignOffFormat& format) {
    if (has_reservation(text, format)) return false;
    for (const std::string_view sentence : split_into_sentences(text)) {
        const Words words = split_into_words(sentence);
        for (const std::string& waiver : waivers)
            if (begins_with_statement(words, split_into_words(waiver))) return true;
    }
    return false;
}

} // namespace docs_lint::facts

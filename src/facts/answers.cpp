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

    /// `required? No. ...`; not `required? yes/no`.
    [[nodiscard]] bool is_question_answered(std::size_t mark) const {
        return is_one_of(word(mark + 1), {"yes", "no"}) && ends_clause(word(mark + 2)) &&
               !is_one_of(word(mark + 2), {"/", "?"});
    }

    /// `required:` asks, and `is required:` says so and goes on to explain.
    [[nodiscard]] Said read_behind_need(std::size_t at, bool denied, bool stated) const {
        if (word(at) == "?")
            return is_question_answered(at) ? Said{word(at + 1) == "yes", word(at + 1) == "no" || denied}
                                            : Said{};
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

/// A question mark is none: it puts in doubt what stands before it.
bool is_mark(const std::string& word) {
    return word.size() == 1 && ends_clause(word) && word != "?";
}

/// A tick or another glyph.
bool is_glyph(const std::string& word) {
    return std::none_of(word.begin(), word.end(),
                        [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// Behind the statement no word of its own goes on: `not required, ...`, `not required per FS.3`.
bool may_end_at(const Words& sentence, std::size_t at) {
    return at == sentence.size() || ends_clause(sentence[at]) || is_glyph(sentence[at]) ||
           is_one_of(sentence[at], {"as", "because", "since", "by", "for", "per"});
}

/// A statement with what is the same in other words: `validation is not affected`, `no sign-off required` for
/// `sign-off not required`.
Words in_plain_words(const Words& words) {
    Words plain;
    for (const std::string& word : words)
        if (!is_verb(word) && word != "the" && !is_mark(word)) plain.push_back(word);
    const bool turned = plain.size() > 2 && plain.front() == "no" && is_need(plain.back());
    if (turned) {
        plain.erase(plain.begin());
        plain.insert(plain.end() - 1, "not");
    }
    return plain;
}

/// From `begin` on the sentence says the statement, up to a place where it may end.
bool says_statement(const Words& sentence, std::size_t begin, const Words& statement) {
    for (std::size_t end = begin + 1; end <= sentence.size(); ++end)
        if (may_end_at(sentence, end) &&
            in_plain_words({sentence.begin() + static_cast<std::ptrdiff_t>(begin),
                            sentence.begin() + static_cast<std::ptrdiff_t>(end)}) == statement)
            return true;
    return false;
}

/// `n/a —`, `not applicable:`: what is said behind it counts.
std::size_t behind_not_applicable(const Words& sentence) {
    for (const Words& lead : {Words{"n/a"}, Words{"n", "/", "a"}, Words{"not", "applicable"}}) {
        if (sentence.size() <= lead.size() + 1 || !std::equal(lead.begin(), lead.end(), sentence.begin()))
            continue;
        if (is_mark(sentence[lead.size()])) return lead.size() + 1;
    }
    return 0;
}

bool begins_with_statement(const Words& sentence, const Words& statement) {
    const Words wanted = in_plain_words(statement);
    return !wanted.empty() && (says_statement(sentence, 0, wanted) ||
                               says_statement(sentence, behind_not_applicable(sentence), wanted));
}

bool is_priority(const std::string& word) {
    return word.size() == 2 && word[0] == 'p' && word[1] >= '0' && word[1] <= '9';
}

/// `P2 — sign-off not required` in another order: `sign-off not required (P2)`.
bool says_for_priority(const Words& sentence, const Words& statement) {
    const auto dash = std::find(statement.begin(), statement.end(), "-");
    if (dash - statement.begin() != 1 || dash + 1 == statement.end()) return false;
    const Words wanted = in_plain_words({dash + 1, statement.end()});
    const auto is_other = [&](const std::string& word) {
        return word == "?" || (is_priority(word) && word != statement.front());
    };
    if (std::find(sentence.begin(), sentence.end(), statement.front()) == sentence.end() ||
        std::any_of(sentence.begin(), sentence.end(), is_other))
        return false;
    for (std::size_t at = 0; at < sentence.size(); ++at)
        if ((at == 0 || is_mark(sentence[at - 1])) && says_statement(sentence, at, wanted)) return true;
    return false;
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
            if (const Words statement = split_into_words(waiver);
                begins_with_statement(words, statement) || says_for_priority(words, statement))
                return true;
    }
    return false;
}

} // namespace docs_lint::facts

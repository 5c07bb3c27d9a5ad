#include "policy/template_evidence.hpp"

#include "base/text.hpp"
#include "policy/template_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace docs_lint::policy {
namespace {

using Kinds = std::vector<EvidenceKind>;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// Straight quotation marks, no braces, no bracket around the whole.
std::string plain_placeholder(std::string_view written) {
    std::string text(written);
    for (const std::string_view mark : {"“", "”", "„", "«", "»"}) replace_all(text, mark, "\"");
    for (const std::string_view brace : {"{", "}"}) replace_all(text, brace, "");
    text = std::string(base::trim(text));
    const bool bracketed = text.size() > 1 && text.front() == '[' && text.find(']') == text.size() - 1;
    return bracketed ? text.substr(1, text.size() - 2) : text;
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// Cuts at the words that stand alone and outside quotation marks.
std::vector<std::string> split_at_words(std::string_view text, const std::vector<std::string>& words,
                                        bool ignoring_case) {
    std::vector<std::string> parts{{}};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size();) {
        quoted = quoted != (text[at] == '"');
        std::size_t size = 0;
        for (const std::string& word : words) {
            const std::string_view here = text.substr(at, word.size());
            const bool same = ignoring_case ? base::equals_ignoring_case(here, word) : here == word;
            const bool begins = at == 0 || !is_letter(text[at - 1]);
            const bool ends = at + word.size() >= text.size() || !is_letter(text[at + word.size()]);
            if (!quoted && same && begins && ends) size = word.size();
        }
        if (size > 0)
            parts.emplace_back();
        else
            parts.back() += text[at];
        at += std::max<std::size_t>(size, 1);
    }
    for (std::string& part : parts) {
        part = std::string(base::trim(part));
        while (!part.empty() && (part.back() == ',' || part.back() == ';' || part.back() == '.'))
            part = std::string(base::trim(part.substr(0, part.size() - 1)));
    }
    parts.erase(std::remove(parts.begin(), parts.end(), ""), parts.end());
    return parts;
}

struct Alternative {
    std::string text; ///< outside quotation marks
    std::vector<std::string> quoted;
};

Alternative take_quotes(std::string_view text) {
    Alternative alternative;
    const auto parts = base::split(text, '"');
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at % 2 == 0)
            alternative.text += std::string(parts[at]) + " ";
        else
            alternative.quoted.push_back(base::collapse_blanks(parts[at]));
    }
    alternative.text = base::collapse_blanks(alternative.text);
    return alternative;
}

/// The text up to the first dash, colon, comma, semicolon or bracket.
std::string first_clause(std::string_view text) {
    std::size_t end = std::min(text.find_first_of(",;:(["), text.size());
    for (const std::string_view dash : {"—", "–", " - ", "->"}) end = std::min(end, text.find(dash));
    return std::string(base::trim(text.substr(0, std::min(end, text.size()))));
}

/// `no spec update required` gives `spec update`; nothing for a clause that does not begin so.
std::optional<std::string> denied_in(const std::string& clause, const TemplateWords& words) {
    for (const std::string& no : words.no_words) {
        const bool begins = base::equals_ignoring_case(std::string_view(clause).substr(0, no.size()), no) &&
                            clause.size() > no.size() && clause[no.size()] == ' ';
        if (begins) return std::string(base::trim(clause.substr(no.size())));
    }
    return std::nullopt;
}

/// What stands before `required`; nothing where nothing does, or where a `not` stands between them.
std::optional<std::string> subject_before_required(const std::string& clause, const TemplateWords& words) {
    for (const std::string& required : words.required_words) {
        if (clause.size() <= required.size() + 1) continue;
        const std::size_t at = clause.size() - required.size();
        if (!base::equals_ignoring_case(clause.substr(at), required) || clause[at - 1] != ' ') continue;
        std::string subject(base::trim(clause.substr(0, at)));
        if (base::lower(" " + subject).ends_with(" not")) return std::nullopt;
        return subject;
    }
    return std::nullopt;
}

class EvidenceReader {
public:
    EvidenceReader(const SignOffFormat& format, const TemplateWords& words, const RoleRegister& roles)
        : format_(format), words_(words), roles_(roles) {}

    TemplateEvidence read(std::string_view placeholder) {
        const std::string plain = plain_placeholder(placeholder);
        for (const std::string& part : split_at_words(plain, words_.alternatives, false)) {
            const Alternative alternative = take_quotes(part);
            Kinds kinds = base::normalise_name(alternative.text).empty() ? kinds_of_statement(alternative)
                                                                         : kinds_of_words(alternative);
            std::sort(kinds.begin(), kinds.end());
            kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
            if (std::binary_search(kinds.begin(), kinds.end(), EvidenceKind::specification))
                std::erase(kinds, EvidenceKind::path);
            if (kinds.empty())
                evidence_.unread.push_back(part);
            else
                evidence_.alternatives.push_back(std::move(kinds));
        }
        return std::move(evidence_);
    }

private:
    /// An alternative that is given word by word.
    Kinds kinds_of_statement(const Alternative& alternative) {
        if (alternative.quoted.empty()) return {};
        const std::string& statement = alternative.quoted.front();
        Kinds kinds = role_behind(statement, words_.quoted_role_leads);
        if (ask(statement)) {
            kinds.push_back(EvidenceKind::decision);
        } else if (const auto denied = denied_in(first_clause(statement), words_)) {
            add_subject(subject_before_required(*denied, words_).value_or(*denied));
            kinds.push_back(EvidenceKind::waiver);
        } else if (const auto subject = subject_before_required(first_clause(statement), words_)) {
            add_subject(*subject);
            kinds.push_back(EvidenceKind::need);
        } else {
            add_waiver(statement);
            kinds.push_back(EvidenceKind::waiver);
        }
        return kinds;
    }

    Kinds kinds_of_words(const Alternative& alternative) {
        Kinds kinds = kinds_named_in(alternative.text, words_.evidence);
        const Kinds roles = role_behind(alternative.text, words_.role_leads);
        kinds.insert(kinds.end(), roles.begin(), roles.end());
        for (const std::string& statement : alternative.quoted)
            if (ask(statement)) kinds.push_back(EvidenceKind::decision);
        if (ask(alternative.text)) kinds.push_back(EvidenceKind::decision);
        return kinds.empty() ? kinds_named_in(alternative.text, words_.evidence_otherwise) : kinds;
    }

    static Kinds kinds_named_in(std::string_view text, const TemplateWords::WordsOfKinds& words) {
        Kinds kinds;
        for (const auto& [kind, names] : words)
            if (says_any_of(text, names)) kinds.push_back(kind);
        return kinds;
    }

    /// `spec update required: [yes/no]` asks; its subject is noted.
    bool ask(std::string_view statement) {
        std::string tight;
        for (const char byte : base::lower(statement))
            if (byte != ' ') tight += byte;
        const bool asks =
            std::any_of(format_.owner_yes.begin(), format_.owner_yes.end(), [&](const auto& yes) {
                return std::any_of(format_.owner_no.begin(), format_.owner_no.end(), [&](const auto& no) {
                    return tight.find(base::lower(yes) + "/" + base::lower(no)) != std::string::npos;
                });
            });
        if (!asks) return false;
        if (const auto subject = subject_before_required(first_clause(statement), words_))
            add_subject(*subject);
        return true;
    }

    Kinds role_behind(std::string_view text, const std::vector<std::string>& leads) const {
        for (const std::string& lead : leads) {
            const auto at = base::find_ignoring_case(text, lead + " ");
            if (!at) continue;
            std::string name(base::trim(text.substr(*at + lead.size())));
            if (!name.empty() && name.front() == '[') name = name.substr(1, name.find(']') - 1);
            const auto parts = split_at_words(first_clause(name), words_.role_alternatives, true);
            const bool known = std::any_of(parts.begin(), parts.end(), [this](const std::string& part) {
                return !roles_.roles_named(part).empty();
            });
            if (known) return {EvidenceKind::role};
        }
        return {};
    }

    void add_subject(std::string subject) {
        if (subject.empty()) return;
        auto& subjects = evidence_.subjects;
        if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end())
            subjects.push_back(std::move(subject));
    }

    /// Behind its last dash may stand that it is confirmed, which adds nothing.
    void add_waiver(std::string statement) {
        for (const std::string_view dash : {"—", "–", " - "}) {
            const std::size_t at = statement.rfind(dash);
            if (at == std::string::npos || at == 0) continue;
            if (is_any_of(statement.substr(at + dash.size()), words_.confirmation_words))
                statement = std::string(base::trim(statement.substr(0, at)));
        }
        const bool unfit = statement.find_first_of("[]{}<>") != std::string::npos;
        (unfit ? evidence_.unfit : evidence_.waivers).push_back(std::move(statement));
    }

    const SignOffFormat& format_;
    const TemplateWords& words_;
    const RoleRegister& roles_;
    TemplateEvidence evidence_;
};

/// `[Yes/No] — {QA Lead}, {date}` gives `QA Lead`.
std::string name_of_owner(std::string_view placeholder) {
    std::size_t begin = std::string_view::npos;
    for (const std::string_view dash : {"—", "–", " - "})
        if (const std::size_t at = placeholder.find(dash); at < begin) begin = at + dash.size();
    const std::string_view rest =
        base::trim(begin == std::string_view::npos ? placeholder : placeholder.substr(begin));
    for (const auto& [open, close] : {std::pair('{', '}'), std::pair('[', ']'), std::pair('<', '>')}) {
        if (rest.empty() || rest.front() != open) continue;
        return std::string(base::trim(rest.substr(1, std::min(rest.find(close), rest.size()) - 1)));
    }
    return std::string(base::trim(rest.substr(0, rest.find_first_of(",{[("))));
}

} // namespace

TemplateEvidence read_template_evidence(std::string_view placeholder, const SignOffFormat& format,
                                        const TemplateWords& words, const RoleRegister& roles) {
    return EvidenceReader(format, words, roles).read(placeholder);
}

TemplateOwner read_template_owner(std::string_view placeholder, const TemplateWords& words,
                                  const RoleRegister& roles) {
    TemplateOwner owner;
    std::string names = name_of_owner(placeholder);
    if (roles.roles_called(names).size() != 1)
        replace_all(names, "/", " " + words.role_alternatives.front() + " ");
    for (const std::string& name : split_at_words(names, words.role_alternatives, true)) {
        const auto ids = roles.roles_called(name);
        if (ids.size() == 1) {
            owner.roles.push_back(ids.front());
            continue;
        }
        std::string joined = name;
        replace_all(joined, "+", " " + words.role_joints.front() + " ");
        replace_all(joined, "&", " " + words.role_joints.front() + " ");
        const auto parts = split_at_words(joined, words.role_joints, true);
        const bool all_known =
            parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&roles](const std::string& part) {
                return !roles.roles_called(part).empty();
            });
        owner.joined = owner.joined || all_known;
        if (!all_known) owner.unknown.push_back(name);
    }
    return owner;
}

} // namespace docs_lint::policy

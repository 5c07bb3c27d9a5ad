#include "mutation/neutral_edits.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace docs_lint::tests {
namespace {

using model::ComponentKind;
using model::ItemShape;
using Sites = std::vector<Site>;

/// An edit of one component, for each that it applies to.
template <typename Change>
void change_each(const Seed& seed, const Sites& sites, Mutants& texts, Change change) {
    for (std::size_t at = 0; at < sites.size(); ++at) change(Target{seed, sites, at}, texts);
}

void add(const Target& target, Mutants& texts, base::Span place, std::string_view words) {
    texts.push_back(with(target.text(), place, words));
}

bool is_list(const Site& site) {
    return site.shape == ItemShape::bullets;
}
bool is_prose(const Site& site) {
    return is_list(site) || site.shape == ItemShape::paragraph_lines;
}
bool is_evidence(const Site& site) {
    return site.kind == ComponentKind::evidence;
}
bool is_fenced(const Site& site) {
    return site.shape == ItemShape::fenced_block;
}

std::string replaced_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::size_t head_end(const std::string& text) {
    return text.find("\n## ") + 1;
}

void line_ends(const Seed& seed, const Sites&, Random&, Mutants& texts) {
    texts.push_back(replaced_all(seed.text, "\n", "\r\n"));
    texts.push_back(seed.text.substr(0, seed.text.find_last_not_of('\n') + 1));
    texts.push_back(seed.text + "\n\n\n");
}

void blanks_at_line_ends(const Seed& seed, const Sites&, Random& random, Mutants& texts) {
    std::string text = seed.text;
    const std::size_t body = head_end(text);
    for (std::size_t at = text.find('\n', body); at != std::string::npos; at = text.find('\n', at + 1))
        if (random() % 2 == 0) {
            text.insert(at, "  ");
            at += 2;
        }
    texts.push_back(text);
}

void blank_lines(const Seed& seed, const Sites& sites, Random& random, Mutants& texts) {
    std::string text = seed.text;
    for (std::size_t at = sites.size(); at-- > 0;) {
        const Site& site = sites[at];
        if (is_list(site) && random() % 2 == 0) text.insert(site.lines.begin, "\n");
        if (is_prose(site) && is_evidence(site)) text.insert(site.whole_item.begin, "\n\n");
    }
    texts.push_back(text);
    texts.push_back(replaced_all(seed.text, "\n\n", "\n\n\n"));
}

void dashes(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    for (const auto* dash : {"—", "–", "-", "--"}) {
        std::string text = seed.text;
        for (std::size_t at = sites.size(); at-- > 0;) {
            const Site& site = sites[at];
            if (!is_confirmation(site)) continue;
            const std::string lead = text.substr(site.verdict.end, site.roles.begin - site.verdict.end);
            const std::size_t begin = lead.find_first_of(" ");
            const std::string tick = lead.find("✅") != std::string::npos ? " ✅" : "";
            if (begin == std::string::npos) continue;
            text.replace(site.verdict.end, lead.size(), tick + " " + dash + " ");
        }
        texts.push_back(text);
    }
}

void other_bullets(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    for (const char bullet : {'-', '*', '+'}) {
        std::string text = seed.text;
        for (const Site& site : sites)
            if (is_list(site)) text[site.lines.begin] = bullet;
        if (text != seed.text) texts.push_back(text);
    }
}

void labels(const Seed& seed, const Sites& sites, Random& random, Mutants& texts) {
    for (int draw = 0; draw < 3; ++draw) {
        std::string text = seed.text;
        for (std::size_t at = sites.size(); at-- > 0;) {
            const Site& site = sites[at];
            if (site.shares_label) continue;
            std::string label = text.substr(site.label.begin, site.label.size());
            const auto way = random() % 3;
            if (way == 0) label = base::lower(label);
            if (way == 1)
                for (char& byte : label)
                    byte = byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : byte;
            text.replace(site.label.begin, site.label.size(), label);
        }
        texts.push_back(text);
    }
}

void bold_labels(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    for (const auto* mark : {"**", "__", "*"}) {
        std::string text = seed.text;
        for (std::size_t at = sites.size(); at-- > 0;) {
            const Site& site = sites[at];
            const bool plain = is_prose(site) && text[site.label.begin - 1] != '*';
            if (!plain) continue;
            text.insert(site.label.end, mark);
            text.insert(site.label.begin, mark);
        }
        if (text != seed.text) texts.push_back(text);
    }
}

void extra_prose(const Seed& seed, const Sites& sites, Random& random, Mutants& texts) {
    const std::string note = "The team met on Monday and went through the list. Nothing else came up.\n\n";
    texts.push_back(with(seed.text, {head_end(seed.text), head_end(seed.text)}, "## Background\n\n" + note));
    texts.push_back(seed.text + "\n\n## Notes\n\n" + note);
    texts.push_back(seed.text + ("\n\n## Glossary\n\n| Term | Meaning |\n|---|---|\n| Total | A sum |\n"));
    texts.push_back(seed.text +
                    std::string("\n\n## Sample\n\n```python\nprint(1)\n```\n\n> A quoted remark.\n"));
    const Site& site = sites[random() % sites.size() / 3 * 3];
    if (is_prose(site))
        texts.push_back(with(seed.text, {site.whole_item.end, site.whole_item.end}, "\n" + note));
}

void comments(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    for (const Site& site : sites) {
        if (!is_evidence(site) || !is_prose(site)) continue;
        texts.push_back(
            with(seed.text, {site.whole_item.end, site.whole_item.end}, "\n<!-- seen on Monday -->\n\n"));
        texts.push_back(with(seed.text, {site.whole_item.begin, site.whole_item.begin},
                             "<!-- next: the item below -->\n\n"));
        return;
    }
}

void titles(const Seed& seed, const Sites&, Random&, Mutants& texts) {
    const std::size_t title = seed.text.find("# ");
    const std::size_t end = seed.text.find('\n', title);
    for (const auto* words :
         {"# Record of the item", "# Phase Gate Document — totals & more", "# 104: *totals*", "# Totals #"})
        texts.push_back(with(seed.text, {title, end}, words));
}

void rules_between(const Seed& seed, const Sites&, Random&, Mutants& texts) {
    for (const auto* rule : {"---", "***", "___"})
        texts.push_back(replaced_all(seed.text, "\n\n## ", "\n\n" + std::string(rule) + "\n\n## "));
    texts.push_back(replaced_all(seed.text, "\n## ", "\n<a id=\"part\"></a>\n\n## "));
}

void longer_evidence(const Seed& seed, const Sites& sites, Random& random, Mutants& texts) {
    const std::vector<std::string> tails = {", as the second paragraph of the note explains",
                                            ". Two people have read it", " (seen with `make check`)",
                                            ", and so does its appendix", "; see also docs/notes/totals.md"};
    change_each(seed, sites, texts, [&](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (is_evidence(site)) add(target, out, {site.value.end, site.value.end}, pick(tails, random));
    });
}

/// One more entry in a list of areas is one more area to look at, and not neutral.
bool lists_areas(const Sites& sites, const Site& site) {
    return std::any_of(sites.begin(), sites.end(), [&](const Site& other) {
        return other.definition != nullptr && other.definition->covers == site.item;
    });
}

/// Behind a full stop: a statement that nothing was needed counts as a sentence of its own only.
void further_lines(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [&](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_evidence(site) || !(is_list(site) || is_fenced(site))) return;
        const auto add_behind = [&](const char* words) {
            add(target, out, {site.value.end, site.value.end}, words);
        };
        add_behind(".\n        It is told in more words below");
        if (!is_list(site)) return;
        add_behind(".\n  - the note of that day says the same");
        add_behind(".\n\n  A second paragraph tells it once more.");
        if (lists_areas(sites, site)) return;
        add_behind(".\n  - `docs/notes/totals.md` as well");
        add_behind(".\n\n  ```\n  ran 12 cases\n  ```");
    });
}

/// The evidence is broken where a blank stands, away from code and from what might look like markup.
void wrap(const Seed& seed, const Sites& sites, Random& random, Mutants& texts) {
    change_each(seed, sites, texts, [&](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_evidence(site) || !(is_list(site) || is_fenced(site))) return;
        const std::string value(target.text_of(site.value));
        std::vector<std::size_t> blanks;
        bool in_code = false;
        for (std::size_t at = 0; at + 1 < value.size(); ++at) {
            in_code = in_code != (value[at] == '`');
            const bool letter = (value[at + 1] >= 'a' && value[at + 1] <= 'z') ||
                                (value[at + 1] >= 'A' && value[at + 1] <= 'Z');
            if (value[at] == ' ' && !in_code && letter) blanks.push_back(at);
        }
        if (blanks.empty()) return;
        const std::size_t at = site.value.begin + pick(blanks, random);
        add(target, out, {at, at + 1}, is_list(site) ? "\n  " : "\n                        ");
    });
}

void wrap_confirmation(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (is_confirmation(site) && is_list(site))
            add(target, out, {site.roles.end + 1, site.date.begin}, "\n  ");
    });
}

void emphasis(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        const std::string value(target.text_of(site.value));
        if (is_fenced(site)) return;
        if (is_confirmation(site)) {
            add(target, out, site.verdict, "**" + std::string(target.text_of(site.verdict)) + "**");
            add(target, out, site.roles, "*" + std::string(target.text_of(site.roles)) + "*");
        } else if (value.find_first_of("`*_") == std::string::npos) {
            add(target, out, site.value, "*" + value + "*");
            const std::size_t word = value.find(' ');
            add(target, out, {site.value.begin, site.value.begin + word},
                "**" + value.substr(0, word) + "**");
        }
    });
}

void ticks(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_confirmation(site) || target.text_of(site.lines).find("✅") != std::string_view::npos ||
            target.text_of(site.lines).find("✔") != std::string_view::npos)
            return;
        add(target, out, {site.verdict.begin, site.verdict.begin}, "✅ ");
        add(target, out, {site.verdict.end, site.verdict.end}, " ✅");
        add(target, out, {site.verdict.end, site.verdict.end}, " ✔️");
    });
}

void roles(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_confirmation(site)) return;
        const std::string role(target.text_of(site.roles));
        for (const auto* other : {" and Head of Specs Team", " + Head of Specs Team", " & Product Owner"})
            if (role.find(" and ") == std::string::npos && role.find('+') == std::string::npos &&
                role.find('&') == std::string::npos)
                add(target, out, site.roles, role + other);
        add(target, out, site.roles, base::lower(role));
        add(target, out, site.roles, "the " + role);
    });
}

void times(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    for (const auto* time : {"T10:00:00Z", "T23:30Z", " 10:00 UTC", "T10:00:00+00:00"}) {
        std::string text = seed.text;
        for (std::size_t at = sites.size(); at-- > 0;)
            if (is_confirmation(sites[at]))
                text.replace(sites[at].date.begin, sites[at].date.size(),
                             text.substr(sites[at].date.begin, 10) + time);
        texts.push_back(text);
    }
}

void date_in_brackets(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_confirmation(site)) return;
        const std::string date(target.text_of(site.date));
        add(target, out, {site.roles.end, site.date.end}, " (" + date + ")");
        add(target, out, {site.roles.end, site.date.end}, ", on " + date);
        add(target, out, {site.roles.end, site.date.end}, " — " + date);
        add(target, out, {site.date.end, site.date.end}, ".");
    });
}

void remarks(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_confirmation(site)) return;
        for (const auto* words : {", by mail", " (in writing)", ", no objections", " (Sam Fox)", " — PR #12"})
            add(target, out, {site.date.end, site.date.end}, words);
    });
}

void links(const Seed& seed, const Sites& sites, Random&, Mutants& texts) {
    change_each(seed, sites, texts, [](const Target& target, Mutants& out) {
        const Site& site = target.site();
        if (!is_evidence(site) || is_fenced(site)) return;
        add(target, out, {site.value.end, site.value.end}, ", told in [the note](../../notes/totals.md)");
        out.push_back(with(target.text(), {site.value.end, site.value.end}, ", told in [the note][note]") +
                      "\n[note]: ../../notes/totals.md\n");
        add(target, out, {site.value.end, site.value.end}, ", told at <https://example.org/notes/1>");
    });
}

constexpr std::array kEdits = {
    NeutralEdit{"line ends", line_ends},
    NeutralEdit{"blanks at line ends", blanks_at_line_ends},
    NeutralEdit{"blank lines", blank_lines},
    NeutralEdit{"dashes", dashes},
    NeutralEdit{"bullets", other_bullets},
    NeutralEdit{"case of labels", labels},
    NeutralEdit{"bold labels", bold_labels},
    NeutralEdit{"more prose", extra_prose},
    NeutralEdit{"comments", comments},
    NeutralEdit{"another title", titles},
    NeutralEdit{"rules between sections", rules_between},
    NeutralEdit{"longer evidence", longer_evidence},
    NeutralEdit{"evidence over several lines", further_lines},
    NeutralEdit{"evidence wrapped", wrap},
    NeutralEdit{"confirmation wrapped", wrap_confirmation},
    NeutralEdit{"emphasis", emphasis},
    NeutralEdit{"ticks", ticks},
    NeutralEdit{"more roles", roles},
    NeutralEdit{"times for dates", times},
    NeutralEdit{"date set otherwise", date_in_brackets},
    NeutralEdit{"remarks behind dates", remarks},
    NeutralEdit{"links", links},
};

} // namespace

std::span<const NeutralEdit> neutral_edits() {
    return kEdits;
}

} // namespace docs_lint::tests

#include "mutation/judging.hpp"
#include "mutation/operators.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace docs_lint::tests {
namespace {

using model::ComponentKind;
using model::ItemShape;

bool is_owner(const Target& target) {
    return target.site().kind == ComponentKind::owner_confirmation;
}
bool is_evidence(const Target& target) {
    return target.site().kind == ComponentKind::evidence;
}

void add(const Target& target, Mutants& mutants, base::Span place, std::string_view words) {
    mutants.push_back(with(target.text(), place, words));
}
void add_value(const Target& target, Mutants& mutants, std::string_view words) {
    add(target, mutants, target.site().value, words);
}
void append(const Target& target, Mutants& mutants, std::string_view words) {
    add(target, mutants, {target.site().value.end, target.site().value.end}, words);
}

std::string_view no_of(const Target& target) {
    return is_owner(target) ? "No" : "Fail";
}
std::string yes_of(const Target& target) {
    return is_owner(target) ? "Yes" : "Pass";
}
std::string value_of(const Target& target) {
    return std::string(target.text_of(target.site().value));
}

void blank(const Target& target, Mutants& mutants) {
    add_value(target, mutants, "");
}

void placeholder(const Target& target, Mutants& mutants) {
    for (const auto* words : {"{commit hash}", "[PENDING — awaiting QA]", "TBC", "TBD", "???",
                              "{written statement}", "[commit hash]", "—", "...", "to be added", "Pending"})
        add_value(target, mutants, words);
}

void placeholder_part(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words : {"{Yes}", "[Yes]", "TBC", "___"})
        add(target, mutants, target.site().verdict, words);
    for (const auto* words : {"{role}", "[Owner role]", "TBC"})
        add(target, mutants, target.site().roles, words);
    for (const auto* words : {"{date}", "[date]", "YYYY-MM-DD", "TBC"})
        add(target, mutants, target.site().date, words);
}

void negate(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    const std::string no(no_of(target));
    for (const auto& words :
         {no, std::string("NO"), "❌ " + no, std::string("Rejected"), "Not " + yes_of(target)})
        add(target, mutants, target.site().verdict, words);
    add_value(target, mutants, no);
}

void leave_options(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    const std::string yes = yes_of(target);
    const std::string no(no_of(target));
    for (const auto& words : {"[" + yes + " / " + no + "]", yes + "/" + no, yes + " or " + no,
                              "[" + yes + "/" + no + "]", yes + " / " + no})
        add(target, mutants, target.site().verdict, words);
}

void hedge_behind(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words : {" (pending)", "?", ", subject to review", ", if the tests pass",
                              " (provisional)", " in principle", " once merged", " unless QA objects"})
        add(target, mutants, {target.site().verdict.end, target.site().verdict.end}, words);
    for (const auto* words :
         {" (to be confirmed)", " — provisional", ", pending review", "; subject to the test run",
          " (conditional)", ", verbally", " — withdrawn", " (draft)", " — not yet final", " (TBC)",
          "; the Head of Engineering disagrees"})
        append(target, mutants, words);
}

void hedge_before(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words :
         {"Probably ", "Not ", "Conditional ", "Almost ", "Provisional ", "To be confirmed: ", "Verbal "})
        add(target, mutants, {target.site().verdict.begin, target.site().verdict.begin}, words);
}

void contradict(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    const std::string no(no_of(target));
    append(target, mutants, " → " + no);
    append(target, mutants, " / " + no);
    append(target, mutants, "; " + no);
    append(target, mutants, " ❌");
    append(target, mutants, "<br>" + no);
    if (!is_cell(target.site()) && target.site().shape != ItemShape::table)
        append(target, mutants, "\n    " + no + " — Product Owner, 2026-03-09");
    append(target, mutants, " — changed to " + no);
    for (const auto& words : {", " + no, " and " + no, " " + no, std::string(" ❌")})
        add(target, mutants, {target.site().verdict.end, target.site().verdict.end}, words);
}

void remove_role(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    add(target, mutants, {target.site().roles.begin, target.site().date.begin}, "");
}

void replace_role(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words : {"Head of Sales", "The team", "Everyone", "J. Doe", "Chief Janitor"})
        add(target, mutants, target.site().roles, words);
    const auto* definition = target.site().definition;
    if (is_owner(target) && (definition == nullptr || definition->confirmed_by.empty()))
        return; // any role may
    for (const auto* words :
         {"PMO Lead", "Product Owner", "QA Lead", "Frontend Spec Owner", "Head of Specs Team"}) {
        const auto& roles = built_in_pack().roles;
        const auto named = roles.roles_named(words);
        const bool may =
            is_owner(target)
                ? std::any_of(definition->confirmed_by.begin(), definition->confirmed_by.end(),
                              [&](const auto& wanted) { return roles.may_act_as(named, wanted); })
                : roles.may_act_as(named, built_in_pack().sign_off.validator_role);
        if (!may) add(target, mutants, target.site().roles, words);
    }
}

void remove_date(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    add(target, mutants, {target.site().roles.end, target.site().date.end}, "");
    add(target, mutants, target.site().date, "soon");
    add(target, mutants, target.site().date, "February 2026");
    add(target, mutants, target.site().date, "yesterday");
}

void impossible_date(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words : {"2026-02-30", "2026-13-01", "2026-00-10", "2026-02", "0000-00-00"})
        add(target, mutants, target.site().date, words);
}

void future_date(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words : {"2027-03-01", "2199-01-01"}) add(target, mutants, target.site().date, words);
}

/// The owner after the validation, the validation before the owner.
void disorder_dates(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    const auto written = base::parse_date(target.text_of(target.site().date).substr(0, 10));
    if (!written) return;
    for (const int days : {2, 40}) {
        const auto day = std::chrono::sys_days{*written} + std::chrono::days{is_owner(target) ? days : -days};
        add(target, mutants, target.site().date, base::to_string(base::Date{day}));
    }
}

void strike(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    const std::string value = value_of(target);
    add_value(target, mutants, "~~" + value + "~~");
    if (site.shape != ItemShape::fenced_block ||
        is_confirmation(site)) { // a fence shows HTML, and strikes nothing
        add_value(target, mutants, "~" + value + "~");
        add_value(target, mutants, "<del>" + value + "</del>");
        add_value(target, mutants, "<s>" + value + "</s>");
    }
    if (!is_confirmation(site)) return;
    for (const base::Span part : {site.verdict, site.roles, site.date})
        add(target, mutants, part, "~~" + std::string(target.text_of(part)) + "~~");
}

void hide(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    if (site.shape == ItemShape::fenced_block && !is_confirmation(site))
        return; // a fence shows HTML as it is
    const std::string value = value_of(target);
    add_value(target, mutants, "<!-- " + value + " -->");
    add_value(target, mutants, "<span hidden>" + value + "</span>");
    add_value(target, mutants, "<template>" + value + "</template>");
    add_value(target, mutants, "[](<" + value + ">)");
    if (!is_confirmation(site)) return;
    for (const base::Span part : {site.verdict, site.roles, site.date}) {
        const std::string words(target.text_of(part));
        add(target, mutants, part, "<!-- " + words + " -->");
        if (site.shape != ItemShape::fenced_block) // a fence shows an image's words as they are
            add(target, mutants, part, "![" + words + "](x.png)");
        add(target, mutants, part, "<b title=\"" + words + "\"></b>");
    }
}

void disguise(const Target& target, Mutants& mutants) {
    const Site& site = target.site();
    const std::size_t middle = site.value.begin + 1;
    add(target, mutants, {middle, middle}, "\u200B");
    if (!is_confirmation(site)) return;
    const bool owner = is_owner(target);
    for (const auto* words : {owner ? "Yеs" : "Раss", owner ? "Ｙｅｓ" : "Ｐａｓｓ",
                              owner ? "Y\u200Bes" : "Pa\u00ADss", owner ? "Yes\u200D" : "Pass\u200D",
                              owner ? "&#89;es" : "P&#97;ss", owner ? "Y\u0301es" : "Pa\u0301ss"})
        add(target, mutants, site.verdict, words);
    const std::string date(target.text_of(site.date));
    add(target, mutants, site.date, "２" + date.substr(1));
    add(target, mutants, site.date, date.substr(0, 4) + "\u200B" + date.substr(4));
    const std::string role(target.text_of(site.roles));
    add(target, mutants, site.roles, role.substr(0, 2) + "\u200B" + role.substr(2));
}

void say_nothing(const Target& target, Mutants& mutants) {
    if (!is_evidence(target)) return;
    for (const auto* words :
         {"done", "Done.", "see above", "OK", "LGTM", "as discussed", "✅", "confirmed", "Yes", "All good",
          "Verbal confirmation", "Confirmed on the phone by QA Lead", "Agreed in the meeting",
          "The owner said so on the call", "ditto", "Evidence provided", "Works on my machine"})
        add_value(target, mutants, words);
}

/// A statement that is not of the kind that the item asks for.
void other_kind(const Target& target, Mutants& mutants) {
    if (!is_evidence(target) || target.site().definition == nullptr) return;
    const auto& alternatives = target.site().definition->evidence;
    const bool statement_will_do =
        std::any_of(alternatives.begin(), alternatives.end(),
                    [](const auto& kinds) { return kinds == std::vector{policy::EvidenceKind::statement}; });
    if (statement_will_do) return;
    add_value(target, mutants, "The team went through it and found all of it in good order");
    add_value(target, mutants, "Everything that had to happen here happened in good time");
}

void append_pending(const Target& target, Mutants& mutants) {
    if (!is_evidence(target)) return;
    for (const auto* words : {" [PENDING — screenshot]", " {and the hash of the commit}", " [TBC]",
                              ", rest to be provided", " — TBC", " ???"})
        append(target, mutants, words);
}

void tick_only(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words : {"[x]", "[ ]", "☑", "✅", "✔", "👍"})
        add(target, mutants, target.site().verdict, words);
    for (const auto* words : {"[x]", "✅", "☑ PMO Lead"}) add_value(target, mutants, words);
}

void other_word(const Target& target, Mutants& mutants) {
    if (!is_confirmation(target.site())) return;
    for (const auto* words :
         {"OK", "Y", "Approved", "Done", "Agreed", "Yess", "Passt", "true", "Sí", "n/a", "I guess"})
        add(target, mutants, target.site().verdict, words);
    add(target, mutants, target.site().verdict, is_owner(target) ? "Pass" : "Yes");
}

constexpr std::array kOperators = {
    Operator{"value blanked", blank},
    Operator{"placeholder for the value", placeholder},
    Operator{"placeholder for a part", placeholder_part},
    Operator{"verdict negated", negate},
    Operator{"both options left standing", leave_options},
    Operator{"hedge behind", hedge_behind},
    Operator{"hedge before", hedge_before},
    Operator{"contradicts itself", contradict},
    Operator{"role removed", remove_role},
    Operator{"role unknown or wrong", replace_role},
    Operator{"date removed", remove_date},
    Operator{"date impossible", impossible_date},
    Operator{"date in the future", future_date},
    Operator{"date out of order", disorder_dates},
    Operator{"struck through", strike},
    Operator{"value hidden", hide},
    Operator{"look-alike or invisible character", disguise},
    Operator{"evidence vague or spoken", say_nothing},
    Operator{"evidence of another kind", other_kind},
    Operator{"evidence partly pending", append_pending},
    Operator{"a tick for the verdict", tick_only},
    Operator{"another word for the verdict", other_word},
};

} // namespace

std::string_view Target::text_of(base::Span span) const {
    return std::string_view(seed.text).substr(span.begin, span.size());
}

std::string with(const std::string& text, base::Span place, std::string_view words) {
    std::string changed = text;
    return changed.replace(place.begin, place.size(), words);
}

std::span<const Operator> operators_on_values() {
    return kOperators;
}

} // namespace docs_lint::tests

#include "facts/item_status.hpp"

#include "base/text.hpp"
#include "facts/asked_evidence.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string_view>
#include <vector>

namespace docs_lint::facts {
namespace {

/// Where the next item or gate begins, or the document ends.
std::size_t end_of_item(const ItemFacts& item, const DocumentFacts& document) {
    std::size_t end = document->text.size();
    const auto consider = [&](base::Span heading) {
        if (heading.begin > item.item->heading.begin) end = std::min(end, heading.begin);
    };
    for (const model::Gate& gate : document->gates) {
        consider(gate.heading);
        for (const model::GateItem& other : gate.items) consider(other.heading);
    }
    for (const model::Section& section : document->sections) consider(section.source);
    return end;
}

bool asks_for_result(const ItemFacts& item) {
    return item.definition != nullptr && asks_for(*item.definition, policy::EvidenceKind::result);
}

/// What stands before the first mark of punctuation, without glyphs.
std::string head_of(std::string_view value) {
    std::size_t end = 0;
    while (end < value.size() && std::string_view(",;:.(|").find(value[end]) == std::string_view::npos &&
           model::dash_at(value, end) == 0)
        ++end;
    return base::normalise_name(model::without_glyphs(value.substr(0, end)));
}

bool is_against(std::string_view value, const policy::SignOffFormat& format) {
    const std::string head = head_of(value);
    const auto says_so = [&](const std::vector<std::string>& words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return base::normalise_name(word) == head; });
    };
    return says_so(format.validation_fail) || says_so(format.status_open);
}

} // namespace

std::optional<ItemStatus> status_against_item(const ItemFacts& item, const DocumentFacts& document) {
    static const re2::RE2 line(
        R"((?im)^[ \t>*+_-]*((?:(?:item|pmo)\s+)?(?:status|state|outcome|verdict)|(?:test\s+)?result)[*_ \t]*:[*_ \t]*([^\n]*))");
    const std::size_t begin = item.item->heading.begin;
    const std::string_view text(document->text);
    const std::string_view whole = text.substr(begin, end_of_item(item, document) - begin);
    re2::StringPiece rest(whole.data(), whole.size());
    re2::StringPiece label;
    re2::StringPiece value;
    while (re2::RE2::FindAndConsume(&rest, line, &label, &value)) {
        const bool is_result = model::find_word({label.data(), label.size()}, "result").has_value();
        if ((is_result && !asks_for_result(item)) ||
            !is_against({value.data(), value.size()}, document.policy->sign_off))
            continue;
        const auto at = static_cast<std::size_t>(label.data() - text.data());
        const auto end = static_cast<std::size_t>(value.data() + value.size() - text.data());
        return ItemStatus{std::string(value), {at, end}};
    }
    return std::nullopt;
}

} // namespace docs_lint::facts

#include "base/text_edit.hpp"

#include <algorithm>

namespace docs_lint::base {

std::optional<std::string> apply_edits(std::string_view text, std::vector<TextEdit> edits) {
    std::sort(edits.begin(), edits.end(),
              [](const TextEdit& left, const TextEdit& right) { return left.span.begin < right.span.begin; });
    std::string edited;
    std::size_t at = 0;
    const TextEdit* before = nullptr;
    for (const TextEdit& edit : edits) {
        const bool meets = before != nullptr &&
                           (edit.span.begin < before->span.end || edit.span.begin == before->span.begin);
        if (meets || edit.span.end > text.size() || edit.span.begin > edit.span.end) return std::nullopt;
        edited += text.substr(at, edit.span.begin - at);
        edited += edit.text;
        at = edit.span.end;
        before = &edit;
    }
    edited += text.substr(at);
    return edited;
}

} // namespace docs_lint::base

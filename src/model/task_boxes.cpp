#include "base/text.hpp"
#include "model/record_readers.hpp"

#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;
using markdown::Text;

/// What is no tick leaves a box open: a blank, `~`, `?`. `[1]` and `[see]` are none.
void add_box(std::vector<TaskBox>& boxes, const Text& line) {
    static const re2::RE2 pattern(
        R"(\s*(?:[-*+]\s+|[0-9]+[.)]\s+)?(\[(?:[ \t]*|[xX]|[~?\-–—/]|✓|✔|✅|☑)\]|[☐☑⬜✅✔])(?:[\s\x{FE0F}]+(.*)|))");
    static const re2::RE2 tick(R"(\[?[xX✓✔✅☑]\]?)");
    const bool may_match =
        line.text.find('[') != std::string::npos || line.text.find('\xE2') != std::string::npos;
    if (!may_match) return; // most lines
    std::string mark;
    std::string text;
    if (!re2::RE2::FullMatch(line.text, pattern, &mark, &text)) return;
    boxes.push_back({re2::RE2::FullMatch(mark, tick), text, line.source});
}

} // namespace

std::vector<TaskBox> read_task_boxes(const BlockTree& tree) {
    std::vector<TaskBox> boxes;
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const auto& block = tree[index];
        const bool read = block.kind == BlockKind::paragraph || block.kind == BlockKind::code;
        for (const Text& line : block.lines)
            if (read) add_box(boxes, line);
        for (const auto& row : block.rows)
            for (const Text& cell : row.cells) add_box(boxes, cell);
    }
    return boxes;
}

} // namespace docs_lint::model

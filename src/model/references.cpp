#include "model/paths.hpp"
#include "model/record_readers.hpp"

#include <algorithm>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;
using markdown::Text;

void add_paths(std::vector<Reference>& references, const Text& line) {
    for (FoundPath& found : find_paths(line)) references.push_back({std::move(found.mention), false});
}

} // namespace

std::vector<Reference> read_references(const BlockTree& tree) {
    std::vector<Reference> references;
    for (const markdown::Link& link : tree.links())
        if (auto path = path_of_destination(link.destination, link.source))
            references.push_back({std::move(*path), true});
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const auto& block = tree[index];
        const bool prose = block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
        for (const Text& line : block.lines)
            if (prose) add_paths(references, line);
        for (const auto& row : block.rows)
            for (const Text& cell : row.cells) add_paths(references, cell);
    }
    std::stable_sort(references.begin(), references.end(), [](const Reference& left, const Reference& right) {
        return left.target.source.begin < right.target.source.begin;
    });
    return references;
}

} // namespace docs_lint::model

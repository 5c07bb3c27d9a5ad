// Reads arbitrary bytes as what a stranger's repository or a damaged index holds; the first byte says as
// what. They are refused, or what is read from them is sound.
#include "facts/packed_changes.hpp"
#include "git/commit_object.hpp"
#include "git/mailmap.hpp"
#include "git/packed_graph.hpp"
#include "git/tree_object.hpp"
#include "support/kept_bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace docs_lint;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void read_tree(std::string_view bytes) {
    const auto entries = git::parse_tree({}, bytes);
    if (!entries) return;
    for (const git::TreeEntry& entry : *entries) {
        require(!entry.name.empty() && entry.name.find('/') == std::string_view::npos);
        require(entry.name.data() >= bytes.data() &&
                entry.name.data() + entry.name.size() <= bytes.data() + bytes.size());
    }
    for (std::size_t at = 1; at < entries->size(); ++at)
        require(git::compare_order((*entries)[at - 1], (*entries)[at]) < 0);
}

void read_commit(std::string_view bytes) {
    const auto commit = git::parse_commit({}, bytes);
    require(commit.has_value() == git::parse_commit_text({}, bytes).has_value());
    const auto parts = git::split_signature({}, bytes);
    if (!parts || !*parts) return;
    require((*parts)->payload.size() + (*parts)->signature.size() <= bytes.size());
    const auto again = git::split_signature({}, (*parts)->payload);
    require(again.has_value() && !again->has_value()); // taken out whole
}

void read_graph(std::string_view bytes) {
    const auto graph = git::PackedGraph::open(tests::KeptBytes(std::string(bytes)).checked);
    for (std::size_t commit = 0; graph && commit < graph->size(); ++commit) {
        require(graph->in_order_of_ids(commit) < graph->size());
        for (const std::size_t parent : graph->parents(commit)) require(parent < commit);
        require(graph->commit(commit).parents.size() == graph->parents(commit).size());
    }
}

void read_changes(std::string_view bytes) {
    const auto changes = facts::PackedChanges::open(tests::KeptBytes(std::string(bytes)).checked);
    if (!changes) return;
    for (const auto& [path, of_path] : changes->all())
        for (const facts::PathChange& change : of_path) require(change.commit < changes->commits());
    static_cast<void>(changes->of("docs/a.md"));
}

void read_mailmap(std::string_view bytes) {
    const auto mailmap = git::Mailmap::parse(std::string(bytes));
    if (mailmap) static_cast<void>(mailmap->address_of("QA Lead", "qa-lead@example.org"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    constexpr void (*kReaders[])(std::string_view) = {read_tree, read_commit, read_graph, read_changes,
                                                      read_mailmap};
    kReaders[data[0] % std::size(kReaders)](bytes);
    return 0;
}

#include "git/tree_object.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace docs_lint::git {
namespace {

constexpr std::size_t kIdSize = 20;

std::optional<Mode> parse_mode(std::string_view digits) {
    unsigned value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 8);
    if (digits.empty() || problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    switch (value & 0170000U) {
    case 0040000:
        return Mode::tree;
    case 0100000:
        return (value & 0100U) != 0 ? Mode::executable : Mode::file;
    case 0120000:
        return Mode::link;
    case 0160000:
        return Mode::submodule;
    default:
        return std::nullopt;
    }
}

bool is_usable_name(std::string_view name) {
    if (name.empty() || name.find('/') != std::string_view::npos) return false;
    if (name.front() != '.') return true;
    return name != "." && name != ".." && !base::equals_ignoring_case(name, ".git");
}

/// The mode in front of an entry, which is taken off with its blank.
std::optional<Mode> take_mode(std::string_view& rest) {
    constexpr std::array<std::pair<std::string_view, Mode>, 2> kUsual = {
        {{"100644 ", Mode::file}, {"40000 ", Mode::tree}}};
    for (const auto& [digits, mode] : kUsual) {
        if (!rest.starts_with(digits)) continue;
        rest.remove_prefix(digits.size());
        return mode;
    }
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const auto mode = parse_mode(rest.substr(0, blank));
    rest.remove_prefix(blank + 1);
    return mode;
}

std::optional<TreeEntry> take_entry(std::string_view& rest) {
    const auto mode = take_mode(rest);
    const std::size_t nul = rest.find('\0');
    if (!mode || nul == std::string_view::npos || rest.size() - nul - 1 < kIdSize) return std::nullopt;
    TreeEntry entry{rest.substr(0, nul), *mode, {}};
    std::memcpy(entry.id.bytes.data(), rest.data() + nul + 1, kIdSize);
    rest.remove_prefix(nul + 1 + kIdSize);
    return entry;
}

/// A folder and a file of one name are not neighbours in git's order.
bool has_file_of_that_name(const std::vector<TreeEntry>& entries, const TreeEntry& folder) {
    const TreeEntry file{folder.name, Mode::file, {}};
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), file,
        [](const TreeEntry& left, const TreeEntry& right) { return compare_order(left, right) < 0; });
    return found != entries.end() && compare_order(*found, file) == 0;
}

base::Error malformed(const ObjectId& id, const std::string& what) {
    return {base::ErrorKind::unverifiable, fmt::format("tree {} is malformed: {}", to_hex(id), what),
            "run git fsck: no tool should have written this tree"};
}

} // namespace

int compare_order(const TreeEntry& left, const TreeEntry& right) {
    const std::size_t common = std::min(left.name.size(), right.name.size());
    if (const int order = left.name.substr(0, common).compare(right.name.substr(0, common)); order != 0)
        return order;
    const auto next = [common](const TreeEntry& entry) {
        if (entry.name.size() > common)
            return static_cast<int>(static_cast<unsigned char>(entry.name[common]));
        return entry.mode == Mode::tree ? static_cast<int>('/') : -1;
    };
    return next(left) - next(right);
}

base::Result<std::vector<TreeEntry>> parse_tree(const ObjectId& id, std::string_view bytes) {
    constexpr std::size_t kUsualEntry = 40; ///< bytes of mode, name and id
    std::vector<TreeEntry> entries;
    entries.reserve(bytes.size() / kUsualEntry + 1);
    while (!bytes.empty()) {
        auto entry = take_entry(bytes);
        if (!entry) return base::fail(malformed(id, "an entry without mode, name and object"));
        if (!is_usable_name(entry->name)) return base::fail(malformed(id, "a name that no folder can hold"));
        if (entry->id.is_zero()) return base::fail(malformed(id, "an entry that names no object"));
        if (!entries.empty() && compare_order(entries.back(), *entry) >= 0)
            return base::fail(malformed(id, "its entries are out of order"));
        if (entry->mode == Mode::tree && has_file_of_that_name(entries, *entry))
            return base::fail(malformed(id, "a file and a folder of one name"));
        entries.push_back(*entry);
    }
    return entries;
}

} // namespace docs_lint::git

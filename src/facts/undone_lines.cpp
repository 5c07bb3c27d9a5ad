#include "facts/undone_lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <utility>

namespace docs_lint::facts {
namespace {

using Counts = std::unordered_map<std::string_view, std::size_t>;

bool says_something(std::string_view line) {
    constexpr unsigned char kLastOfAscii = 0x7F;
    return std::any_of(line.begin(), line.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value > kLastOfAscii || std::isalnum(value) != 0;
    });
}

Counts count_of_lines(std::string_view text) {
    Counts counts;
    for (const std::string_view line : base::split(text, '\n'))
        if (says_something(line)) ++counts[base::trim(line)];
    return counts;
}

std::size_t count_in(const Counts& counts, std::string_view line) {
    const auto found = counts.find(line);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

LinesOfWork::LinesOfWork(std::string_view before, std::string_view after) {
    for (const auto& [line, count] : count_of_lines(before)) changed_[std::string(line)].before = count;
    for (const auto& [line, count] : count_of_lines(after)) changed_[std::string(line)].after = count;
    std::erase_if(changed_, [](const auto& one) { return one.second.before == one.second.after; });
    if (std::any_of(changed_.begin(), changed_.end(),
                    [](const auto& one) { return one.second.before < one.second.after; }))
        return;
    const std::set<Place> left = places_in(after);
    for (const Place& place : places_in(before))
        if (changed_.find(place[1]) != changed_.end() && left.count(place) == 0) places_.insert(place);
}

std::set<LinesOfWork::Place> LinesOfWork::places_in(std::string_view text) {
    std::set<Place> places;
    Place place;
    const auto follow_with = [&](std::string_view line) {
        place = {std::move(place[1]), std::move(place[2]), std::string(line)};
        places.insert(place);
    };
    for (const std::string_view line : base::split(text, '\n'))
        if (says_something(line)) follow_with(base::trim(line));
    follow_with({});
    return places;
}

bool LinesOfWork::is_undone_in(std::string_view text) const {
    const Counts counts = count_of_lines(text);
    const std::set<Place> places = places_.empty() ? std::set<Place>{} : places_in(text);
    return !changed_.empty() && std::includes(places.begin(), places.end(), places_.begin(), places_.end()) &&
           std::all_of(changed_.begin(), changed_.end(), [&](const auto& one) {
               const auto& [line, count] = one;
               const std::size_t now = count_in(counts, line);
               return count.before < count.after ? now <= count.before : now >= count.before;
           });
}

bool LinesOfWork::is_whole_in(std::string_view text) const {
    const Counts counts = count_of_lines(text);
    return std::all_of(changed_.begin(), changed_.end(), [&](const auto& one) {
        const auto& [line, count] = one;
        const std::size_t now = count_in(counts, line);
        return count.before < count.after ? now >= count.after : now <= count.after;
    });
}

bool LinesOfWork::takes_lines_out() const {
    return std::any_of(changed_.begin(), changed_.end(),
                       [](const auto& one) { return one.second.before > one.second.after; });
}

bool LinesOfWork::is_all_that_changed(std::string_view text, const std::vector<std::string>& parents) const {
    const Counts now = count_of_lines(text);
    std::vector<Counts> before;
    for (const std::string& parent : parents) before.push_back(count_of_lines(parent));
    const auto is_as_in_a_parent = [&](std::string_view line) {
        return changed_.find(line) != changed_.end() ||
               std::any_of(before.begin(), before.end(), [&](const Counts& parent) {
                   return count_in(parent, line) == count_in(now, line);
               });
    };
    const auto are_as_in_a_parent = [&](const Counts& counts) {
        return std::all_of(counts.begin(), counts.end(),
                           [&](const auto& one) { return is_as_in_a_parent(one.first); });
    };
    return are_as_in_a_parent(now) && std::all_of(before.begin(), before.end(), are_as_in_a_parent);
}

} // namespace docs_lint::facts

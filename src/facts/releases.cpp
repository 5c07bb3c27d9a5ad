#include "facts/releases.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <tuple>
#include <utility>

namespace docs_lint::facts {
namespace {

constexpr std::string_view kTags = "refs/tags/";
constexpr std::size_t kMostDigits = 9;

bool is_release(std::string_view name, const std::vector<policy::Expression>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const policy::Expression& pattern) { return pattern.matches_whole(name); });
}

bool comes_first(const ReleaseTag& left, const ReleaseTag& right) {
    const auto key = [](const ReleaseTag& tag) {
        return std::tuple(tag.graph_index.value_or(static_cast<std::size_t>(-1)), tag.number, tag.name);
    };
    return key(left) < key(right);
}

} // namespace

std::optional<ReleaseNumber> release_number(std::string_view text) {
    if (!base::find_moments(text).empty()) return std::nullopt;
    static const re2::RE2 pattern(R"((?:^|[^A-Za-z0-9.]|\b[A-Za-z]+[-_/ ]|\bv)([0-9]+(?:\.[0-9]+)*))");
    re2::StringPiece found;
    if (!re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &found))
        return std::nullopt;
    ReleaseNumber number;
    unsigned part = 0;
    std::size_t digits = 0;
    for (const char byte : found) {
        if (byte == '.') {
            number.push_back(std::exchange(part, 0));
            digits = 0;
        } else if (++digits > kMostDigits) {
            return std::nullopt;
        } else {
            part = part * 10 + static_cast<unsigned>(byte - '0');
        }
    }
    number.push_back(part);
    while (number.size() > 1 && number.back() == 0) number.pop_back();
    return number;
}

base::Result<std::vector<ReleaseTag>> read_release_tags(const git::Repository& repository,
                                                        const git::CommitGraph& graph,
                                                        const std::vector<policy::Expression>& patterns) {
    auto references = repository.references(std::string(kTags));
    if (!references) return base::fail(references.error());
    std::vector<ReleaseTag> tags;
    for (const git::Repository::Reference& reference : *references) {
        const std::string name =
            reference.name.starts_with(kTags) ? reference.name.substr(kTags.size()) : reference.name;
        if (!is_release(name, patterns)) continue;
        if (auto number = release_number(name))
            tags.push_back({name, std::move(*number), reference.commit, graph.find(reference.commit),
                            reference.problem});
    }
    std::sort(tags.begin(), tags.end(), comes_first);
    return tags;
}

} // namespace docs_lint::facts

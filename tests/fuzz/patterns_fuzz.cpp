// Reads the first line as a pattern that somebody wrote into a configuration, and holds it against the rest.
#include "base/path_pattern.hpp"
#include "policy/expression.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace docs_lint;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void match_path(std::string_view pattern, std::string_view path) {
    const auto parsed = base::PathPattern::parse(pattern);
    if (!parsed) return require(!parsed.error().message.empty());
    require(parsed->text() == pattern);
    require(parsed->matches(path) == parsed->match(path).has_value());
}

void search(std::string_view pattern, std::string_view text) {
    const auto parsed = policy::Expression::parse(pattern);
    if (!parsed) return require(!parsed.error().message.empty());
    require(!parsed->found_in(""));
    const auto first = parsed->find(text);
    require(!first || (first->begin < first->end && first->end <= text.size()));
    std::size_t end = 0;
    for (const auto& match : parsed->find_all(text)) {
        require(match.whole.begin >= end && match.whole.begin < match.whole.end &&
                match.whole.end <= text.size());
        end = match.whole.end;
    }
    require(first.has_value() == (end > 0));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(bytes.find('\n'), size);
    const std::string_view text = bytes.substr(std::min(line + 1, size));
    match_path(bytes.substr(0, line), text);
    search(bytes.substr(0, line), text);
    return 0;
}

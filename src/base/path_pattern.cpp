#include "base/path_pattern.hpp"

#include "base/item_id.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>
#include <re2/re2.h>
#include <set>
#include <vector>

namespace docs_lint::base {
namespace {

// An item's id: words that end in a number (`DEF-042`, `BLG-TECH-01`, `3.2`); otherwise all up to the next
// hyphen.
constexpr const char* kIdentifier = "(?:[A-Za-z]+-)*[0-9]+(?:[.][0-9]+)*[a-z]?|[^/-]+";

constexpr std::string_view kNotLiteral = "*?{";
constexpr std::size_t kLongestUncompiled = 1000; ///< bytes; such a pattern is far below any limit of RE2

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '_';
    });
}

/// A pattern taken apart: what every matching path begins with and ends in, and what lies between.
struct PatternParts {
    std::string_view prefix, middle, suffix;
};

PatternParts parts_of(std::string_view pattern) {
    const std::size_t first = pattern.find_first_of(kNotLiteral);
    if (first == std::string_view::npos) return {pattern, {}, {}};
    const std::size_t last = pattern.find_last_of("*?}");
    if (last == std::string_view::npos || last < first)
        return {pattern.substr(0, first), pattern.substr(first), {}};
    // `**/x` matches `x`, too: the slash is part of the wildcard.
    const bool folders = pattern.substr(first, last + 2 - first).ends_with("**/");
    const std::size_t end = last + (folders ? 2 : 1);
    return {pattern.substr(0, first), pattern.substr(first, end - first), pattern.substr(end)};
}

/// One step of the translation: the regular expression for the front of `rest`, which is taken off.
Result<std::string> translate_next(std::string_view& rest, std::set<std::string>& names) {
    const auto take = [&rest](std::size_t size) { rest.remove_prefix(size); };
    if (rest.starts_with("**/")) return take(3), "(?:[^/]+/)*";
    if (rest.starts_with("**")) return take(2), ".*";
    if (rest.starts_with("*")) return take(1), "[^/]*";
    if (rest.starts_with("?")) return take(1), "[^/]";
    if (!rest.starts_with("{")) {
        const std::string literal(rest.substr(0, 1));
        return take(1), re2::RE2::QuoteMeta(literal);
    }
    const std::size_t close = rest.find('}');
    if (close == std::string_view::npos || close == 1)
        return fail(ErrorKind::configuration, "a placeholder is not closed or has no name",
                    "write it as {name}, for instance {id}");
    const std::string name(rest.substr(1, close - 1));
    if (!is_name(name))
        return fail(ErrorKind::configuration, fmt::format("the placeholder {{{}}} has no usable name", name),
                    "placeholder names are letters, digits and _");
    if (!names.insert(name).second)
        return fail(ErrorKind::configuration, fmt::format("the placeholder {{{}}} is used twice", name),
                    "give each placeholder a name of its own");
    take(close + 1);
    return fmt::format("(?P<{}>{})", name, name == "id" ? item_id_or(kIdentifier) : "[^/]+?");
}

} // namespace

/// Compiled when a path first needs it, by whichever thread that is.
struct PathPattern::Program {
    std::string expression; ///< for what lies between the ends
    std::once_flag once;
    std::unique_ptr<const re2::RE2> compiled;

    const re2::RE2& get() {
        std::call_once(once, [this] {
            re2::RE2::Options options;
            options.set_log_errors(false);
            options.set_dot_nl(true);
            options.set_encoding(re2::RE2::Options::EncodingLatin1); // paths are bytes
            compiled = std::make_unique<const re2::RE2>(expression, options);
        });
        return *compiled;
    }
};

Result<PathPattern> PathPattern::parse(std::string_view text) {
    if (text.empty())
        return fail(ErrorKind::configuration, "the path pattern is empty", "name at least one path");
    auto program = std::make_shared<Program>();
    std::set<std::string> names;
    const PatternParts parts = parts_of(text);
    for (std::string_view rest = parts.middle; !rest.empty();) {
        auto part = translate_next(rest, names);
        if (!part) return fail(part.error());
        program->expression += *part;
    }
    if (text.size() > kLongestUncompiled && !program->get().ok())
        return fail(ErrorKind::configuration,
                    fmt::format("the path pattern \"{}\" cannot be used: {}", text, program->get().error()),
                    "make it shorter");
    PathPattern pattern;
    pattern.text_ = std::string(text);
    pattern.literal_prefix_ = std::string(parts.prefix);
    pattern.literal_suffix_ = std::string(parts.suffix);
    pattern.takes_anything_ = parts.middle == "**";
    pattern.program_ = std::move(program);
    return pattern;
}

std::optional<std::string_view> PathPattern::between_ends(std::string_view path) const {
    const std::size_t ends = literal_prefix_.size() + literal_suffix_.size();
    if (path.size() < ends || !path.starts_with(literal_prefix_) || !path.ends_with(literal_suffix_))
        return std::nullopt;
    return path.substr(literal_prefix_.size(), path.size() - ends);
}

bool PathPattern::matches(std::string_view path) const {
    const auto middle = between_ends(path);
    if (!middle || takes_anything_) return middle.has_value();
    if (program_->expression.empty()) return middle->empty();
    return re2::RE2::FullMatch(re2::StringPiece(middle->data(), middle->size()), program_->get());
}

bool PathPattern::begins_with(std::string_view front) const {
    return literal_prefix_.starts_with(front);
}

bool PathPattern::has_placeholder(std::string_view name) const {
    for (std::size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + 1))
        if (at > 0 && text_[at - 1] == '{' && text_.compare(at + name.size(), 1, "}") == 0) return true;
    return false;
}

std::optional<std::map<std::string, std::string>> PathPattern::match(std::string_view path) const {
    const auto middle = between_ends(path);
    if (!middle) return std::nullopt;
    const re2::RE2& program = program_->get();
    const int groups = program.NumberOfCapturingGroups();
    std::vector<std::string> values(static_cast<std::size_t>(groups));
    std::vector<re2::RE2::Arg> arguments;
    std::vector<const re2::RE2::Arg*> pointers;
    arguments.reserve(values.size());
    for (std::string& value : values) arguments.emplace_back(&value);
    for (const re2::RE2::Arg& argument : arguments) pointers.push_back(&argument);
    if (!re2::RE2::FullMatchN(re2::StringPiece(middle->data(), middle->size()), program, pointers.data(),
                              groups))
        return std::nullopt;
    std::map<std::string, std::string> found;
    for (const auto& [name, index] : program.NamedCapturingGroups())
        found[name] = values[static_cast<std::size_t>(index - 1)];
    return found;
}

} // namespace docs_lint::base

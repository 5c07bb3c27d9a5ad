#include "base/path_pattern.hpp"

#include <fmt/format.h>
#include <re2/re2.h>
#include <set>
#include <vector>

namespace docs_lint::base {
namespace {

// An item's id: words that end in a number (`DEF-042`, `BLG-TECH-01`, `3.2`); otherwise all up to the next
// hyphen.
constexpr std::string_view kIdentifier = "(?:[A-Za-z]+-)*[0-9]+(?:[.][0-9]+)*[a-z]?|[^/-]+";

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
    if (!names.insert(name).second)
        return fail(ErrorKind::configuration, fmt::format("the placeholder {{{}}} is used twice", name),
                    "give each placeholder a name of its own");
    take(close + 1);
    return fmt::format("(?P<{}>{})", name, name == "id" ? kIdentifier : "[^/]+?");
}

} // namespace

Result<PathPattern> PathPattern::parse(std::string_view text) {
    if (text.empty())
        return fail(ErrorKind::configuration, "the path pattern is empty", "name at least one path");
    std::string expression;
    std::set<std::string> names;
    for (std::string_view rest = text; !rest.empty();) {
        auto part = translate_next(rest, names);
        if (!part) return fail(part.error());
        expression += *part;
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_dot_nl(true);
    options.set_encoding(re2::RE2::Options::EncodingLatin1); // paths are bytes
    auto program = std::make_shared<const re2::RE2>(expression, options);
    if (!program->ok())
        return fail(ErrorKind::configuration,
                    fmt::format("the path pattern \"{}\" cannot be used: {}", text, program->error()),
                    "placeholder names are letters, digits and _, each used once");
    PathPattern pattern;
    pattern.text_ = std::string(text);
    pattern.literal_prefix_ = std::string(text.substr(0, text.find_first_of("*?{")));
    pattern.program_ = std::move(program);
    return pattern;
}

bool PathPattern::may_match(std::string_view path) const {
    return path.starts_with(literal_prefix_);
}

bool PathPattern::matches(std::string_view path) const {
    return may_match(path) && re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *program_);
}

std::optional<std::map<std::string, std::string>> PathPattern::match(std::string_view path) const {
    if (!may_match(path)) return std::nullopt;
    const int groups = program_->NumberOfCapturingGroups();
    std::vector<std::string> values(static_cast<std::size_t>(groups));
    std::vector<re2::RE2::Arg> arguments;
    std::vector<const re2::RE2::Arg*> pointers;
    arguments.reserve(values.size());
    for (std::string& value : values) arguments.emplace_back(&value);
    for (const re2::RE2::Arg& argument : arguments) pointers.push_back(&argument);
    if (!re2::RE2::FullMatchN(re2::StringPiece(path.data(), path.size()), *program_, pointers.data(), groups))
        return std::nullopt;
    std::map<std::string, std::string> found;
    for (const auto& [name, index] : program_->NamedCapturingGroups())
        found[name] = values[static_cast<std::size_t>(index - 1)];
    return found;
}

} // namespace docs_lint::base

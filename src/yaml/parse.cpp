#include "yaml/scan.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <sstream>
#include <tuple>
#include <unordered_map>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace docs_lint::yaml {
namespace {

constexpr std::size_t kDeepest = 32;
constexpr const char* kAliases = "aliases are not allowed";
constexpr const char* kAliasHelp = "write the value out, or quote it";

std::size_t line_of(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(mark.line, 0)) + 1;
}
std::size_t column_of(const YAML::Mark& mark) {
    return static_cast<std::size_t>(std::max(mark.column, 0)) + 1;
}

/// Leaves the library's parser, which knows no other way to stop; caught in `parse`.
struct Refused {
    Refusal refusal;
};

/// `text` begins with a quote, whose fellow stands on the same line.
bool closes_on_its_line(std::string_view text) {
    const char quote = text.front();
    for (std::size_t at = 1; at < text.size() && text[at] != '\n'; ++at) {
        const bool escapes = quote == '"' ? text[at] == '\\' : text.substr(at, 2) == "''";
        if (escapes)
            ++at;
        else if (text[at] == quote)
            return true;
    }
    return false;
}

/// Builds the tree from the parser's events and refuses what is not allowed at the moment it comes, so that
/// nothing is ever expanded or read further than that.
class TreeBuilder : public YAML::EventHandler {
public:
    explicit TreeBuilder(std::string_view text) : text_(text) {}

    [[nodiscard]] Node take_root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1)
            refuse(mark, "a second document or trailing content follows the first",
                   "keep one document a file");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        check_properties(mark, anchor);
        add(make(mark, NodeKind::null));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, kAliases, kAliasHelp); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        check_properties(mark, anchor, tag);
        check_extent(mark, value);
        Node node = make(mark, NodeKind::scalar);
        node.quoted = tag == "!";
        node.scalar = value;
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        check_properties(mark, anchor, tag);
        open(make(mark, NodeKind::sequence));
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        check_properties(mark, anchor, tag);
        open(make(mark, NodeKind::mapping));
    }
    void OnMapEnd() override { close(); }

private:
    /// A collection that is not closed yet, and the key that waits for its value.
    struct Open {
        Node node;
        std::optional<Node> key;
        std::unordered_map<std::string, std::size_t> lines_of_keys;
    };

    [[noreturn]] static void refuse(const Node& at, std::string message, std::string help) {
        throw Refused{{at.line, at.column, std::move(message), std::move(help)}};
    }
    [[noreturn]] static void refuse(const YAML::Mark& mark, std::string message, std::string help) {
        refuse(make(mark, NodeKind::null), std::move(message), std::move(help));
    }

    static Node make(const YAML::Mark& mark, NodeKind kind) {
        Node node;
        node.kind = kind;
        node.line = line_of(mark);
        node.column = column_of(mark);
        return node;
    }

    /// Anchors and tags. The library gives the tag `!` to a quoted scalar too, so the text decides.
    void check_properties(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag = "?") const {
        const auto at = static_cast<std::size_t>(mark.pos);
        const char first = at < text_.size() ? text_[at] : '\0';
        if (anchor != 0 || first == '&')
            refuse(mark, "anchors are not allowed", "leave the anchor out, or quote the value");
        if (first == '!' || (tag != "?" && tag != "!" && !tag.empty()))
            refuse(mark, "tags are not allowed", "leave the tag out, or quote the value");
    }

    /// Values stay on their line (block scalars say by `|` or `>` that they do not): the library would take a
    /// quote that nobody closed for closed at the end of the file, and join a badly indented line to the one
    /// before it.
    void check_extent(const YAML::Mark& mark, const std::string& value) const {
        const std::string_view rest =
            text_.substr(std::min(static_cast<std::size_t>(mark.pos), text_.size()));
        if (rest.starts_with('|') || rest.starts_with('>')) return;
        const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
        if (quoted && !closes_on_its_line(rest))
            refuse(mark, "the quote is not closed on its line",
                   "close it, or write a long text as a block with >");
        if (!quoted && !rest.starts_with(value))
            refuse(mark, "the value runs over several lines",
                   "correct the indentation, or write a block with >");
    }

    void open(Node node) {
        if (!open_.empty() && open_.back().node.kind == NodeKind::mapping && !open_.back().key)
            refuse(node, "a key must be plain text", "write it as key: value");
        if (open_.size() >= kDeepest)
            refuse(node, fmt::format("the nesting is deeper than {} levels", kDeepest), "write it flatter");
        open_.push_back({std::move(node), std::nullopt, {}});
    }
    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }
    void add(Node node) {
        if (open_.empty()) return void(root_ = std::move(node));
        Open& parent = open_.back();
        if (parent.node.kind == NodeKind::sequence) return parent.node.items.push_back(std::move(node));
        if (!parent.key) return void(parent.key = check_key(parent, std::move(node)));
        if (node.kind == NodeKind::null)
            std::tie(node.line, node.column) = std::tie(parent.key->line, parent.key->column);
        parent.node.members.push_back({std::move(*parent.key), std::move(node)});
        parent.key.reset();
    }
    static Node check_key(Open& parent, Node key) {
        if (key.kind != NodeKind::scalar) refuse(key, "a key must be plain text", "write it as key: value");
        if (key.scalar == "<<" && !key.quoted)
            refuse(key, "merge keys are not allowed", "write the values out");
        const auto [earlier, is_new] = parent.lines_of_keys.emplace(key.scalar, key.line);
        if (!is_new)
            refuse(key,
                   fmt::format("the key \"{}\" stands twice, first in line {}", key.scalar, earlier->second),
                   "keep one of them");
        return key;
    }

    std::string_view text_;
    int documents_ = 0;
    std::vector<Open> open_;
    Node root_ = make(YAML::Mark(), NodeKind::null);
};

base::Error to_error(std::string_view name, const Refusal& refusal) {
    return {base::ErrorKind::configuration,
            fmt::format("{}:{}:{}: {}", name, refusal.line, refusal.column, refusal.message), refusal.help};
}

Refusal to_refusal(const YAML::Exception& exception) {
    // Aliases of anchors that there are none never reach the builder.
    const bool alias = exception.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR;
    if (alias) return {line_of(exception.mark), column_of(exception.mark), kAliases, kAliasHelp};
    return {line_of(exception.mark), column_of(exception.mark),
            fmt::format("this is not YAML: {}", exception.msg), "look for a missing quote, bracket or colon"};
}

Node build(std::string_view text) {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    TreeBuilder builder(text);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.take_root();
}

} // namespace

std::string library_version() {
    return DOCS_LINT_YAML_CPP_VERSION;
}

base::Result<Node> parse(std::string_view text, std::string_view name) {
    if (const auto refusal = find_refused_text(text)) return base::fail(to_error(name, *refusal));
    try {
        return build(text);
    } catch (const Refused& refused) {
        return base::fail(to_error(name, refused.refusal));
    } catch (const YAML::Exception& exception) {
        return base::fail(to_error(name, to_refusal(exception)));
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorKind::failure,
                          fmt::format("{}: could not be read: {}", name, exception.what()));
    }
}

} // namespace docs_lint::yaml

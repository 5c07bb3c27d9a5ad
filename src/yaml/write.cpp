#include "yaml/write.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/scan.hpp"

#include <fmt/format.h>
#include <yaml-cpp/emitter.h>

namespace docs_lint::yaml {
namespace {

constexpr std::size_t kWidth = 110;
constexpr std::size_t kStep = 2;

/// The library knows what has to be quoted. Its layout is our own: it puts comments where they belong to
/// nothing.
std::string quoted(std::string_view scalar, bool on_one_line) {
    YAML::Emitter emitter;
    if (on_one_line) emitter << YAML::Flow << YAML::BeginSeq;
    emitter << std::string(scalar);
    if (on_one_line) emitter << YAML::EndSeq;
    const std::string text = emitter.c_str();
    return on_one_line ? text.substr(1, text.size() - 2) : text;
}

std::string inline_text(const Draft& value) {
    std::string text;
    const auto joint = [&text] { return text.empty() ? "" : ", "; };
    switch (value.kind) {
    case NodeKind::sequence:
        for (const Draft& item : value.items) text += joint() + inline_text(item);
        return "[" + text + "]";
    case NodeKind::mapping:
        for (const auto& [key, member] : value.members)
            text += fmt::format("{}{}: {}", joint(), quoted(key, true), inline_text(member));
        return "{" + text + "}";
    default:
        return quoted(value.scalar, true);
    }
}

class Writer {
public:
    void comment(std::string_view text, std::size_t indent) {
        if (text.empty()) {
            text_ += "\n";
            return;
        }
        std::string line;
        const auto flush = [&] {
            text_ += fmt::format("{:{}}#{}\n", "", indent, line);
            line.clear();
        };
        const std::string shown = base::escape_invisible(text);
        for (const std::string_view word : base::split(shown, ' ')) {
            if (!line.empty() && indent + line.size() + word.size() > kWidth) flush();
            line += fmt::format(" {}", word);
        }
        flush();
    }

    void members(const Draft& mapping, std::size_t indent) {
        bool first = true;
        for (const auto& [key, value] : mapping.members) {
            if (!(first && open_dash_)) comments(value, indent);
            begin_line(indent, first);
            text_ += quoted(key, false) + ":";
            content(value, indent);
            first = false;
        }
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void comments(const Draft& value, std::size_t indent) {
        for (const std::string& line : value.above) comment(line, indent);
    }

    /// The first member of a mapping in a list stands behind the dash.
    void begin_line(std::size_t indent, bool first) {
        if (!(first && open_dash_)) text_ += std::string(indent, ' ');
        open_dash_ = false;
    }

    void end_line(const Draft& value) {
        if (!value.behind.empty()) text_ += "  # " + base::escape_invisible(value.behind);
        text_ += "\n";
    }

    void content(const Draft& value, std::size_t indent) {
        const bool block = !value.on_one_line &&
                           (value.kind == NodeKind::mapping ? !value.members.empty() : !value.items.empty());
        if (!block) {
            text_ +=
                " " + (value.kind == NodeKind::scalar ? quoted(value.scalar, false) : inline_text(value));
            end_line(value);
            return;
        }
        end_line(value);
        if (value.kind == NodeKind::mapping) return members(value, indent + kStep);
        for (const Draft& item : value.items) list_item(item, indent + kStep);
    }

    void list_item(const Draft& item, std::size_t indent) {
        comments(item, indent);
        text_ += std::string(indent, ' ') + "-";
        if (item.kind != NodeKind::mapping || item.on_one_line) return content(item, indent);
        text_ += " ";
        open_dash_ = true;
        members(item, indent + kStep);
    }

    std::string text_;
    bool open_dash_ = false;
};

} // namespace

Draft draft_of(std::string_view scalar, std::string_view behind) {
    Draft draft;
    draft.kind = NodeKind::scalar;
    draft.scalar = scalar;
    draft.behind = behind;
    return draft;
}

Draft draft_of(const std::vector<std::string>& scalars) {
    Draft draft;
    draft.kind = NodeKind::sequence;
    draft.on_one_line = true;
    for (const std::string& scalar : scalars) draft.items.push_back(draft_of(scalar));
    return draft;
}

std::string write(const Draft& root) {
    Writer writer;
    for (const std::string& line : root.above) writer.comment(line, 0);
    writer.members(root, 0);
    return writer.take();
}

bool can_write(std::string_view scalar) {
    constexpr std::size_t kLongest = 1000;
    return !base::trim(scalar).empty() && scalar.size() <= kLongest &&
           scalar.find_first_of("\r\n") == std::string_view::npos && !find_refused_text(scalar);
}

} // namespace docs_lint::yaml

#include "git/commit_object.hpp"

#include "base/text.hpp"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace docs_lint::git {
namespace {

base::Error malformed(const ObjectId& id, const std::string& what) {
    return {base::ErrorKind::unverifiable, fmt::format("commit {} is malformed: {}", to_hex(id), what),
            "run git fsck: no tool should have written this commit"};
}

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

/// What stands behind `name` and a blank, if the line begins so.
std::optional<std::string_view> value_of(std::string_view line, std::string_view name) {
    if (line.substr(0, name.size()) != name || line.substr(name.size(), 1) != " ") return std::nullopt;
    return line.substr(name.size() + 1);
}

int parse_zone(std::string_view zone) {
    int digits = 0;
    if (zone.size() < 2 || (zone[0] != '+' && zone[0] != '-')) return 0;
    const auto [end, problem] = std::from_chars(zone.data() + 1, zone.data() + zone.size(), digits);
    if (problem != std::errc{} || end != zone.data() + zone.size() || digits < 0) return 0;
    const int minutes = digits / 100 * 60 + digits % 100;
    return zone[0] == '-' ? -minutes : minutes;
}

std::optional<base::Instant> parse_instant(std::string_view text) {
    base::Instant instant;
    text = base::trim(text);
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), instant.seconds);
    if (problem != std::errc{} || instant.seconds < 0) return std::nullopt;
    const auto zone = text.substr(static_cast<std::size_t>(end - text.data()));
    if (!zone.empty() && zone.front() != ' ') return std::nullopt;
    instant.offset_minutes = parse_zone(base::trim(zone));
    return instant;
}

/// A line that names somebody and a time; a part of the commit's bytes.
struct Signature {
    std::string_view name;
    std::string_view email;
    base::Instant when;
};

std::optional<Signature> parse_signature(std::string_view text) {
    const std::size_t open = text.find('<');
    const std::size_t close = text.rfind('>');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    const auto when = parse_instant(text.substr(close + 1));
    if (!when) return std::nullopt;
    return Signature{base::trim(text.substr(0, open)), text.substr(open + 1, close - open - 1), *when};
}

std::string subject_of(std::string_view message) {
    while (!message.empty() && message.front() == '\n') message.remove_prefix(1);
    return std::string(base::trim(take_line(message)));
}

/// The header in git's own order; every read leaves `rest` behind the line that it took.
class Reader {
public:
    Reader(const ObjectId& id, std::string_view bytes) : rest_(bytes) { commit_.id = id; }

    base::Result<void> read() {
        if (const char* const problem = read_header(); problem != nullptr)
            return base::fail(malformed(commit_.id, problem));
        commit_.authored_at = author_.when;
        commit_.committed_at = committer_.when;
        return {};
    }

    Commit take() { return std::move(commit_); }

    [[nodiscard]] CommitText text() const {
        return {std::string(author_.name), std::string(author_.email), subject_of(rest_)};
    }

private:
    const char* read_header() {
        if (!read_id("tree", commit_.tree)) return "no tree line";
        for (ObjectId parent; value_of(next(), "parent");) {
            if (!read_id("parent", parent)) return "a parent that is no object name";
            commit_.parents.push_back(parent);
        }
        if (!read_signature("author", author_)) return "no author line with name, address and date";
        if (value_of(next(), "author")) return "two author lines";
        if (!read_signature("committer", committer_)) return "no committer line with name, address and date";
        return read_extra_lines();
    }

    const char* read_extra_lines() {
        while (!rest_.empty() && rest_.front() != '\n') {
            const std::string_view line = take_line(rest_);
            if (line.find('\0') != std::string_view::npos) return "a NUL byte in its header";
            if (value_of(line, "author")) return "two author lines";
            if (value_of(line, "committer")) return "two committer lines";
            if (value_of(line, "tree") || value_of(line, "parent"))
                return "a tree or parent line out of place";
        }
        return nullptr;
    }

    [[nodiscard]] std::string_view next() const { return rest_.substr(0, rest_.find('\n')); }

    bool read_id(std::string_view name, ObjectId& into) {
        const auto value = value_of(take_line(rest_), name);
        const auto id = value ? parse_object_id(*value) : std::nullopt;
        if (id) into = *id;
        return id.has_value();
    }

    bool read_signature(std::string_view name, Signature& into) {
        const auto value = value_of(take_line(rest_), name);
        if (!value || value->find('\0') != std::string_view::npos) return false;
        const auto signature = parse_signature(*value);
        if (signature) into = *signature;
        return signature.has_value();
    }

    std::string_view rest_;
    Commit commit_;
    Signature author_;
    Signature committer_;
};

} // namespace

base::Result<Commit> parse_commit(const ObjectId& id, std::string_view bytes) {
    Reader reader(id, bytes);
    if (const auto read = reader.read(); !read) return base::fail(read.error());
    return reader.take();
}

base::Result<CommitText> parse_commit_text(const ObjectId& id, std::string_view bytes) {
    Reader reader(id, bytes);
    if (const auto read = reader.read(); !read) return base::fail(read.error());
    return reader.text();
}

base::Result<std::optional<SignedCommit>> split_signature(const ObjectId& id, std::string_view bytes) {
    enum class In { other, signature, foreign_signature };
    SignedCommit parts;
    std::size_t signatures = 0;
    In in = In::other;
    while (!bytes.empty() && bytes.front() != '\n') {
        const std::string_view whole = bytes;
        std::string_view line = take_line(bytes);
        const std::string_view with_end = whole.substr(0, whole.size() - bytes.size());
        const bool continued = line.starts_with(' ');
        if (const auto value = value_of(line, "gpgsig"); value && ++signatures > 0) {
            in = In::signature;
            line = *value;
        } else if (!continued) {
            in = line.starts_with("gpgsig") ? In::foreign_signature : In::other;
        } else if (in == In::signature) {
            line.remove_prefix(1);
        }
        if (in == In::signature)
            parts.signature.append(line).append("\n");
        else if (in == In::other)
            parts.payload.append(with_end);
    }
    parts.payload.append(bytes);
    if (signatures > 1) return base::fail(malformed(id, "two signatures"));
    return signatures == 0 ? std::nullopt : std::optional(std::move(parts));
}

} // namespace docs_lint::git

#include "support/fixture_edits.hpp"

#include "support/scratch.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

void append_utf8(std::string& text, unsigned long code) {
    const auto add = [&text](unsigned long byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (code < 0x80) return add(code);
    if (code < 0x800) {
        add(0xC0 | (code >> 6));
        return add(0x80 | (code & 0x3F));
    }
    if (code >= 0x10000) {
        add(0xF0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3F));
    } else {
        add(0xE0 | (code >> 12));
    }
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
}

std::string unescape(const std::string& line) {
    std::string text;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = line.find('}', at);
        if (line.compare(at, 3, "\\u{") == 0 && end != std::string::npos) {
            append_utf8(text, std::stoul(line.substr(at + 3, end - at - 3), nullptr, 16));
            at = end + 1;
        } else if (line.compare(at, 2, "\\r") == 0) {
            text += '\r';
            at += 2;
        } else {
            text += line[at++];
        }
    }
    return text;
}

/// `-` taken out, `+` put in, a blank: stays; 0 for any other line.
char mark_of(const std::string& line) {
    if (line.empty() || (line.size() > 1 && line[1] != ' ')) return 0;
    return line[0] == '-' || line[0] == '+' || line[0] == ' ' ? line[0] : '\0';
}

std::string content_of(const std::string& line) {
    return unescape(line.size() < 2 ? "" : line.substr(2)) + "\n";
}

/// Whole lines only: the match begins at the beginning of a line.
std::vector<std::size_t> places_of(const std::string& text, const std::string& lines) {
    std::vector<std::size_t> places;
    for (std::size_t at = text.find(lines); at != std::string::npos; at = text.find(lines, at + 1))
        if (at == 0 || text[at - 1] == '\n') places.push_back(at);
    return places;
}

void apply(const FixtureEdits::Edit& edit, const fs::path& file) {
    std::string text = read_file(file);
    const auto places = places_of(text, edit.before);
    if (places.size() != 1)
        throw std::runtime_error("these lines stand " + std::to_string(places.size()) + " times in " +
                                 file.filename().string() + ":\n" + edit.before);
    write_file(file, text.replace(places.front(), edit.before.size(), edit.after));
}

} // namespace

FixtureEdits parse_edits(std::string_view text) {
    FixtureEdits result;
    std::istringstream lines{std::string(text)};
    std::string file;
    bool open = false; // the last line belongs to the edit that stands last
    for (std::string line; std::getline(lines, line);) {
        const char mark = mark_of(line);
        if (mark != 0) {
            if (!open) result.edits.push_back({file, "", ""});
            if (mark != '+') result.edits.back().before += content_of(line);
            if (mark != '-') result.edits.back().after += content_of(line);
        } else if (line.compare(0, 6, "base: ") == 0) {
            result.base = line.substr(6);
        } else if (line.compare(0, 6, "file: ") == 0) {
            file = line.substr(6);
        } else if (!line.empty()) {
            throw std::runtime_error("no line of an edit: " + line);
        }
        open = mark != 0;
    }
    for (const FixtureEdits::Edit& edit : result.edits)
        if (edit.before.empty())
            throw std::runtime_error("an edit needs a line that is out or stays:\n" + edit.after);
    if (result.base.empty()) throw std::runtime_error("edits without `base: ...`");
    return result;
}

void apply_edits(const FixtureEdits& edits, const fs::path& base, const fs::path& target) {
    copy_files(base, target);
    const auto files = relative_files_below(base);
    for (const FixtureEdits::Edit& edit : edits.edits) {
        if (edit.file.empty() && files.size() != 1)
            throw std::runtime_error("edits of a base with several files need `file: ...`");
        apply(edit, target / (edit.file.empty() ? files.front() : fs::path(edit.file)));
    }
}

std::vector<fs::path> relative_files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_symlink() || !entry.is_directory())
            files.push_back(entry.path().lexically_relative(folder));
    std::sort(files.begin(), files.end());
    return files;
}

void copy_files(const fs::path& from, const fs::path& to) {
    for (const fs::path& file : relative_files_below(from)) {
        fs::create_directories((to / file).parent_path());
        fs::remove(to / file);
        fs::copy(from / file, to / file, fs::copy_options::copy_symlinks);
    }
}

} // namespace docs_lint::tests

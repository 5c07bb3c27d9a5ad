#include "support/source_files.hpp"

#include "support/scratch.hpp"

#include <algorithm>
#include <sstream>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

/// What git does not hold, or what is none of our text.
bool is_skipped(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name == ".git" || name == ".cache" || name == "__pycache__" ||
           fs::exists(folder / "CMakeCache.txt") ||
           (name == "build" && folder.parent_path() == source_root());
}

/// Where the reader of C++ stands.
enum class Place { code, text, character, block_comment };

/// Takes the comments out of one line; `place` goes on from line to line. Raw strings count as strings up to
/// their first quote, which is enough to find words in them.
std::string without_comments(const std::string& line, Place& place) {
    std::string code;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char next = at + 1 < line.size() ? line[at + 1] : '\0';
        if (place == Place::block_comment) {
            if (line[at] != '*' || next != '/') continue;
            place = Place::code;
            ++at;
            continue;
        }
        if (place == Place::code && line[at] == '/' && next == '/') break;
        if (place == Place::code && line[at] == '/' && next == '*') {
            place = Place::block_comment;
            ++at;
            continue;
        }
        code += line[at];
        if (place != Place::code && line[at] == '\\' && next != '\0')
            code += line[++at];
        else if (place == Place::code && line[at] == '"')
            place = Place::text;
        else if (place == Place::code && line[at] == '\'' &&
                 !(at > 0 && std::isalnum(static_cast<unsigned char>(line[at - 1])) != 0))
            place = Place::character;
        else if ((place == Place::text && line[at] == '"') || (place == Place::character && line[at] == '\''))
            place = Place::code;
    }
    if (place == Place::text || place == Place::character) place = Place::code;
    return code;
}

} // namespace

fs::path source_root() {
    return DOCS_LINT_SOURCE_DIR;
}

std::vector<std::string> source_files(const std::string& folder, const std::string& ending) {
    std::vector<std::string> files;
    const fs::path start = folder.empty() ? source_root() : source_root() / folder;
    for (auto entry = fs::recursive_directory_iterator(start); entry != fs::recursive_directory_iterator();
         ++entry) {
        if (!entry->is_symlink() && entry->is_directory()) {
            if (is_skipped(entry->path())) entry.disable_recursion_pending();
            continue;
        }
        if (entry->path().filename() == ".git") continue; // of a linked worktree
        const std::string path = entry->path().lexically_relative(source_root()).string();
        const bool fits = path.size() >= ending.size() &&
                          path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
        if (fits && !entry->is_symlink()) files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<SourceLine> lines_of_source(const std::string& file) {
    std::istringstream stream(read_file(source_root() / file));
    std::vector<SourceLine> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back({lines.size() + 1, line});
    return lines;
}

std::vector<SourceLine> lines_of_code(const std::string& file) {
    std::vector<SourceLine> lines = lines_of_source(file);
    Place place = Place::code;
    for (SourceLine& line : lines) line.text = without_comments(line.text, place);
    return lines;
}

std::string place_of(const std::string& file, const SourceLine& line) {
    return file + ":" + std::to_string(line.number);
}

} // namespace docs_lint::tests

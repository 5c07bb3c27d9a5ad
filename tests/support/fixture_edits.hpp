#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docs_lint::tests {

/// The changes that make a fixture out of a tidy one, so that a reader sees nothing but the difference:
///
///     base: defect-at-gate-t                    a folder of fixtures/records, or an earlier step of the same
///     history file: docs/a.md                           optional where the base holds one file
///
///     - **Status:** Active                      out
///     + **Status:** Filed                       in its place
///       **Filed:** 2026-03-09                   stays (two blanks in front)
///
/// An empty line ends an edit. Its lines that are out or stay must stand in the file exactly once, one after
/// the other.
/// `\u{200B}` stands for that character, `\r` for a carriage return. A file may hold the head alone: it is
/// the base as it is.
struct FixtureEdits {
    std::string base;
    struct Edit {
        std::string file; ///< empty: the only one
        std::string before;
        std::string after;
    };
    std::vector<Edit> edits;
};

/// Throws where the text has another form.
FixtureEdits parse_edits(std::string_view text);

/// Copies the base and changes the copy. `base` is the folder of files that `edits.base` names.
void apply_edits(const FixtureEdits& edits, const std::filesystem::path& base,
                 const std::filesystem::path& target);

/// All files below a folder, links included, as sorted relative paths.
std::vector<std::filesystem::path> relative_files_below(const std::filesystem::path& folder);

/// Copies files as git sees them: content, links, executable or not.
void copy_files(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace docs_lint::tests

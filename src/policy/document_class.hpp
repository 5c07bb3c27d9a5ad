#pragma once

#include "base/path_pattern.hpp"
#include "policy/deviations.hpp"
#include "policy/expression.hpp"
#include "policy/lessons.hpp"
#include "policy/process_template.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// A header field of a class, under any of its names; the first one is how it is called.
struct FieldRule {
    std::vector<std::string> names; ///< `Owner`, or `Created`, `Date filed` where either will do
    bool required = true;
    bool due_at_filing = false; ///< until the document is filed, a dash may stand for the value
};

/// A section that a class asks for, under any of its titles; the first one is how it is called.
struct RequiredSection {
    std::vector<std::string> titles;
};

/// Something that the text of a document has to say, in whatever place.
struct Notice {
    std::string about;                      ///< behind "nothing here says": `that detail is indicative`
    std::vector<Expression> patterns;       ///< any of them says it
    std::vector<std::string> when_statuses; ///< only a document in one of them; empty: in every status
};

/// How a document of the class becomes immutable.
struct Filing {
    std::vector<std::string> statuses;    ///< `Filed`: values of the status field that file it
    std::vector<std::string> date_fields; ///< `Filed`, `Date filed`: fields whose date files it
    bool date_alone_files = false;        ///< filed by its date even where no status says so
    /// A level-2 section under this heading may be appended after filing, if the team declares one; all else
    /// stays.
    std::optional<std::string> amendment_section;
};

/// Whether documents of a class keep a change log.
enum class ChangeLogDuty {
    none,     ///< theirs, if there is one, is nobody's business
    optional, ///< it is judged where there is one
    required,
};

/// What a kind of document must look like. A document's class follows from its path alone, so that a document
/// cannot reclassify itself. Source: the document lifecycle guide's classes, and §9 of the role charter.
struct DocumentClass {
    std::string id;    ///< `phase-gate-document`
    std::string title; ///< `Phase gate document`
    int number = 0;    ///< of the lifecycle guide: 1 Canonical ... 7 Delivery Record
    std::vector<base::PathPattern> paths;
    std::vector<base::PathPattern> excluded_paths;
    bool header_required = true;
    std::vector<FieldRule> fields;
    std::vector<std::string> status_fields;  ///< names of the field that holds the status
    std::vector<std::string> statuses;       ///< what the status field may say, in the order of its life
    std::vector<std::string> no_return_from; ///< statuses behind which only later ones may follow
    ChangeLogDuty change_log = ChangeLogDuty::none;
    std::optional<Filing> filing;          ///< nothing: the class has no filed state
    std::vector<RequiredSection> sections; ///< that every document of the class has
    std::vector<Notice> notices;
    std::vector<base::PathPattern> named;            ///< its naming convention; empty: any path will do
    std::string process;                             ///< id of the process whose gates it records, or empty
    std::optional<ProcessTemplate> process_template; ///< or the template that defines it
    std::vector<std::string>
        process_version_fields; ///< header fields that say which version of the process a record follows
    bool records_gates = false; ///< it holds sign-offs, with or without a known process
    bool is_template = false;   ///< it defines a format: placeholders in it are no faults
    bool is_canonical_specification = false; ///< the spec that comes before the fix
    std::optional<Lessons> lessons;          ///< it records the review of a delivery
    std::optional<Deviations> deviations;    ///< it lists where the product differs from it
    bool is_dated =
        false; ///< what it says holds for its day (a decision); so it is where a class can be filed
    std::vector<std::string> writers;        ///< role ids that may change it; empty: every role
    std::vector<std::string> barred_writers; ///< role ids that may not, whatever `writers` says

    /// A Markdown file (`.md`, `.markdown`, in any case) whose path matches; other files are no documents.
    [[nodiscard]] bool covers(std::string_view path) const;
    /// The same of a path that has gone through `with_plain_ending`.
    [[nodiscard]] bool covers_plain(const std::string& path) const;
    /// The path follows the class's naming convention, its ending included.
    [[nodiscard]] bool is_well_named(std::string_view path) const;
    /// There is no return from this status: a document that has it is out of force for good.
    [[nodiscard]] bool is_final_status(std::string_view status) const;
    /// The item id that the path names by `{id}`, or nothing.
    [[nodiscard]] std::optional<std::string> item_id(std::string_view path) const;
};

/// The path with its Markdown ending written as `.md`; nothing for a file that is no Markdown. `.MD`,
/// `.markdown` and a trailing blank are Markdown, too, so that no record leaves its class by its ending.
std::optional<std::string> with_plain_ending(std::string_view path);

/// Markdown by its ending; other files are no documents.
bool is_markdown(std::string_view path);

} // namespace docs_lint::policy

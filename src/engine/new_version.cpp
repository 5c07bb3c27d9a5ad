#include "base/text.hpp"
#include "base/utf8.hpp"
#include "engine/change_log_rows.hpp"
#include "engine/new_rows.hpp"
#include "model/version_text.hpp"
#include "rules/change_logs.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using base::TextEdit;
using base::Version;

/// What header and log say of versions.
struct Versions {
    std::optional<Version> header;
    std::optional<Version> log;
    std::string sample; ///< how one of them is written
};

Versions versions_of(const facts::DocumentFacts& document) {
    Versions versions;
    if (const auto* row = rules::newest_row(document)) {
        versions.log = row->version;
        versions.sample = row->version_text;
    }
    if (const auto* field = rules::version_field(document)) {
        versions.header = model::version_at_front(field->value.text);
        if (!versions.log && versions.header)
            versions.sample = field->value.text.substr(0, field->value.text.find(' '));
    }
    return versions;
}

Result<Version> next_version(const std::string& path, const Versions& versions) {
    if (!versions.header && !versions.log)
        return fail(ErrorKind::usage,
                    fmt::format("neither the header nor the change log of {} gives a version", path),
                    "write the first one by hand");
    if (!versions.log) return *versions.header;
    if (versions.header && *versions.header > *versions.log) return *versions.header;
    if (versions.header && *versions.header < *versions.log)
        return fail(ErrorKind::usage,
                    fmt::format("the header of {} says {}, and its change log is at {}", path,
                                base::to_string(*versions.header), base::to_string(*versions.log)),
                    "find out which one is right, and correct the other");
    return Version{versions.log->major_number, versions.log->minor_number + 1, 0};
}

/// The bytes in which a field gives what the pattern finds first; nothing where they are not as they read.
std::optional<base::Span> bytes_of(const model::Document& document, const model::Field& field,
                                   const re2::RE2& pattern) {
    re2::StringPiece found;
    const re2::StringPiece value(field.value.text);
    if (!re2::RE2::PartialMatch(value, pattern, &found)) return std::nullopt;
    const auto begin = static_cast<std::size_t>(found.data() - value.data());
    const base::Span bytes = field.value.source_of({begin, begin + found.size()});
    if (document.text.compare(bytes.begin, bytes.size(), found.data(), found.size()) != 0)
        return std::nullopt;
    return bytes;
}

void raise_header(const OpenDocument& open, const std::string& version, std::vector<TextEdit>& edits) {
    static const re2::RE2 number(R"(([0-9]+\.[0-9]+(?:\.[0-9]+)?))");
    const std::string digits = version.substr(version.find_first_of("0123456789"));
    if (const auto* field = rules::version_field(open.document))
        if (const auto bytes = bytes_of(*open.document.document, *field, number))
            edits.push_back({*bytes, digits});
}

/// The header's date of the last update says the day of the newest row, unless it is a later one.
void date_header(const OpenDocument& open, base::Date today, std::vector<TextEdit>& edits) {
    static const re2::RE2 day(R"(([0-9]{4}-[0-9]{2}-[0-9]{2}))");
    const model::Document& document = *open.document.document;
    const auto* field = document.header.find_any(open.policy->policy.header_fields.updates);
    const auto bytes = field == nullptr ? std::nullopt : bytes_of(document, *field, day);
    const std::string written = base::to_string(today);
    if (bytes && document.text.substr(bytes->begin, bytes->size()) < written)
        edits.push_back({*bytes, written});
}

Result<void> check_text(const std::string& change) {
    const bool plain = !base::trim(change).empty() && !base::find_deceptive_character(change) &&
                       change.find_first_of("\n\r\t") == std::string::npos;
    if (plain) return {};
    return fail(ErrorKind::usage, "the text of the row is empty, or more than one plain line",
                "say what changed with -m, in one line");
}

} // namespace

Result<NewRow> add_change_log_row(const OpenDocument& open, const std::string& change, base::Date today) {
    const std::string& path = open.document->path;
    if (const auto checked = check_text(change); !checked) return fail(checked.error());
    const Versions versions = versions_of(open.document);
    const auto version = next_version(path, versions);
    if (!version) return fail(version.error());
    const std::string number = written_like(*version, versions.sample);
    const model::BlockTree tree(open.ast);
    auto row = newest_row_edit({open.document, tree},
                               {number, base::to_string(today), std::string(base::trim(change))});
    if (!row) return fail(row.error());
    std::vector<TextEdit> edits = {std::move(*row)};
    const bool raises = versions.header && versions.header != *version;
    if (raises) raise_header(open, number, edits);
    date_header(open, today, edits);
    auto text = edited_text(open, std::move(edits), FixScope::next_version);
    if (!text) return fail(text.error());
    return NewRow{std::move(*text),
                  fmt::format("the change log of {} gets a row for {}{}", path, number,
                              raises ? ", and its header says so" : ""),
                  {}};
}

} // namespace docs_lint::engine

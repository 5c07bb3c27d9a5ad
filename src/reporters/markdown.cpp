#include "base/text.hpp"
#include "reporters/format.hpp"
#include "reporters/markdown_records.hpp"
#include "reporters/markdown_text.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace docs_lint::reporters {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Location;
using diagnostics::Severity;
using diagnostics::Unverified;

/// GitHub drops a summary of more than 1 MiB as a whole.
constexpr std::size_t kMostBytes = 1'048'576;
constexpr std::size_t kRoomForFindings = 450'000;
constexpr std::size_t kRoomForRecords = 150'000;
constexpr std::size_t kRoomForUnverified = 100'000;
constexpr std::size_t kRoomForAccount = 50'000;

/// Rows that keep to their room; those that do not fit are counted.
class Listing {
public:
    explicit Listing(std::size_t room) : room_(room) {}

    /// What is to stand above the next row, if that has room.
    void begin(std::string head) { head_ = std::move(head); }

    void add(const std::string& row) {
        if (text_.size() + head_.size() + row.size() > room_) {
            ++left_out_;
            return;
        }
        text_ += std::exchange(head_, {}) + row;
    }

    [[nodiscard]] std::string finish() const {
        if (left_out_ == 0) return text_;
        return text_ + fmt::format("\n**{} more** have no room here: the log and other formats show them.\n",
                                   left_out_);
    }

private:
    std::size_t room_;
    std::size_t left_out_ = 0;
    std::string head_;
    std::string text_;
};

struct Document {
    std::string_view path;
    bool has_errors = false;
    std::vector<const Diagnostic*> findings;
};

/// Those with errors come first: what has no room is to matter least.
std::vector<Document> by_document(const std::vector<Diagnostic>& findings) {
    std::map<std::string_view, Document> documents;
    for (const Diagnostic& finding : findings) {
        Document& document = documents[finding.location.path];
        document.path = finding.location.path;
        document.has_errors |= finding.severity == Severity::error;
        document.findings.push_back(&finding);
    }
    std::vector<Document> sorted;
    for (auto& [path, document] : documents) sorted.push_back(std::move(document));
    std::stable_partition(sorted.begin(), sorted.end(),
                          [](const Document& document) { return document.has_errors; });
    return sorted;
}

std::string position_of(const Location& location) {
    std::string position = fmt::format("{}:{}", location.begin.line, location.begin.column);
    if (!location.commit.empty())
        position += fmt::format(" in commit {}", markdown_code(short_commit(location.commit)));
    return position;
}

std::string place_in_words(const Location& location) {
    if (location.path.empty()) return "the repository";
    return fmt::format("{} {}", markdown_code(location.path), position_of(location));
}

std::string row_of(const Diagnostic& finding) {
    const std::string place = finding.location.path.empty() ? "" : position_of(finding.location);
    return fmt::format("| {} | {} | {} | {} | {} |\n", to_string(finding.severity),
                       markdown_code(finding.rule), place, markdown_prose(finding.message),
                       markdown_prose(finding.help));
}

std::string row_of(const Unverified& unverified) {
    return fmt::format("| {} | {} | {} | {} |\n", markdown_code(unverified.rule),
                       place_in_words(unverified.location), markdown_prose(unverified.message),
                       markdown_prose(unverified.help));
}

std::string findings_by_document(const engine::RunResult& result) {
    Listing listing(kRoomForFindings);
    for (const Document& document : by_document(result.outcome.findings)) {
        const std::string title = document.path.empty() ? "The repository" : markdown_code(document.path);
        listing.begin(fmt::format("\n### {}\n\n| Severity | Rule | Line | Finding | What to do |\n"
                                  "| --- | --- | --- | --- | --- |\n",
                                  title));
        for (const Diagnostic* finding : document.findings) listing.add(row_of(*finding));
    }
    return listing.finish();
}

std::string where_records_stand(const engine::RunResult& result) {
    Listing listing(kRoomForRecords);
    for (const std::string& part : markdown_records(result)) listing.add(part);
    return listing.finish();
}

std::string what_could_not_be_verified(const engine::RunResult& result) {
    Listing listing(kRoomForUnverified);
    listing.begin("\n### Could not be verified\n\n| Rule | Place | What is not known | What to do |\n"
                  "| --- | --- | --- | --- |\n");
    for (const Unverified& unverified : result.outcome.unverified) listing.add(row_of(unverified));
    return listing.finish();
}

std::string what_was_looked_at(const engine::RunResult& result) {
    Listing listing(kRoomForAccount);
    listing.begin("\n### What was looked at\n\n");
    for (const auto& [label, text] : account(result))
        listing.add(fmt::format("- **{}**: {}\n", label, markdown_prose(text)));
    return listing.finish();
}

/// What stands below the verdict. Each section keeps to a room of its own, and all of them to `kMostBytes`,
/// also where a third is added to make `##[` after `##[` harmless.
constexpr std::array kSections = {&findings_by_document, &where_records_stand, &what_could_not_be_verified,
                                  &what_was_looked_at};
static_assert((kRoomForFindings + kRoomForRecords + kRoomForUnverified + kRoomForAccount + 10'000) / 3 * 4 <
              kMostBytes);

} // namespace

std::string render_markdown(const engine::RunResult& result, const Options& options) {
    std::string text = fmt::format("## {}\n", markdown_prose(verdict(result)));
    for (const auto section : kSections) text += section(result);
    return options.ci ? disarm_commands(text) : text;
}

} // namespace docs_lint::reporters

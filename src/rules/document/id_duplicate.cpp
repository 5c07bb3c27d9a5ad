#include "base/item_id.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/record_key.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>
#include <optional>
#include <re2/re2.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docs_lint::rules::document::id_duplicate {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "two documents of one class claim one id, or one file's place",
    .why = "A second record with a filed one's id can stand in for it: people find the wrong one and nobody "
           "notices. So can a path that differs from the record's only in case, where a file system ignores "
           "that.",
    .fix = "Give the new document an id of its own.",
    .source = "Role charter §9, naming and locations",
    .suppressible = false,
};

namespace {

/// The paths, and all folders above them, by how they read without regard to case.
using Folded = std::multimap<std::string, std::string>;

void add_with_folders(Folded& folded, const std::string& path) {
    for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', end + 1))
        folded.emplace(base::lower_case(path.substr(0, end)), path.substr(0, end));
    folded.emplace(base::lower_case(path), path);
}

/// Something else stands in the place of a filed record, or of a folder above it, where case is ignored.
void check_places(const facts::Corpus& corpus, Report& report) {
    Folded places;
    for (const facts::DocumentFacts& document : corpus.documents)
        if (document.filing.filed) add_with_folders(places, document->path);
    if (places.empty()) return;
    for (const std::string& path : corpus.paths)
        for (auto [at, end] = places.equal_range(base::lower_case(path)); at != end; ++at) {
            if (at->second == path) continue;
            report.finding({
                .message = fmt::format("where case is ignored, this stands in the place of {}, which holds a "
                                       "filed record",
                                       at->second),
                .location = diagnostics::whole_document(path),
                .help = "give it a path that differs in more than case",
                .related = {{"the filed record's path", diagnostics::whole_document(at->second)}},
            });
            break;
        }
}

bool is_hyphen(char32_t value) {
    return (value >= 0x2010 && value <= 0x2013) || value == 0x2212 || value == 0xFE63 || value == 0xFF0D;
}

/// What people take the text for: other scripts' letters and hyphens as those that they look like, and
/// nothing that is not seen. The case of ASCII letters stays, since patterns of paths ask for it.
std::string as_seen(std::string_view text) {
    if (base::is_plain_ascii(text)) return std::string(text); // most are
    std::string seen;
    for (; !text.empty(); text.remove_prefix(base::decode_code_point(text).size)) {
        const base::CodePoint point = base::decode_code_point(text);
        if (point.value < 0x80)
            seen += text.front();
        else
            seen += is_hyphen(point.value) ? "-" : base::fold_look_alikes(text.substr(0, point.size));
    }
    return seen;
}

/// `DEF-104` and `104` are one id; `DEF-104` and `BLG-104` are two.
bool is_same_id(std::string_view left, std::string_view right) {
    if (base::equals_ignoring_case(left, right)) return true;
    if (left.size() < right.size()) std::swap(left, right);
    const bool bare = !right.empty() && right.find_first_not_of("0123456789") == std::string_view::npos;
    return bare && left.ends_with("-" + std::string(right)) &&
           left.find_first_of("0123456789") == left.size() - right.size();
}

/// The id that a record without one in its name gives itself: `defect_DEF-104.md`, `Defect ID: DEF-104`.
std::optional<std::string> claimed_id(const facts::DocumentFacts& document) {
    static const re2::RE2 in_name("(?i)(?:^|[^a-z])defect[-_ ]*(" + base::item_id_or("(?:[a-z]+-)*[0-9]+") +
                                  ")(?:[^0-9]|$)");
    static const re2::RE2 in_field("^#?(" + base::item_id_or("(?:[A-Za-z]+-)+[0-9]+|[0-9]+") +
                                   ")(?:[^0-9A-Za-z.]|$)");
    static const std::vector<std::string> kFields = {"Defect ID", "Defect id", "Record ID", "ID"};
    std::string id;
    if (const model::Field* field = document->header.find_any(kFields))
        if (re2::RE2::PartialMatch(as_seen(field->value.text), in_field, &id)) return id;
    if (document->document_class->item_id(document->path)) return std::nullopt; // judged by its path
    const std::string name = as_seen(document->path.substr(document->path.rfind('/') + 1));
    if (re2::RE2::PartialMatch(name, in_name, &id)) return id;
    return std::nullopt;
}

/// A record that claims the id of a filed one in another way than by the name of its file.
void check_claims(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& rival : corpus.documents) {
        if (!rival->document_class->records_gates || rival->document_class->is_template) continue;
        const auto id = claimed_id(rival);
        if (!id) continue;
        for (const facts::DocumentFacts& document : corpus.documents) {
            const auto known = document->document_class->item_id(document->path);
            if (!known || !document.filing.filed || !document->document_class->records_gates ||
                document->path == rival->path || !is_same_id(*id, *known))
                continue;
            report.finding({
                .message =
                    fmt::format("the id {} is already that of {}, which is filed", *id, document->path),
                .location = diagnostics::whole_document(rival->path),
                .help = "give this one an id of its own",
                .related = {{"the filed record", diagnostics::whole_document(document->path)}},
            });
        }
    }
}

/// Paths whose ids are the same, or look the same.
void check_paths(const facts::Corpus& corpus, Report& report) {
    std::map<facts::RecordKey, std::string> first;
    for (const std::string& path : corpus.paths) {
        const auto record = facts::record_key(as_seen(path), *corpus.policy);
        if (!record) continue;
        const auto [known, added] =
            first.emplace(facts::RecordKey{record->first, base::lower_case(record->second)}, path);
        if (added) continue;
        report.finding({
            .message = fmt::format("the id {} is already that of {}", record->second, known->second),
            .location = diagnostics::whole_document(path),
            .help = "give one of the two an id of its own",
            .related = {{"the other document", diagnostics::whole_document(known->second)}},
        });
    }
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    check_places(corpus, report);
    check_claims(corpus, report);
    check_paths(corpus, report);
}

} // namespace docs_lint::rules::document::id_duplicate

#include "base/utf8.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>

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

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    check_places(corpus, report);
    std::map<std::pair<const policy::DocumentClass*, std::string>, std::string> first;
    for (const std::string& path : corpus.paths) {
        const policy::DocumentClass* document_class = corpus.policy->class_of(path);
        if (document_class == nullptr) continue;
        const auto id = document_class->item_id(path);
        if (!id) continue;
        const auto [known, added] = first.emplace(std::pair(document_class, *id), path);
        if (added) continue;
        report.finding({
            .message = fmt::format("the id {} is already that of {}", *id, known->second),
            .location = diagnostics::whole_document(path),
            .help = "give one of the two an id of its own",
            .related = {{"the other document", diagnostics::whole_document(known->second)}},
        });
    }
}

} // namespace docs_lint::rules::document::id_duplicate

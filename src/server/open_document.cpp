#include "server/open_document.hpp"

#include "engine/join.hpp"
#include "engine/snapshot.hpp"
#include "engine/suppress.hpp"
#include "server/anchors.hpp"

#include <algorithm>

namespace docs_lint::server {
namespace {

base::Date today() {
    return base::to_moment(engine::time_of_writing({})).date;
}

diagnostics::Outcome all_anchored(diagnostics::Outcome outcome, const EditedText& text) {
    for (auto& finding : outcome.findings) finding.location = anchored(std::move(finding.location), text);
    for (auto& one : outcome.unverified) one.location = anchored(std::move(one.location), text);
    return outcome;
}

} // namespace

diagnostics::Outcome OpenDocument::outcome() const {
    diagnostics::Outcome all = all_anchored(of_files, text);
    if (draft) {
        engine::suppress(all, *draft->corpus, today(), false);
        engine::append(all, diagnostics::Outcome(draft->outcome));
    }
    for (const auto& problem : {not_judged, not_run})
        if (problem)
            all.unverified.push_back(
                {"tool/unverifiable", problem->message, diagnostics::whole_document(path), problem->help});
    diagnostics::finish(all);
    return all;
}

void apply_change(OpenDocument& document, const Json& change) {
    std::string text = change.at("text").get<std::string>();
    if (const auto range = change.find("range"); range != change.end() && !range->is_null()) {
        const EditorRange written = range_from(*range);
        const std::size_t begin = document.text.offset(written.begin);
        const std::size_t end = std::max(begin, document.text.offset(written.end));
        std::string edited = document.text.text();
        edited.replace(begin, end - begin, text);
        text = std::move(edited);
    }
    document.text = EditedText(std::move(text), document.text.encoding());
}

} // namespace docs_lint::server

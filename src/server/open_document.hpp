#pragma once

#include "diagnostics/diagnostic.hpp"
#include "engine/working_copy.hpp"
#include "server/positions.hpp"
#include "server/protocol.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace docs_lint::server {

/// A document that an editor has open, with what is known of it.
struct OpenDocument {
    OpenDocument(std::string uri_of_it, std::int64_t version_of_it, EditedText text_of_it)
        : uri(std::move(uri_of_it)), version(version_of_it), text(std::move(text_of_it)) {}

    std::string uri; ///< as the client writes it
    std::int64_t version = 0;
    EditedText text;

    std::string root; ///< of the working copy, with a final `/`; empty where no working tree holds it
    std::string path; ///< from there
    std::shared_ptr<engine::WorkingCopy> copy; ///< null where the document is not governed, or nobody knows
    std::optional<engine::Draft> draft;        ///< of `text`; nothing where it could not be judged
    std::optional<base::Error> not_judged;     ///< why not

    /// What the last run over the files said of this one by rules that look further.
    diagnostics::Outcome of_files;
    std::shared_ptr<engine::WorkingCopy> run_on; ///< as it was then
    std::optional<base::Error> not_run;          ///< why the files could not be judged

    /// What is to be said of the text now: the rules that look at one document alone on this text, the others
    /// as of the last run, where their lines stand now and no suppression of this text covers them.
    [[nodiscard]] diagnostics::Outcome outcome() const;
};

/// Takes over a change as `textDocument/didChange` gives it, whole or of a range.
/// Throws `nlohmann::json::exception` where it has not that shape.
void apply_change(OpenDocument& document, const Json& change);

} // namespace docs_lint::server

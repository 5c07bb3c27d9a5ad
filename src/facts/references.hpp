#pragma once

#include "facts/corpus.hpp"
#include "facts/path_index.hpp"
#include "model/reference.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// What a reference leads to.
enum class Found {
    one,          ///< `paths` holds it; empty for a folder
    none,         ///< nothing is there; `paths` holds what may be meant
    several,      ///< the last parts of several files' paths; `paths` holds them all
    elsewhere,    ///< a link leads nowhere from its folder, and its path names this one file from the root
    no_reference, ///< a placeholder, a glob, or what lies outside of the repository or in a submodule
};

struct Resolution {
    Found found = Found::no_reference;
    std::vector<std::string> paths;
    std::string wanted; ///< the path that was looked for
};

/// Where a reference in the document at `document_path` leads. Links are followed from the document's folder
/// as a reader's browser does; paths in text are looked for from the root, from the document's folder, and
/// as the last parts of a path.
Resolution resolve(const PathIndex& index, std::string_view document_path, const model::Reference& reference);

/// The text around the reference says that what it names is not there yet, not there any more, or an example.
bool need_not_exist(const model::Reference& reference, const policy::ReferenceFormat& format);

/// The reference is part of a sign-off, or of a change log: a statement of its day.
bool is_statement_of_its_day(const DocumentFacts& document, const model::Reference& reference);

/// The header's version, trailing prose apart.
struct HeaderVersion {
    base::Version version;
    base::Span source;
};
std::optional<HeaderVersion> header_version(const DocumentFacts& document);

/// Markdown files that the judged documents refer to by a heading, a version or a register's row, or that
/// their items need, and that were not read with them.
std::vector<std::string> paths_to_consult(const Corpus& corpus);

} // namespace docs_lint::facts

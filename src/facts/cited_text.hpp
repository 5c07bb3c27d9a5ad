#pragma once

#include "facts/references.hpp"
#include "facts/sign_offs.hpp"
#include "model/reference.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// A path in a piece of evidence, with what its surroundings say of it.
struct CitedText {
    model::Reference reference;
    std::string title;                         ///< of the section that is named in quotation marks behind it
    std::vector<base::Version> other_versions; ///< of `file.md v1.2 and v1.3`, all behind the first one
    bool is_planned = false; ///< the words next to it say that it is still to come, or an example
    bool is_gone = false;    ///< ... or not there any more

    [[nodiscard]] std::vector<base::Version> versions() const;
    [[nodiscard]] bool names_section() const;
    [[nodiscard]] std::string section_name() const; ///< `§3.2`, `#rounding`, `"Rounding"`
};

/// Every path that the evidence cites, what is struck through left out.
std::vector<CitedText> read_cited_texts(const ItemFacts& item, const policy::Policy& policy);

/// How sure it is that a text means a file of this repository. Nothing: it may as well be an address, a
/// branch, or the end of a name.
enum class Certainty { likely, sure };
std::optional<Certainty> weight_of(const CitedText& cited, std::string_view document_path,
                                   const PathIndex& index, const policy::Policy& policy);

} // namespace docs_lint::facts

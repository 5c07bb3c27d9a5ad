#pragma once

#include "policy/policy.hpp"
#include "server/positions.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace docs_lint::server {

/// What a writer may be about to write.
enum class Wanted { role_of_owner, role_of_validator, role, status, state, tier, gate_or_item };

/// Where in a line somebody is writing, and what belongs there.
struct Writing {
    Wanted wanted = Wanted::role;
    std::size_t begin = 0; ///< where the word that is being written begins, as a byte of the text
};

/// What the rules say of the document that is written.
struct Vocabulary {
    const policy::Policy& policy;
    const policy::DocumentClass& document_class;
    const policy::Process* process = nullptr;
};

/// Reads the line before the byte, as it is: what is half written makes no Markdown yet. Labels count in
/// lists, in bold, in tables and in code; the keywords of gate items at the beginning of a heading or a line.
/// Nothing where nothing is known that belongs there.
std::optional<Writing> read_writing(const EditedText& text, std::size_t offset, const Vocabulary& vocabulary);

} // namespace docs_lint::server

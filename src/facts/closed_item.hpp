#pragma once

#include "base/result.hpp"
#include "base/span.hpp"
#include "diagnostics/location.hpp"
#include "policy/closure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

struct DocumentFacts;

/// A place in a document that is consulted about an item, and perhaps not judged itself.
struct ConsultedPlace {
    std::string what; ///< `open`, as written, or the text of the place, shortened
    diagnostics::Location location;
};

/// What the backlog or changelog says of an item.
enum class EntryAnswer {
    no_document,      ///< there is none at any of the paths
    missing,          ///< it does not name the item as one of its own
    open,             ///< it does, and says that it is not complete, or says nothing of it
    without_evidence, ///< marked complete, with nothing to show for it
    contradictory,    ///< marked complete in one place and open in another
    found,            ///< marked complete with evidence; for a changelog: there is an entry
    unread,           ///< a document that could not be read
};

struct ConsultedEntry {
    EntryAnswer answer = EntryAnswer::no_document;
    std::string path; ///< of the document, or the first path at which it should be
    std::vector<ConsultedPlace> places;
    std::vector<ConsultedPlace> priorities; ///< that a backlog gives the item, as written
    base::Error problem;                    ///< for `unread`
};

/// The lessons record of an item.
struct LessonsRecord {
    std::string path; ///< empty: none at any prescribed path
    bool filed = false;
    bool names_item = true;                 ///< its text gives the id of the item somewhere
    std::vector<ConsultedPlace> priorities; ///< in its type, `Tech Backlog (P1)`, as written
    std::vector<std::string>
        lacking; ///< parts that the prescribed record has, where no other rule asks for them
    std::optional<base::Error> problem; ///< it is there and could not be read
    std::string expected;               ///< the first prescribed path, with the item's id
};

/// A record that its process has closed, with what is due then. Source: the closed state of the process.
struct ClosedItem {
    const DocumentFacts* document = nullptr;
    const policy::Closure* rule = nullptr;
    std::vector<std::string>
        ids;              ///< under which other documents may name it; the first one is how it is called
    base::Span closed_at; ///< what says that it is closed
    bool filed = false;   ///< its record is
    bool has_all_duties = false; ///< by its priority, or by its tier where it gives no priority
    std::string urgency;         ///< the priority or tier, as written; empty: none is given
    LessonsRecord lessons;
    ConsultedEntry backlog;
    ConsultedEntry changelog;
};

} // namespace docs_lint::facts

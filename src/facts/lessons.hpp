#pragma once

#include "facts/corpus.hpp"
#include "model/units.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// The record follows the template whose parts its class asks for; a record of another type does not.
bool follows_lessons_template(const DocumentFacts& document);

/// A section of the record, by the places of its entries.
struct LessonsSection {
    std::size_t heading = 0; ///< in the document's entries
    std::size_t end = 0;
};

/// Every section under one of these titles, in the order of the document.
std::vector<LessonsSection> find_lessons_sections(const std::vector<model::Entry>& entries,
                                                  const std::vector<std::string>& titles);

/// An outstanding action of a review.
struct OutstandingAction {
    base::Span source;
    bool has_action = false;
    bool has_owner = false;
    std::optional<base::Moment> date; ///< a date of the calendar
    std::string date_text;            ///< as written, where a column or label gives it
    bool dated_otherwise = false;     ///< `date` is written in another form than YYYY-MM-DD
    bool is_prose = false;            ///< neither columns nor labels say what is what
};

std::vector<OutstandingAction> read_outstanding_actions(const DocumentFacts& document);

/// `escalated to X`, with the roles that X means.
struct Escalation {
    std::string name; ///< as written
    std::vector<std::string> roles;
    base::Span source;
};

std::vector<Escalation> read_escalations(const DocumentFacts& document);

} // namespace docs_lint::facts

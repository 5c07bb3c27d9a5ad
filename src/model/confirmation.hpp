#pragma once

#include "base/date.hpp"
#include "base/span.hpp"
#include "markdown/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::model {

/// What a written verdict says.
enum class Verdict {
    missing,   ///< nothing there
    pending,   ///< says that it is still to come: a placeholder, `[PENDING]`, `TBC`
    undecided, ///< both options left standing: `[Yes / No]`
    positive,  ///< exactly the process's word for yes, with or without a tick
    negative,
    hedged,        ///< a yes that takes itself back: `Yes (pending)`, `Yes?`
    contradictory, ///< a yes and a no
    unclear,       ///< none of the process's words: `OK`, `Not Yes`, a look-alike letter
};

/// A role as somebody wrote it, with the ids of the roles that it means (none: unknown).
struct RoleMention {
    std::string name;
    std::vector<std::string> roles;
    base::Span source;
};

/// An owner confirmation or a validation, read from its text: verdict, roles, date.
struct Confirmation {
    Verdict verdict = Verdict::missing;
    std::vector<RoleMention> roles; ///< joined by `+`, `&`, `and`, `,`
    std::optional<base::Moment>
        date;                     ///< nothing where there is none, several that differ, or an impossible one
    bool date_impossible = false; ///< it has the form of a date and no calendar has it
    base::Span date_source;       ///< empty where there is no date
    std::string other_date;       ///< where it has none: one in another form or place, as it is written
    base::Span source;            ///< the whole value
    std::string hedge;            ///< the word that takes the verdict back, where it is one of the process's
    std::string remark;           ///< what stands behind the date of a yes, where that could mean anything
    std::string remark_word;      ///< the first word of it that could
};

} // namespace docs_lint::model

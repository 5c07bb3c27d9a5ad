#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::tests {

/// `text` with the only occurrence of `from` replaced; throws where it stands there never or more than once.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// One gate item; an empty line is left out.
struct SignedItem {
    std::string id;
    std::string title;
    std::string evidence;   ///< without label
    std::string owner;      ///< `Yes — QA Lead, 2026-02-03`
    std::string validation; ///< `Pass — PMO Lead, 2026-02-03`
    std::string body = {};  ///< stands instead of the three lines where it is given
};

/// A defect record whose nineteen items are signed as the process asks for. It passes every rule where the
/// two commits that it cites exist, the first one changes the spec and the second one the code.
struct DefectRecord {
    std::string header; ///< the lines below the title
    std::string state;  ///< `CLOSED`
    std::string log;    ///< rows of the state transition log
    std::string extra;  ///< stands at the end
    std::vector<SignedItem> items;

    SignedItem& item(std::string_view id);
    void remove_item(std::string_view id);
    [[nodiscard]] std::string text() const;
};

/// Filed, closed, everything signed.
DefectRecord filed_record(const std::string& spec_commit, const std::string& fix_commit);

/// The same record when its scope is locked and the fix is still to come: active, in implementation.
DefectRecord scoped_record(const std::string& spec_commit);

/// The same record before its last gate: active, in verification, with a gate V that nobody has signed.
DefectRecord active_record(const std::string& spec_commit, const std::string& fix_commit);

} // namespace docs_lint::tests

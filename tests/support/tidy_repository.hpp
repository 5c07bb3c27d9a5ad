#pragma once

#include "support/defect_record.hpp"
#include "support/git_repository.hpp"

#include <string>

namespace docs_lint::tests {

inline constexpr const char* kRecord = "docs/product/phase_gates/defect-104-rounding-phase-gate.md";
inline constexpr const char* kRecords = "docs/product/phase_gates";
inline constexpr const char* kSpec = "docs/specs/metrics/rounding.md";
inline constexpr const char* kCode = "src/metrics/rounding.py";
inline constexpr const char* kContract = "docs/specs/api/totals-contract.md";
inline constexpr const char* kOpenApi = "docs/api/openapi.yaml";

/// The full ids of the commits that every tidy repository begins with; `main` stands at `filed`.
struct TidyCommits {
    std::string start;  ///< spec, contract, code
    std::string spec;   ///< the spec is updated
    std::string scoped; ///< the record in implementation, its scope locked
    std::string fix;    ///< the code follows
    std::string active; ///< the record in verification
    std::string filed;  ///< the record closed and filed
};

/// A small repository that has nothing to complain of: a spec, code, and one filed defect record that cites
/// real commits. Made once for each program and copied for each test.
class TidyRepository : public GitRepository {
public:
    TidyRepository();
    [[nodiscard]] const TidyCommits& commits() const { return commits_; }
    [[nodiscard]] DefectRecord filed() const { return filed_record(commits_.spec, commits_.fix); }
    [[nodiscard]] DefectRecord active() const { return active_record(commits_.spec, commits_.fix); }

private:
    TidyCommits commits_;
};

std::string spec_text(const std::string& version, const std::string& date);

} // namespace docs_lint::tests

#pragma once

#include "support/checked.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

namespace docs_lint::tests {

/// A repository that holds spec and fix, and not yet the record; where records are tried out.
class Desk {
public:
    Desk() {
        repository_.git("checkout", "--quiet", "--detach", repository_.commits().fix);
        repository_.remove(kRecord);
        repository_.commit("Take the draft away", "2026-02-09T09:30:00Z");
    }

    [[nodiscard]] DefectRecord record() const { return repository_.filed(); }
    [[nodiscard]] const TidyRepository& repository() const { return repository_; }

    [[nodiscard]] Checked check_text(const std::string& text, const std::string& path = kRecord) const {
        repository_.write(path, text);
        const Checked checked = check_worktree(repository_.path());
        repository_.remove(path);
        return checked;
    }
    [[nodiscard]] Checked check(const DefectRecord& record) const { return check_text(record.text()); }

    void refuse(const DefectRecord& record, const std::string& rule) const {
        refuse_text(record.text(), rule);
    }
    void refuse_text(const std::string& text, const std::string& rule,
                     const std::string& path = kRecord) const {
        const Checked checked = check_text(text, path);
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK(checked.has(rule, path));
    }
    void pass(const DefectRecord& record) const { pass_text(record.text()); }
    void pass_text(const std::string& text) const {
        const Checked checked = check_text(text);
        INFO(checked.summary());
        CHECK(checked.exit_code == 0);
        CHECK(checked.is_json);
        CHECK(checked.findings.empty());
        CHECK(checked.unverified.empty());
    }

private:
    TidyRepository repository_;
};

} // namespace docs_lint::tests

#include "cli/fix.hpp"

#include "cli/check.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "engine/mend.hpp"
#include "git/unified_diff.hpp"

#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::Result;
using engine::MendedDocument;
using engine::MendedFinding;
using engine::Mending;

std::string account_of(const MendedFinding& one, std::string_view verb) {
    return fmt::format("{} {}:{} {}: {}", verb, one.path, one.line, one.rule, one.account);
}

void say_all(const std::vector<MendedFinding>& findings, std::string_view verb,
             const Surroundings& surroundings) {
    for (const MendedFinding& one : findings) say(account_of(one, verb), surroundings);
}

Result<std::string> difference_of(const Mending& mending) {
    std::string text;
    for (const MendedDocument& document : mending.documents) {
        const auto one = git::unified_diff(document.path, document.before, document.after);
        if (!one) return base::fail(one.error());
        text += *one;
    }
    return text;
}

/// A word on what is found and cannot be cured from here.
void say_if_nothing(const Mending& mending, std::string_view outcome, const Surroundings& surroundings) {
    const bool nothing = mending.cured.empty() && mending.refused.empty();
    if (nothing && !mending.result.outcome.findings.empty())
        say(fmt::format("{}: what is found does not follow from the documents themselves", outcome),
            surroundings);
}

Result<ExitCode> show(const engine::Request& request, const CommonOptions& options,
                      const Surroundings& surroundings) {
    const auto settings = understand(options, "full", surroundings);
    if (!settings) return base::fail(settings.error());
    const auto mending = engine::mend(request);
    if (!mending) return base::fail(mending.error());
    const auto difference = difference_of(*mending);
    if (!difference) return base::fail(difference.error());
    if (auto written = write_stream(surroundings.out, for_standard_output(*difference, surroundings));
        !written)
        return base::fail(written.error());
    say_all(mending->cured, "can fix", surroundings);
    say_all(mending->refused, "leaves", surroundings);
    say_if_nothing(*mending, "nothing can be fixed", surroundings);
    if (!mending->documents.empty()) return ExitCode::findings;
    return exit_code_of(mending->result.outcome, settings->fail_on);
}

Result<void> mend_documents(const engine::Request& request, const CommonOptions& options,
                            const Surroundings& surroundings) {
    if (const auto settings = understand(options, "full", surroundings); !settings)
        return base::fail(settings.error());
    const auto mending = engine::mend(request);
    if (!mending) return base::fail(mending.error());
    for (const MendedDocument& document : mending->documents) {
        if (auto written = write_changed_file(mending->root + document.path, document.before, document.after);
            !written)
            return written;
        for (const MendedFinding& one : mending->cured)
            if (one.path == document.path) say(account_of(one, "fixed"), surroundings);
    }
    say_all(mending->refused, "left", surroundings);
    say_if_nothing(*mending, "nothing was fixed", surroundings);
    return {};
}

} // namespace

ExitCode fix(const engine::Request& request, const CommonOptions& options, const Surroundings& surroundings) {
    if (const auto mended = mend_documents(request, options, surroundings); !mended)
        return report_error(mended.error(), colour_choice(options), surroundings);
    return run_and_report(request, options, surroundings);
}

ExitCode show_fixes(const engine::Request& request, const CommonOptions& options,
                    const Surroundings& surroundings) {
    const auto code = show(request, options, surroundings);
    return code ? *code : report_error(code.error(), colour_choice(options), surroundings);
}

} // namespace docs_lint::cli

#include "reporters/closing.hpp"

#include "base/utf8.hpp"
#include "reporters/style.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::reporters {
namespace {

std::string verdict_and_account(const engine::RunResult& result, const Options& options) {
    std::string text = Style(options.colour).paint(Ink::strong, verdict(result)) + "\n";
    for (const auto& [label, line] : account(result)) {
        std::string lead = fmt::format("  {}: ", label);
        const std::size_t room = std::max<std::size_t>(options.width, lead.size() + 20) - lead.size();
        for (const std::string& part : wrap(line, room)) {
            text += fmt::format("{}{}\n", lead, part);
            lead.assign(lead.size(), ' ');
        }
    }
    return text;
}

} // namespace

std::string statistics_text(const diagnostics::Outcome& outcome) {
    std::string text;
    for (const auto& [rule, number] : frequencies(outcome))
        text += fmt::format("{:>6}  {}\n", number, base::escape_invisible(rule));
    return text;
}

std::string closing_text(const engine::RunResult& result, const Options& options) {
    std::string text;
    if (options.statistics) text = statistics_text(result.outcome);
    if (!text.empty()) text += '\n';
    if (!options.quiet) text += verdict_and_account(result, options);
    return text;
}

} // namespace docs_lint::reporters

#include "cli/help.hpp"

#include "base/text.hpp"
#include "cli/described_command.hpp"
#include "reporters/text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace docs_lint::cli {
namespace {

class HelpFormatter : public CLI::Formatter {
public:
    HelpFormatter() { column_width(30); }

    std::string make_option_opts(const CLI::Option* option) const override {
        const std::string placeholder = placeholder_of(*option);
        return placeholder.empty() || option->get_positional() ? "" : " " + placeholder;
    }

    std::string make_option_name(const CLI::Option* option, bool positional) const override {
        return positional ? placeholder_of(*option) : Formatter::make_option_name(option, positional);
    }

    std::string make_usage(const CLI::App* application, std::string name) const override {
        const bool top = application->get_parent() == nullptr;
        std::string usage =
            "Usage: " + (top ? application->get_name() + " [-C FOLDER] [COMMAND]" : name) + " [OPTIONS]";
        for (const CLI::Option* option : application->get_options()) {
            if (!option->get_positional()) continue;
            const std::string word = placeholder_of(*option) + (option->get_expected_max() > 1 ? "..." : "");
            usage += option->get_required() ? " " + word : " [" + word + "]";
        }
        return usage + (top ? " [PATH...]\n" : "\n");
    }
};

constexpr std::size_t kLeastDescription = 24, kDescriptionBelow = 6;

/// Where the description behind an option's name begins; without one, where the line itself does.
std::size_t description_of(std::string_view line) {
    const std::size_t name = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t gap = line.find("  ", name);
    return gap == std::string_view::npos ? name : line.find_first_not_of(' ', gap);
}

void append_wrapped_help(std::string& text, std::string_view line, std::size_t columns) {
    std::size_t at = description_of(line);
    std::size_t indent = at;
    text += line.substr(0, at);
    if (at + kLeastDescription > columns && line.find_first_not_of(' ') < at) {
        indent = kDescriptionBelow;
        text.erase(text.find_last_not_of(' ') + 1);
        text += "\n" + std::string(indent, ' ');
    }
    const std::size_t room = columns > indent + kLeastDescription ? columns - indent : kLeastDescription;
    const auto parts = reporters::wrap(line.substr(at), room);
    text += fmt::format("{}\n", fmt::join(parts, "\n" + std::string(indent, ' ')));
}

} // namespace

std::string wrap_help(std::string_view text, std::size_t columns) {
    std::string wrapped;
    for (const std::string_view line : base::split(text, '\n')) {
        if (line.size() > columns)
            append_wrapped_help(wrapped, line, columns);
        else
            wrapped += fmt::format("{}\n", line);
    }
    wrapped.pop_back(); // behind the last line, which is empty or has no end
    return wrapped;
}

std::shared_ptr<CLI::FormatterBase> help_formatter() {
    return std::make_shared<HelpFormatter>();
}

} // namespace docs_lint::cli

#include "cli/help.hpp"

#include "cli/described_command.hpp"

#include <CLI/CLI.hpp>
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

} // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() {
    return std::make_shared<HelpFormatter>();
}

} // namespace docs_lint::cli

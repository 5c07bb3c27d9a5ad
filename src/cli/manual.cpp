#include "cli/manual.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/shell_words.hpp"
#include "cli/versions.hpp"
#include "reporters/text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

constexpr std::size_t kWidth = 78;

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char one) {
        return one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one;
    });
    return result;
}

/// Text that roff shows as it stands. What the help puts between backticks becomes bold.
std::string escaped(std::string_view text) {
    std::string result;
    bool bold = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char one = text[at];
        const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '`';
        if (one == '`')
            result += (bold = !bold) ? "\\fB" : "\\fP";
        else if (one == '\\')
            result += "\\e";
        else if (one == '-')
            result += "\\-"; // a hyphen that can be copied into a shell
        else if (one == '\'')
            result += "\\(aq";
        else if (one == '.' && begins)
            result += "\\&."; // no request
        else
            result += one;
    }
    return result;
}

std::string bold(std::string_view text) {
    return fmt::format("\\fB{}\\fP", escaped(text));
}

std::string italic(std::string_view text) {
    return fmt::format("\\fI{}\\fP", escaped(text));
}

std::string names_of(const DescribedOption& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.names) names.push_back(bold(name));
    return joined(names, ", ");
}

/// Options that several commands have, in words and meaning, are described once.
std::vector<DescribedOption> common_options(const std::vector<CommandAt>& all) {
    std::vector<DescribedOption> seen;
    std::vector<DescribedOption> common;
    const auto holds = [](const auto& list, const DescribedOption& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    };
    for (const CommandAt& at : all)
        for (const DescribedOption& option : at.command->options) {
            auto& list = holds(seen, option) ? common : seen;
            if (!holds(list, option)) list.push_back(option);
        }
    return common;
}

class Page {
public:
    explicit Page(const DescribedCommand& program)
        : program_(program), all_(all_commands(program)), common_(common_options(all_)) {}

    std::string text_of(std::string_view date) {
        line(fmt::format(".TH {} 1 \"{}\" \"docs\\-lint {}\" \"User Commands\"",
                         escaped(upper(program_.name)), date, own_version()));
        add_name();
        add_synopsis();
        section("DESCRIPTION");
        prose(program_.description);
        section("OPTIONS");
        add_options(program_);
        section("COMMANDS");
        for (const CommandAt& at : all_)
            if (!at.path.empty() && at.command->commands.empty()) add_command(at);
        section("COMMON OPTIONS");
        for (const DescribedOption& option : common_) add_option(option);
        add_footer(program_.footer);
        return std::move(text_);
    }

private:
    void line(std::string_view text) { text_ += fmt::format("{}\n", text); }
    void section(std::string_view title) { line(fmt::format(".SH {}", escaped(upper(title)))); }

    void prose(std::string_view text) {
        for (const std::string& one : reporters::wrap(escaped(base::collapse_blanks(text)), kWidth))
            line(one);
    }

    void tagged(std::string_view tag, std::string_view text) {
        line(".TP");
        line(tag);
        prose(text);
    }

    void add_name() {
        section("NAME");
        std::string_view summary = program_.description;
        if (!summary.empty() && summary.back() == '.') summary.remove_suffix(1);
        prose(fmt::format("{} - {}", program_.name, summary));
    }

    void add_synopsis() {
        section("SYNOPSIS");
        std::vector<std::string> usages;
        for (const CommandAt& at : all_)
            if (at.command->commands.empty()) usages.push_back(usage_of(at));
        line(joined(usages, "\n.br\n"));
    }

    [[nodiscard]] std::string usage_of(const CommandAt& at) const {
        std::string usage = bold(program_.name + " " + at.path) + " [OPTIONS]";
        for (const DescribedOption& argument : at.command->arguments) {
            const std::string word = italic(argument.placeholder) + (argument.repeatable ? "..." : "");
            usage += argument.required ? " " + word : " [" + word + "]";
        }
        return usage;
    }

    void add_option(const DescribedOption& option) {
        const std::string value = option.placeholder.empty() ? "" : " " + italic(option.placeholder);
        tagged(names_of(option) + value, option.description);
    }

    [[nodiscard]] bool is_common(const DescribedOption& option) const {
        return std::find(common_.begin(), common_.end(), option) != common_.end();
    }

    void add_options(const DescribedCommand& command) {
        std::vector<std::string> elsewhere;
        for (const DescribedOption& argument : command.arguments)
            tagged(italic(argument.placeholder), argument.description);
        for (const DescribedOption& option : command.options) {
            if (!is_common(option))
                add_option(option);
            else if (!option.names.empty())
                elsewhere.push_back(bold(option.names.back()));
        }
        if (elsewhere.empty()) return;
        line(".PP");
        for (const std::string& one : reporters::wrap("Common options: " + joined(elsewhere, ", "), kWidth))
            line(one);
    }

    void add_command(const CommandAt& at) {
        line(fmt::format(".SS {}", escaped(at.path)));
        prose(at.command->description);
        add_options(*at.command);
        add_footer(at.command->footer);
    }

    /// `Title: text` and `Title:` above rows become sections of the program's page, and paragraphs of a
    /// command.
    void add_footer(const std::string& footer) {
        for (const std::string_view row : base::split(footer, '\n')) {
            if (row.empty()) continue;
            if (row.front() == ' ') {
                const std::string_view words = base::trim(row);
                const std::size_t gap = std::min(words.find("  "), words.size());
                tagged(bold(words.substr(0, gap)), words.substr(gap));
            } else {
                add_paragraph(row, footer);
            }
        }
    }

    void add_paragraph(std::string_view row, const std::string& footer) {
        const std::size_t colon = std::min(row.find(':'), row.size());
        const bool titled =
            colon < row.size() &&
            std::count(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(colon), ' ') < 2;
        if (titled && &footer == &program_.footer) {
            section(row.substr(0, colon));
            row.remove_prefix(colon + 1);
            prose(row);
        } else {
            line(".PP");
            prose(row);
        }
    }

    const DescribedCommand& program_;
    std::vector<CommandAt> all_;
    std::vector<DescribedOption> common_;
    std::string text_;
};

/// The convention of reproducible builds.
base::Result<std::string> date_of_source(const Surroundings& surroundings) {
    const std::string text = variable(surroundings, "SOURCE_DATE_EPOCH").value_or("");
    if (text.empty()) return std::string();
    base::Instant instant;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), instant.seconds);
    if (error != std::errc() || end != text.data() + text.size() || instant.seconds < 0)
        return base::fail(base::ErrorKind::usage,
                          fmt::format("SOURCE_DATE_EPOCH is `{}`, which is no number of seconds", text),
                          "set it to what `git log -1 --format=%ct` prints, or to nothing");
    return base::to_string(base::to_moment(instant).date);
}

} // namespace

CLI::App* add_manual(CLI::App& application) {
    CLI::App* command = application.add_subcommand("man", "Print the manual page");
    command->footer("`docs-lint man | man -l -` shows it where it is not installed.");
    return command;
}

ExitCode manual(const DescribedCommand& program, const Surroundings& surroundings) {
    const auto date = date_of_source(surroundings);
    if (!date) return report_error(date.error(), ColourChoice::automatic, surroundings);
    const auto written = write_stream(surroundings.out, manual_page(program, *date));
    return written ? ExitCode::clean : report_error(written.error(), ColourChoice::automatic, surroundings);
}

std::string manual_page(const DescribedCommand& program, std::string_view date) {
    return Page(program).text_of(date);
}

} // namespace docs_lint::cli

#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"

#include <string>

namespace CLI {
class App;
}

namespace docs_lint::cli {

enum class NewKind { record, change_log_row, log_row };

struct NewOptions {
    CommonOptions common; ///< colour, configuration, trust and clock
    NewKind kind = NewKind::record;
    bool dry_run = false;
    std::string document_class, id, title, slug, owner; ///< record
    std::string file;                                   ///< rows
    std::string message;                                ///< change log row
    std::string state;                                  ///< log row
};

CLI::App* add_new(CLI::App& application, NewOptions& options);

/// Writes a document that is not there yet, or a row more into one that is not filed. Signs nothing. With
/// `dry_run` the text, or the difference, is shown instead.
ExitCode write_new(const NewOptions& options, const Surroundings& surroundings);

} // namespace docs_lint::cli

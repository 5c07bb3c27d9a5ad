#pragma once

#include "base/result.hpp"
#include "cli/surroundings.hpp"
#include "engine/run.hpp"
#include "reporters/format.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::cli {

/// One `--output FORMAT[=PATH]`.
struct OutputSpec {
    std::string format;
    std::string path; ///< empty: standard output

    friend bool operator==(const OutputSpec&, const OutputSpec&) = default;
};

/// `known` are the formats that the command has.
base::Result<OutputSpec> parse_output(std::string_view text, const std::vector<std::string>& known);

/// All of them; at most one goes to standard output, and no two to one file. Where none goes there, the
/// people's format `usual` does, so that no run fails in silence.
base::Result<std::vector<OutputSpec>> parse_outputs(const std::vector<std::string>& texts,
                                                    const std::vector<std::string>& known,
                                                    std::string_view usual);

/// The most that the format of any of these outputs (`FORMAT[=PATH]`) has to know of records.
engine::RecordsAsked records_asked(const std::vector<std::string>& texts);

/// Writes `content` beside `path` and renames it there, so that nobody reads half a report. What is no
/// regular file (a device, a pipe) is written directly.
base::Result<void> write_file(const std::string& path, std::string_view content);

/// The same for a file that must not be there yet: whoever makes it in the meantime keeps what he wrote.
/// Nothing is written through a link.
base::Result<void> write_new_file(const std::string& path, std::string_view content);

/// Replaces a file by `after` as `write_file` does, unless it no longer holds `before`: whoever wrote it in
/// the meantime keeps what he wrote.
base::Result<void> write_changed_file(const std::string& path, std::string_view before,
                                      std::string_view after);

/// Text of documents on standard output: exact in a file or pipe, so that other programs can take it; with
/// escapes for what nobody sees on a terminal and under a CI, whose runner must not find commands in it
/// either.
std::string for_standard_output(std::string text, const Surroundings& surroundings);
/// The same for a program that others run: executable, and in the place of a link, not through it.
/// `replaces`: what is there is replaced, otherwise nothing may be.
base::Result<void> write_script(const std::string& path, std::string_view content, bool replaces);

/// Writes and flushes; a closed pipe or a full disk is an error.
base::Result<void> write_stream(std::ostream& out, std::string_view content);

/// How an output is to look: a file gets no colour.
reporters::Options options_for(const OutputSpec& output, reporters::Options on_screen);

/// Feeds every output with what `render` makes for it. One that fails keeps no other from being written; the
/// first error is given back.
base::Result<void> write_each(const std::vector<OutputSpec>& outputs, std::ostream& out,
                              const std::function<std::string(const OutputSpec&)>& render);

/// Feeds every output from one result. `on_screen` is for standard output; files get no colour.
base::Result<void> write_outputs(const engine::RunResult& result, const std::vector<OutputSpec>& outputs,
                                 const reporters::Options& on_screen, std::ostream& out);

} // namespace docs_lint::cli

#include "cli/new.hpp"

#include "base/text.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/paths.hpp"
#include "engine/configuration.hpp"
#include "engine/new_document.hpp"
#include "engine/new_rows.hpp"
#include "engine/place.hpp"
#include "git/unified_diff.hpp"
#include "reporters/format.hpp"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;
using base::Result;

/// What `--as-of` says, or now; to the minute.
Result<base::Moment> moment_of(const std::string& as_of) {
    if (as_of.empty()) {
        using namespace std::chrono;
        const auto minute = floor<minutes>(system_clock::now());
        const auto day = floor<days>(minute);
        return base::Moment{base::Date{day}, minute - day};
    }
    if (const auto written = base::parse_moment(as_of)) return *written;
    return fail(parse_as_of(as_of).error());
}

Result<engine::Request> request_of(const NewOptions& options) {
    engine::Request request;
    if (const auto status = apply(options.common, request); !status) return fail(status.error());
    return request;
}

/// The findings of the document as it is now, for whoever goes on with it.
Result<std::string> findings_in(const std::string& path, engine::Request request,
                                const Surroundings& surroundings) {
    request.paths = {path};
    const auto result = surroundings.engine(request);
    if (!result) return fail(result.error());
    reporters::Options options;
    options.ci = under_ci(surroundings);
    return reporters::find_format("concise")->render(*result, options);
}

/// The first folder on the way to `path` that is there must lie where its name says: nothing is written
/// through links.
Result<void> make_folders(const fs::path& root, const fs::path& path) {
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    const fs::path folder = path.parent_path();
    const bool straight =
        !error && fs::weakly_canonical(root / folder, error) == (real_root / folder).lexically_normal();
    if (error || !straight)
        return fail(ErrorKind::usage, fmt::format("there is a link on the way to {}", path.string()),
                    "put a plain folder in its place");
    fs::create_directories(root / folder, error);
    if (error)
        return fail(ErrorKind::failure,
                    fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
    return {};
}

Result<void> write_document(const std::string& root, const engine::NewDocument& document) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(root + document.path, error)))
        return fail(ErrorKind::usage, fmt::format("{} is already there", document.path),
                    "nothing is overwritten; another id or --slug gives another path");
    if (auto made = make_folders(root, document.path); !made) return made;
    return write_new_file(root + document.path, document.text);
}

Result<std::string> new_document(const NewOptions& options, const Surroundings& surroundings) {
    const auto request = request_of(options);
    if (!request) return fail(request.error());
    const auto when = moment_of(options.common.as_of);
    if (!when) return fail(when.error());
    const auto place = engine::find_place(*request);
    if (!place) return fail(place.error());
    if (place->root.empty())
        return fail(ErrorKind::usage, "a bare repository has no working tree to write in",
                    "run this in a clone");
    const auto policy = engine::find_policy(*request, *place);
    if (!policy) return fail(policy.error());
    const auto document =
        engine::draft_document(policy->policy, {options.document_class, options.id, options.title,
                                                options.slug, options.owner, *when});
    if (!document) return fail(document.error());
    if (options.dry_run) return for_standard_output(document->text, surroundings);
    if (auto written = write_document(place->root, *document); !written) return fail(written.error());
    const auto findings = findings_in(document->path, *request, surroundings);
    if (!findings) return fail(findings.error());
    say(fmt::format("wrote {}", document->path), surroundings);
    return *findings;
}

Result<engine::NewRow> row_of(const NewOptions& options, const engine::OpenDocument& open) {
    const auto when = moment_of(options.common.as_of);
    if (!when) return fail(when.error());
    if (options.kind == NewKind::change_log_row)
        return engine::add_change_log_row(open, options.message, when->date);
    return engine::add_transition(open, options.state, *when);
}

Result<std::string> new_row(const NewOptions& options, const Surroundings& surroundings) {
    const auto request = request_of(options);
    if (!request) return fail(request.error());
    const auto paths = repository_paths({options.file}, ".", MissingPath::refuse);
    if (!paths) return fail(paths.error());
    if (paths->empty()) return fail(ErrorKind::usage, "that is a folder", "name one document");
    const auto open = engine::open_document(*request, paths->front());
    if (!open) return fail(open.error());
    const auto row = row_of(options, *open);
    if (!row) return fail(row.error());
    if (options.dry_run) {
        const auto difference = git::unified_diff(paths->front(), open->document->text, row->text);
        if (!difference) return fail(difference.error());
        return for_standard_output(*difference, surroundings);
    }
    if (auto written = write_changed_file(open->file, open->document->text, row->text); !written)
        return fail(written.error());
    const auto findings = findings_in(paths->front(), *request, surroundings);
    if (!findings) return fail(findings.error());
    say(row->account, surroundings);
    for (const std::string& next : row->next) say(next, surroundings);
    return *findings;
}

void add_where(CLI::App& command, NewOptions& options) {
    command.add_flag("--dry-run,--stdout", options.dry_run, "Show it and write nothing");
    command.add_option("--as-of", options.common.as_of, "The date or UTC timestamp to write, instead of now")
        ->type_name("TIME")
        ->check(not_empty());
    add_configuration_option(command, options.common);
    command.add_flag("--trust-repository", options.common.trust_repository,
                     "Read a repository that another user owns");
    add_colour_option(command, options.common);
}

void add_record(CLI::App& command, NewOptions& options) {
    CLI::App* record =
        command.add_subcommand("record", "A document that a class describes, with all its parts open");
    record->add_option("class", options.document_class, "A class of documents, or a part of its name")
        ->type_name("CLASS")
        ->required();
    record->add_option("id", options.id, "The item: DEF-042")->type_name("ID")->required();
    record->add_option("title", options.title, "What it is about, in one line")
        ->type_name("TITLE")
        ->required();
    record->add_option("--owner", options.owner, "The role that owns it")
        ->type_name("ROLE")
        ->check(not_empty());
    record->add_option("--slug", options.slug, "The words of its file name, instead of the title's")
        ->type_name("SLUG")
        ->check(not_empty());
    record->callback([&options] { options.kind = NewKind::record; });
    add_where(*record, options);
}

void add_rows(CLI::App& command, NewOptions& options) {
    CLI::App* change =
        command.add_subcommand("changelog-row", "The next version in a change log and in the header");
    change->add_option("file", options.file, "The document")
        ->type_name("FILE")
        ->required()
        ->check(not_empty());
    change->add_option("-m,--message", options.message, "What changed, in one line")
        ->type_name("TEXT")
        ->required();
    change->callback([&options] { options.kind = NewKind::change_log_row; });
    add_where(*change, options);
    CLI::App* state = command.add_subcommand("log-row", "The next step in a state transition log");
    state->add_option("file", options.file, "The record")->type_name("FILE")->required()->check(not_empty());
    state->add_option("--to", options.state, "The state that is reached")->type_name("STATE")->required();
    state->callback([&options] { options.kind = NewKind::log_row; });
    add_where(*state, options);
}

} // namespace

CLI::App* add_new(CLI::App& application, NewOptions& options) {
    CLI::App* command = application.add_subcommand("new", "Begin a document, or write the next row of a log");
    command->require_subcommand(1);
    add_record(*command, options);
    add_rows(*command, options);
    return command;
}

ExitCode write_new(const NewOptions& options, const Surroundings& surroundings) {
    const auto text = options.kind == NewKind::record ? new_document(options, surroundings)
                                                      : new_row(options, surroundings);
    if (!text) return report_error(text.error(), colour_choice(options.common), surroundings);
    const auto written = write_stream(surroundings.out, *text);
    return written ? ExitCode::clean
                   : report_error(written.error(), colour_choice(options.common), surroundings);
}

} // namespace docs_lint::cli

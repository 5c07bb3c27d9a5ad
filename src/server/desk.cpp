#include "server/desk.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "engine/baseline.hpp"
#include "engine/configuration.hpp"
#include "engine/run.hpp"
#include "server/diagnostics_text.hpp"
#include "server/uri.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace docs_lint::server {
namespace {

using base::Error;
using base::Result;

constexpr int kErrorMessage = 1; // of `window/showMessage`

Error as_unverified(const Error& error) {
    const std::string first = error.message.substr(0, error.message.find('\n'));
    return {base::ErrorKind::unverifiable, "this document was not judged: " + first, error.help};
}

/// An ignored file is one of the working tree only where git tracks it all the same.
bool is_left_out(const engine::WorkingCopy& copy, const std::string& path) {
    if (copy.repository() == nullptr) return false;
    const auto ignored = copy.repository()->is_ignored(path, false);
    if (!ignored || !*ignored) return false;
    const auto tracked = copy.repository()->read_index();
    return !tracked || std::none_of(tracked->begin(), tracked->end(),
                                    [&](const git::Entry& entry) { return entry.path == path; });
}

constexpr std::size_t kMostBytes = 100'000'000;

std::string content_of(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return {};
    return base::read_file(path, kMostBytes).value_or("");
}

/// What a run says of this document beside what its text alone says.
diagnostics::Outcome outcome_for(const OpenDocument& document, const diagnostics::Outcome& all) {
    const policy::Policy& policy = document.copy->policy();
    const auto is_wanted = [&](const auto& one) {
        return one.location.path == document.path && !engine::looks_at_one_document(one.rule, policy);
    };
    diagnostics::Outcome own;
    std::copy_if(all.findings.begin(), all.findings.end(), std::back_inserter(own.findings), is_wanted);
    std::copy_if(all.unverified.begin(), all.unverified.end(), std::back_inserter(own.unverified), is_wanted);
    return own;
}

} // namespace

void Desk::set_folders(std::vector<std::string> folders) {
    copies_.set_folders(std::move(folders));
    files_changed();
}

void Desk::open(const std::string& uri, std::int64_t version, std::string text) {
    documents_.erase(uri);
    documents_.emplace(uri, OpenDocument(uri, version, EditedText(std::move(text), client_.encoding)));
    homeless_.insert(uri);
    edited_.insert(uri);
}

void Desk::change(const std::string& uri, std::int64_t version, const Json& changes) {
    const auto document = documents_.find(uri);
    if (document == documents_.end()) return;
    for (const Json& change : changes) apply_change(document->second, change);
    document->second.version = version;
    edited_.insert(uri);
}

void Desk::save(const std::string& uri) {
    const auto document = documents_.find(uri);
    if (document == documents_.end() || document->second.copy == nullptr) return files_changed();
    for (const auto& [other, one] : documents_)
        if (one.root == document->second.root) edited_.insert(other);
    roots_to_run_.insert(document->second.root);
}

void Desk::close(const std::string& uri) {
    if (documents_.erase(uri) > 0) notify_("textDocument/publishDiagnostics", no_diagnostics(uri));
}

void Desk::files_changed() {
    for (const auto& [uri, document] : documents_) {
        homeless_.insert(uri);
        edited_.insert(uri);
        if (!document.root.empty()) roots_to_run_.insert(document.root);
    }
}

void Desk::settle() {
    for (const std::string& uri : std::exchange(homeless_, {}))
        if (const auto found = documents_.find(uri); found != documents_.end()) find_home(found->second);
    for (const std::string& uri : std::exchange(edited_, {}))
        if (const auto found = documents_.find(uri); found != documents_.end()) judge(found->second);
    for (const std::string& root : std::exchange(roots_to_run_, {})) run(root);
    for (const std::string& uri : std::exchange(unpublished_, {}))
        if (const auto found = documents_.find(uri); found != documents_.end()) publish(found->second);
}

const OpenDocument* Desk::find(const std::string& uri) {
    settle();
    const auto found = documents_.find(uri);
    return found == documents_.end() ? nullptr : &found->second;
}

void Desk::find_home(OpenDocument& document) {
    document.root.clear();
    document.not_run.reset();
    const auto file = path_of_uri(document.uri);
    if (!file || !policy::is_markdown(*file)) return;
    auto home = copies_.home_of(*file);
    if (!home) {
        document.not_run = as_unverified(home.error());
        show_problem(*file, home.error());
        return;
    }
    if (!*home) return;
    document.root = (*home)->root;
    document.path = (*home)->path;
}

Result<Desk::Copy> Desk::copy_of(const OpenDocument& document) {
    if (document.root.empty()) return Copy();
    const Copy earlier = copies_.last_at(document.root);
    auto copy = copies_.at(document.root);
    if (!copy) {
        show_problem(document.root, copy.error());
        const bool was_governed = earlier == nullptr || earlier->policy().class_of(document.path) != nullptr;
        if (!was_governed) return Copy();
        return base::fail(copy.error());
    }
    forget_problem(document.root);
    const bool governed = (*copy)->policy().class_of(document.path) != nullptr;
    return governed && !is_left_out(**copy, document.path) ? *copy : Copy();
}

/// A draft must not outlive its working copy.
void Desk::judge(OpenDocument& document) {
    document.draft.reset();
    document.not_judged.reset();
    unpublished_.insert(document.uri);
    auto copy = copy_of(document);
    document.copy = copy ? *copy : nullptr;
    if (document.copy != document.run_on) {
        document.of_files = {};
        document.run_on = nullptr;
        if (document.copy != nullptr) roots_to_run_.insert(document.root);
    }
    if (!copy) document.not_judged = as_unverified(copy.error());
    if (document.copy == nullptr) return;
    auto draft = document.copy->judge(document.path, document.text.text());
    if (draft)
        document.draft = std::move(*draft);
    else
        document.not_judged = as_unverified(draft.error());
}

void Desk::run(const std::string& root) {
    std::vector<OpenDocument*> documents;
    std::vector<std::string> paths;
    for (auto& [uri, document] : documents_) {
        if (document.root != root || document.copy == nullptr) continue;
        documents.push_back(&document);
        paths.push_back(document.path);
    }
    if (documents.empty()) return;
    const auto result = engine::run(copies_.request_for(root, paths));
    for (OpenDocument* document : documents) {
        document->of_files = result ? outcome_for(*document, result->outcome) : diagnostics::Outcome{};
        document->not_run = result ? std::nullopt : std::optional(as_unverified(result.error()));
        document->run_on = document->copy;
        unpublished_.insert(document->uri);
    }
}

void Desk::publish(const OpenDocument& document) {
    for (const auto& [root, uris] : problem_uris_)
        if (uris.count(document.uri) > 0) return; // it carries what is wrong in it
    notify_("textDocument/publishDiagnostics", diagnostics_of(document, client_));
}

void Desk::show_problem(const std::string& root, const Error& problem) {
    if (problems_[root] == problem.message) return;
    forget_problem(root);
    problems_[root] = problem.message;
    const std::string help = problem.help.empty() ? "" : "\nhelp: " + shown(problem.help);
    std::string text = "docs-lint: ";
    for (const std::string_view line : base::split(problem.message, '\n')) text += shown(line) + "\n";
    text.pop_back();
    notify_("window/showMessage", {{"type", kErrorMessage}, {"message", text + help}});
    const auto given = copies_.request_for(root, {}).configuration;
    for (const std::string& name :
         {given.value_or(engine::kConfigurationFile), std::string(engine::kBaselineFile)}) {
        const std::string path =
            std::filesystem::absolute(name.starts_with('/') || given == name ? name : root + name);
        Json list = configuration_diagnostics(problem.message, name, content_of(path), client_.encoding);
        if (list.empty()) continue;
        const std::string uri = uri_of_path(path);
        problem_uris_[root].insert(uri);
        notify_("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", std::move(list)}});
    }
}

void Desk::forget_problem(const std::string& root) {
    problems_.erase(root);
    const auto uris = problem_uris_.find(root);
    if (uris == problem_uris_.end()) return;
    for (const std::string& uri : uris->second)
        notify_("textDocument/publishDiagnostics", no_diagnostics(uri));
    problem_uris_.erase(uris);
}

} // namespace docs_lint::server

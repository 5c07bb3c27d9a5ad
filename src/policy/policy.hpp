#pragma once

#include "base/date.hpp"
#include "base/path_pattern.hpp"
#include "base/result.hpp"
#include "diagnostics/severity.hpp"
#include "policy/discovery.hpp"
#include "policy/document_class.hpp"
#include "policy/effective_from.hpp"
#include "policy/header_fields.hpp"
#include "policy/own_rule.hpp"
#include "policy/process.hpp"
#include "policy/process_versions.hpp"
#include "policy/reference_format.hpp"
#include "policy/role.hpp"
#include "policy/sign_off_format.hpp"
#include "policy/template_words.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// A finding that the team accepts, with its reason. From the configuration; inline ones are read by the
/// model.
struct Suppression {
    std::string rule;
    base::PathPattern path;
    std::string reason;
    std::optional<base::Date> until; ///< last day on which it counts
    std::string origin;              ///< file that holds it
    std::size_t line = 0;
};

/// Folders in which every Markdown file is some document of the process.
struct GovernedFolders {
    std::vector<base::PathPattern> paths;
    std::vector<base::PathPattern> excluded_paths;
};

/// Everything that is checked, as data. The same documents under the same policy give the same findings.
struct Policy {
    std::vector<std::string> packs; ///< built-in packs that it rests on
    SignOffFormat sign_off;
    HeaderFields header_fields;
    /// Words that mark a row of a change log as one that is still to come; without case.
    std::vector<std::string> planned_words;
    /// Statuses under which a document may change without a new version; without case.
    std::vector<std::string> draft_statuses;
    TemplateWords template_words;
    ReferenceFormat references;
    RoleRegister roles;
    std::vector<DocumentClass> classes; ///< the first one that covers a path counts
    GovernedFolders governed_folders;
    std::vector<Process> processes;
    /// What the templates of processes have said over time, by class id. `load` reads no template: whoever
    /// has a repository at hand fills this in.
    std::map<std::string, std::shared_ptr<const ProcessVersions>> derived_processes;
    std::vector<OwnRule> own_rules; ///< of teams and packs, made of the general kinds
    std::map<std::string, diagnostics::Severity>
        severities;                                      ///< by rule id, where the team or a pack sets one
    std::map<std::string, EffectiveFrom> effective_from; ///< by rule id, where one has not always been there
    std::vector<Suppression> suppressions;
    Discovery discovery;

    [[nodiscard]] const DocumentClass* class_of(std::string_view path) const;
    /// A Markdown file in a governed folder, the case of letters apart, that no class covers.
    [[nodiscard]] bool is_unclassified(std::string_view path) const;
    /// What stands at `folder` would hold documents of some class, if it were a folder.
    [[nodiscard]] bool governs_below(const std::string& folder) const;
    [[nodiscard]] const DocumentClass* find_class(std::string_view id) const;
    [[nodiscard]] const Process* find_process(std::string_view id) const;
    [[nodiscard]] const OwnRule* find_own_rule(std::string_view id) const;
};

/// A team's configuration file.
struct Configuration {
    std::string name; ///< path for messages: `.docs-lint.yaml`
    std::string content;
};

/// The built-in rules; policy knows none itself.
struct KnownRules {
    std::vector<std::string> ids;
    std::vector<std::string> not_suppressible;
};

/// The policy of a configuration and the built-in packs that it extends (`pmo` where it names none, or where
/// there is no configuration). The configuration has the shape of a pack: what it says about a class, role or
/// process replaces what the pack said key by key. Every problem is reported at once, one a line:
/// `file:line:column: what; hint`; the error is of kind `configuration`.
base::Result<Policy> load(const std::optional<Configuration>& configuration, const KnownRules& rules);

} // namespace docs_lint::policy

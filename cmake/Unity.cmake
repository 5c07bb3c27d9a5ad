# With DOCS_LINT_UNITY the sources of a module are compiled some at a time, as one: most of what a source takes are headers
# that its neighbours read, too. Continuous integration and scripts/build do so; whoever changes a file again and again had better not.
option(DOCS_LINT_UNITY "Compile several sources of a module as one" OFF)

# These have names of their own that another file of their module has, too, and stay alone. "redefinition of ..." in
# continuous integration only: name it otherwise, share it, or add the file.
set(docs_lint_alone
    git/index.cpp git/tree_object.cpp
    markdown/code_span.cpp markdown/inline_text.cpp markdown/limits.cpp markdown/parse.cpp markdown/tables.cpp
    markdown/text.cpp
    yaml/parse.cpp
    policy/policy.cpp policy/read_header_fields.cpp policy/read_lessons.cpp policy/read_references.cpp
    policy/read_sign_off.cpp policy/read_template_words.cpp policy/reader.cpp policy/template_names.cpp
    model/change_log.cpp model/commits.cpp model/gate_claims.cpp model/labelled_values.cpp model/placeholders.cpp
    model/references.cpp model/stray_fields.cpp model/transitions.cpp
    facts/areas.cpp facts/filed_records.cpp facts/release_duties.cpp facts/revisions.cpp facts/sign_off_identities.cpp
    facts/work_order.cpp
    engine/comparisons.cpp engine/configuration.cpp engine/hook_managers.cpp engine/hook_scripts.cpp
    engine/identities.cpp engine/new_transition.cpp engine/process_templates.cpp engine/staged.cpp engine/suppress.cpp
    engine/work_tree_entries.cpp engine/working_copy.cpp
    reporters/gitlab.cpp reporters/json.cpp reporters/rdjson.cpp reporters/sarif.cpp reporters/status.cpp
    reporters/text.cpp reporters/xml_text.cpp
    server/hover_gate.cpp server/hover_state.cpp server/symbols.cpp
    cli/completion_fish.cpp cli/completion_zsh.cpp cli/explain.cpp cli/manual.cpp cli/output.cpp cli/process.cpp
    cli/rules.cpp)
list(TRANSFORM docs_lint_alone PREPEND ${PROJECT_SOURCE_DIR}/src/)

function(docs_lint_unity target)
    if(DOCS_LINT_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
        set_source_files_properties(${docs_lint_alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()

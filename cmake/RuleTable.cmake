# docs_lint_rule_table(TARGET): every file src/rules/<group>/<rule>.cpp becomes a row of the rule table, sorted by id.
# Only src/rules/kinds is no group of rules: it holds the general kinds of which teams make their own rules.
# The file defines `metadata` and `check` in namespace docs_lint::rules::<group>::<rule>; nothing else registers a rule.
function(docs_lint_rule_table target)
    file(GLOB rule_files RELATIVE ${PROJECT_SOURCE_DIR}/src/rules CONFIGURE_DEPENDS
         ${PROJECT_SOURCE_DIR}/src/rules/*/*.cpp)
    list(FILTER rule_files EXCLUDE REGEX "^kinds/")
    list(SORT rule_files)
    set(declarations "")
    set(rows "")
    foreach(file IN LISTS rule_files)
        get_filename_component(group ${file} DIRECTORY)
        get_filename_component(rule ${file} NAME_WE)
        string(REPLACE "_" "-" id "${group}/${rule}")
        file(STRINGS ${PROJECT_SOURCE_DIR}/src/rules/${file} signature REGEX "^void check\\(const facts::")
        string(REGEX MATCH "facts::[A-Za-z]+" scope "${signature}")
        if(NOT scope)
            message(FATAL_ERROR "src/rules/${file}: no line begins with 'void check(const facts::'")
        endif()
        string(APPEND declarations
            "namespace ${group}::${rule} { extern const RuleMetadata metadata; void check(const ${scope}&, Report&); }\n")
        string(APPEND rows "    Rule{\"${id}\", &${group}::${rule}::metadata, &${group}::${rule}::check},\n")
    endforeach()
    list(LENGTH rule_files count)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/rule_table.cpp CONTENT
"// Generated from the names of the files in src/rules.
#include \"rules/rule.hpp\"

#include <array>

namespace docs_lint::rules {
${declarations}
namespace {
const std::array<Rule, ${count}> kRules = {
${rows}};
} // namespace

std::span<const Rule> all_rules() { return kRules; }

} // namespace docs_lint::rules
" @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated/rule_table.cpp)

    # Every rule has a namespace of its own, so the rules of a group can be compiled as one: they are small, and nearly
    # all of their time goes into the headers that they share.
    foreach(file IN LISTS rule_files)
        get_filename_component(group ${file} DIRECTORY)
        set_source_files_properties(${PROJECT_SOURCE_DIR}/src/rules/${file} TARGET_DIRECTORY ${target}
                                    PROPERTIES UNITY_GROUP ${group})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

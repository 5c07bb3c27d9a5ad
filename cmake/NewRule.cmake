# cmake -DRULE=group/name -P cmake/NewRule.cmake
# Begins a rule: its source, which compiles and finds nothing yet, and the skeletons of its two first fixtures.
cmake_minimum_required(VERSION 3.25)

if(NOT RULE MATCHES "^[a-z]+/[a-z]+(-[a-z]+)*$")
    message(FATAL_ERROR "say which rule: cmake -DRULE=group/kebab-name -P cmake/NewRule.cmake")
endif()
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
string(REPLACE "/" ";" parts "${RULE}")
list(GET parts 0 group)
list(GET parts 1 rule)
string(REPLACE "-" "_" name "${rule}")

set(source "src/rules/${group}/${name}.cpp")
set(fixtures "fixtures/rules/${RULE}")
foreach(file IN ITEMS ${source} ${fixtures})
    if(EXISTS ${root}/${file})
        message(FATAL_ERROR "${file} exists already")
    endif()
endforeach()

file(WRITE ${root}/${source} "#include \"rules/rule.hpp\"

#include <fmt/format.h>

namespace docs_lint::rules::${group}::${name} {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = \"\",
    .why = \"\",
    .fix = \"\",
    .source = \"\",
};

// The first argument is what the rule looks at: DocumentFacts, Corpus, History or SuppressionUses.
void check(const facts::DocumentFacts& document, Report& report) {
    static_cast<void>(document);
    static_cast<void>(report);
}

} // namespace docs_lint::rules::${group}::${name}
")
file(WRITE ${root}/${fixtures}/bad-smallest/edits.txt "base: defect-at-gate-t

- **Status:** Active
+ **Status:** Active
")
file(WRITE ${root}/${fixtures}/good-nearest/edits.txt "base: defect-at-gate-t
")

message("${RULE} begins here:
  ${source}
  ${fixtures}/bad-smallest/   the smallest document that it finds
  ${fixtures}/good-nearest/   the nearest one that is right
Next:
  1. say in the metadata what it finds, why it matters, how to cure it and which clause asks for it
  2. write check(), and the fixtures (CONTRIBUTING.md says how); call the most telling bad one example-...
  3. build the target `bless`, which writes expected.txt and rules/docs/${RULE}.md
  4. read the difference as if somebody else had written it, then run the tests")

# Headers of the standard library and fmt that most sources include, read once for all modules. Sources include what they
# use all the same: a build with -DDOCS_LINT_PRECOMPILED_HEADERS=OFF, such as the one with clang, notices what is missing.
option(DOCS_LINT_PRECOMPILED_HEADERS "Read common headers once" ON)

# What is read once must be read with the same options and definitions everywhere, and pkg-config's files add some.
add_compile_options(-pthread)
add_compile_definitions(UTF8PROC_EXPORTS FMT_SHARED)
if(CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-fpch-preprocess) # or ccache cannot keep what was compiled with precompiled headers
endif()

set(DOCS_LINT_COMMON_HEADERS
    <algorithm> <array> <cstddef> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h> <tl/expected.hpp>)

# docs_lint_precompile(TARGET headers...): TARGET reads these headers first.
function(docs_lint_precompile target)
    if(DOCS_LINT_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# docs_lint_reuse_precompiled(TARGET OWNER): TARGET reads the headers that OWNER has read.
function(docs_lint_reuse_precompiled target owner)
    if(DOCS_LINT_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM ${owner})
    endif()
endfunction()

# Warnings are errors in our own code. Headers of libraries are system headers and stay out of it.
add_library(docs_lint_warnings INTERFACE)
target_compile_options(docs_lint_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# g++ 12 warns wrongly where it optimises: of `"text" + string` (GCC bug 105651) and of an empty std::optional (80635).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(docs_lint_warnings INTERFACE -Wno-restrict $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
endif()

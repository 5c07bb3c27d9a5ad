# Warnings are errors in our own code. Headers of libraries are system headers and stay out of it.
add_library(docs_lint_warnings INTERFACE)
target_compile_options(docs_lint_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)

# -DDOCS_LINT_SANITIZE=address,undefined puts sanitizers under everything that is built here.
set(DOCS_LINT_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, separated by commas")
if(DOCS_LINT_SANITIZE)
    add_compile_options(-fsanitize=${DOCS_LINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${DOCS_LINT_SANITIZE})
endif()

# -DDOCS_LINT_SANITIZE=address,undefined puts sanitizers under everything that is built here.
set(DOCS_LINT_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, separated by commas")
if(DOCS_LINT_SANITIZE)
    # Not position independent: to move the sanitizers' own tables is half of what a short run costs, and the tests
    # make thousands of them.
    # A null pointer and an object's end are what AddressSanitizer sees, too, and there are no classes to mistake for one
    # another: a third of what it takes to compile.
    add_compile_options(-fsanitize=${DOCS_LINT_SANITIZE} -fno-sanitize=null,object-size,vptr -fno-sanitize-recover=all
                        -fno-omit-frame-pointer -fno-pie)
    add_link_options(-fsanitize=${DOCS_LINT_SANITIZE} -no-pie)
endif()

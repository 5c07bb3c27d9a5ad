# What `cmake --install` puts where, by GNUInstallDirs.
set(DOCS_LINT_ZSH_FOLDER ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING "Where zsh finds completions")
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

install(TARGETS docs-lint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# The date of the manual page, as reproducible builds have it, or else that of the commit.
set(docs_lint_epoch "$ENV{SOURCE_DATE_EPOCH}")
if(NOT docs_lint_epoch)
    execute_process(COMMAND git -C ${PROJECT_SOURCE_DIR} log -1 --format=%ct OUTPUT_VARIABLE docs_lint_epoch
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()

# docs_lint_printed(FILE FOLDER command...): a file that the built program prints, and where it is installed.
set(docs_lint_printed_files "")
function(docs_lint_printed file folder)
    set(output ${CMAKE_BINARY_DIR}/generated/${folder}/${file})
    get_filename_component(output_folder ${output} DIRECTORY)
    file(MAKE_DIRECTORY ${output_folder})
    add_custom_command(OUTPUT ${output} DEPENDS docs-lint VERBATIM
                       COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=${docs_lint_epoch} $<TARGET_FILE:docs-lint> ${ARGN} > ${output})
    install(FILES ${output} DESTINATION ${folder})
    set(docs_lint_printed_files ${docs_lint_printed_files} ${output} PARENT_SCOPE)
endfunction()

# A program for another machine cannot be asked.
if(NOT CMAKE_CROSSCOMPILING)
    docs_lint_printed(docs-lint.1 ${CMAKE_INSTALL_MANDIR}/man1 man)
    docs_lint_printed(docs-lint ${CMAKE_INSTALL_DATADIR}/bash-completion/completions completion bash)
    docs_lint_printed(_docs-lint ${DOCS_LINT_ZSH_FOLDER} completion zsh)
    docs_lint_printed(docs-lint.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d completion fish)
    add_custom_target(printed_files ALL DEPENDS ${docs_lint_printed_files})
endif()

# All that the README links to.
file(GLOB docs_lint_licence ${PROJECT_SOURCE_DIR}/LICENSE*)
foreach(page README.md ARCHITECTURE.md SECURITY.md bench/README.md rules/README.md docs/bypass.md docs/editors.md
        docs/github-action.md docs/report.png scripts/demonstration.d/faults)
    get_filename_component(folder ${page} DIRECTORY)
    install(FILES ${PROJECT_SOURCE_DIR}/${page} DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder})
endforeach()
install(FILES ${docs_lint_licence} DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/docs ${PROJECT_SOURCE_DIR}/rules/pmo ${PROJECT_SOURCE_DIR}/rules/adr
        DESTINATION ${CMAKE_INSTALL_DOCDIR}/rules)
install(PROGRAMS ${PROJECT_SOURCE_DIR}/hooks/pre-commit ${PROJECT_SOURCE_DIR}/hooks/pre-push
                 ${PROJECT_SOURCE_DIR}/hooks/pre-receive DESTINATION ${CMAKE_INSTALL_DATADIR}/docs-lint/hooks)

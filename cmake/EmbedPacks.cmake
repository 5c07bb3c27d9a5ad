# docs_lint_embed_packs(TARGET): puts rules/<pack>/*.yaml into the binary, parsed. A pack is its folder's name.
function(docs_lint_embed_packs target)
    file(GLOB files RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*/*.yaml)
    list(SORT files)
    add_executable(embed_packs ${PROJECT_SOURCE_DIR}/cmake/embed_packs.cpp)
    target_link_libraries(embed_packs PRIVATE docs_lint_yaml docs_lint_warnings fmt::fmt)
    set(output ${CMAKE_BINARY_DIR}/generated/embedded_packs.cpp)
    list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE depends)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
    add_custom_command(OUTPUT ${output} COMMAND embed_packs ${output} ${PROJECT_SOURCE_DIR} ${files}
                       DEPENDS ${depends} VERBATIM)
    target_sources(${target} PRIVATE ${output})
endfunction()

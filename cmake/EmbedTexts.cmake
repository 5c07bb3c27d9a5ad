# docs_lint_embed_texts(MODULE FILES...): puts text files into a module. `report.css` becomes
#     extern const std::string_view report_css;  of namespace docs_lint::MODULE::embedded
# which the generated header MODULE/embedded_texts.hpp declares.
function(docs_lint_embed_texts module)
    set(folder ${CMAKE_BINARY_DIR}/generated/${module})
    set(declarations "")
    set(definitions "")
    foreach(file ${ARGN})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
        get_filename_component(name ${file} NAME)
        string(MAKE_C_IDENTIFIER ${name} name)
        file(READ ${CMAKE_CURRENT_SOURCE_DIR}/${file} text)
        string(APPEND declarations "extern const std::string_view ${name};\n")
        string(APPEND definitions "const std::string_view ${name} = R\"docs-lint(${text})docs-lint\";\n")
    endforeach()
    file(CONFIGURE OUTPUT ${folder}/embedded_texts.hpp @ONLY CONTENT
        "#pragma once\n\n#include <string_view>\n\nnamespace docs_lint::${module}::embedded {\n@declarations@}\n")
    file(CONFIGURE OUTPUT ${folder}/embedded_texts.cpp @ONLY CONTENT
        "#include \"${module}/embedded_texts.hpp\"\n\nnamespace docs_lint::${module}::embedded {\n@definitions@}\n")
    target_sources(docs_lint_${module} PRIVATE ${folder}/embedded_texts.cpp)
    target_include_directories(docs_lint_${module} PRIVATE ${CMAKE_BINARY_DIR}/generated)
endfunction()

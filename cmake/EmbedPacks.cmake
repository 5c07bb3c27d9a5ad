# docs_lint_embed_packs(TARGET): puts rules/<pack>/*.yaml into the binary. A pack is its folder's name.
function(docs_lint_embed_packs target)
    file(GLOB pack_files RELATIVE ${PROJECT_SOURCE_DIR}/rules CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*/*.yaml)
    list(SORT pack_files)
    set(rows "")
    foreach(file IN LISTS pack_files)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/${file})
        get_filename_component(pack ${file} DIRECTORY)
        file(READ ${PROJECT_SOURCE_DIR}/rules/${file} content)
        string(APPEND rows "    EmbeddedFile{\"${pack}\", \"rules/${file}\", R\"pack~(${content})pack~\"},\n")
    endforeach()
    list(LENGTH pack_files count)
    file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/generated/embedded_packs.cpp CONTENT
"// Generated from rules/*/*.yaml.
#include \"policy/embedded.hpp\"

#include <array>

namespace docs_lint::policy {
namespace {
const std::array<EmbeddedFile, ${count}> kFiles = {
${rows}};
} // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

} // namespace docs_lint::policy
")
    target_sources(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated/embedded_packs.cpp)
endfunction()

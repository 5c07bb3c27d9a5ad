# docs_lint_embed_hooks(TARGET): puts the scripts in hooks/ into the binary, byte for byte.
function(docs_lint_embed_hooks target)
    file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/hooks/*)
    list(SORT files)
    set(rows "")
    foreach(file ${files})
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        get_filename_component(name ${file} NAME)
        file(READ ${file} text)
        string(APPEND rows "    HookScript{\"${name}\", R\"script(${text})script\"},\n")
    endforeach()
    list(LENGTH files count)
    set(output ${CMAKE_BINARY_DIR}/generated/hook_scripts.cpp)
    file(CONFIGURE OUTPUT ${output} CONTENT [=[// Generated from hooks/.
#include "engine/hook_scripts.hpp"

#include <array>

namespace docs_lint::engine {
namespace {
constexpr std::array<HookScript, @count@> kScripts = {
@rows@};
} // namespace

std::span<const HookScript> hook_scripts() { return kScripts; }

} // namespace docs_lint::engine
]=] @ONLY)
    target_sources(${target} PRIVATE ${output})
endfunction()

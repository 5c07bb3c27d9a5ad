# docs_lint_module(NAME [USES other modules...] [LIBRARIES targets...])
# One folder of src/ becomes one static library. USES repeats the table in tests/meta/layering_test.cpp, which reads
# the #include lines and fails where they run against it.
function(docs_lint_module name)
    cmake_parse_arguments(ARG "" "" "USES;LIBRARIES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
    add_library(docs_lint_${name} STATIC ${sources})
    target_include_directories(docs_lint_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    list(TRANSFORM ARG_USES PREPEND docs_lint_)
    target_link_libraries(docs_lint_${name} PUBLIC ${ARG_USES} PRIVATE docs_lint_warnings ${ARG_LIBRARIES})
    docs_lint_unity(docs_lint_${name})
endfunction()

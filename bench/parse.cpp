// bench_parse FOLDER: what a lint is compared with. Reads every Markdown file below the folder and parses it
// with cmark-gfm (table, autolink, strikethrough, tasklist; default memory; one thread).

#include <array>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

void parse(const std::string& text) {
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (const char* name : std::array{"table", "autolink", "strikethrough", "tasklist"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: bench_parse FOLDER\n");
        return 2;
    }
    cmark_gfm_core_extensions_ensure_registered();
    std::size_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(argv[1])) {
        if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        bytes += text.size();
        parse(text);
    }
    fmt::print("{} bytes\n", bytes);
    return 0;
}

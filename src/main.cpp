#include "base/out_of_memory.hpp"
#include "base/utf8.hpp"
#include "cli/run.hpp"

#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace {

constexpr int kFirstOfAll = 101; // the headers of libraries ask for memory before `main`

[[gnu::constructor(kFirstOfAll)]] void end_where_there_is_no_memory() {
    std::set_new_handler(docs_lint::base::end_out_of_memory);
}

} // namespace

int main(int argc, char** argv) {
    try {
        return docs_lint::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc},
                                   docs_lint::cli::real_surroundings());
    } catch (const std::exception& bug) {
        std::fprintf(stderr, "docs-lint: error: this is a bug in docs-lint: %s\n",
                     docs_lint::base::escape_invisible(bug.what()).c_str());
        return 2;
    }
}

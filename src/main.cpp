#include "base/utf8.hpp"
#include "cli/run.hpp"

#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    try {
        return docs_lint::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc},
                                   docs_lint::cli::real_surroundings());
    } catch (const std::bad_alloc&) { // says so without asking for more
        std::fputs("docs-lint: error: there is not enough memory\n", stderr);
        return 2;
    } catch (const std::exception& bug) {
        std::fprintf(stderr, "docs-lint: error: this is a bug in docs-lint: %s\n",
                     docs_lint::base::escape_invisible(bug.what()).c_str());
        return 2;
    }
}

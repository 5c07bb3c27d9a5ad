#include "base/out_of_memory.hpp"

#include <string_view>
#include <unistd.h>

namespace docs_lint::base {

void end_out_of_memory() {
    constexpr int kFailure = 2;
    constexpr std::string_view kMessage = "docs-lint: error: there is not enough memory\n";
    const auto written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
    static_cast<void>(written); // there is nobody left to tell
    ::_exit(kFailure);
}

} // namespace docs_lint::base

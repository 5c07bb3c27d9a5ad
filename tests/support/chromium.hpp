#pragma once

#include "support/process.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace docs_lint::tests {

struct Window {
    int width = 1400;
    int height = 1200;
    bool dark = false;
};

/// Opens the address in a headless Chromium, which does something (`--dump-dom`, `--screenshot=FILE`) when
/// the page's scripts are done. Its own files go into `home`.
ProcessResult run_chromium(const std::vector<std::string>& actions, const std::string& address,
                           const Window& window, const std::filesystem::path& home);

} // namespace docs_lint::tests

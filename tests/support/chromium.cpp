#include "support/chromium.hpp"

#include <fmt/format.h>

namespace docs_lint::tests {

ProcessResult run_chromium(const std::vector<std::string>& actions, const std::string& address,
                           const Window& window, const std::filesystem::path& home) {
    std::vector<std::string> command = {
        "chromium",
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--allow-file-access-from-files",
        fmt::format("--window-size={},{}", window.width, window.height),
        "--virtual-time-budget=10000",
        "--user-data-dir=" + (home / "profile").string(),
        fmt::format("--blink-settings=preferredColorScheme={}", window.dark ? 0 : 1)};
    command.insert(command.end(), actions.begin(), actions.end());
    command.push_back(address);
    return run_process(command, {{}, {{"HOME", home.string()}}, {}});
}

} // namespace docs_lint::tests

#pragma once

#include "cli/surroundings.hpp"

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace docs_lint::cli {

/// Says on a terminal's error output what a run is busy with, once it has taken a second, and takes that line
/// back when the run is over. Elsewhere (a file, a pipe, a build log) it says nothing.
class Progress {
public:
    explicit Progress(const Surroundings& surroundings);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// What begins now: `reading the documents`.
    void stage(std::string_view name);

private:
    void show_until_done(std::ostream& out);

    std::mutex mutex_;
    std::condition_variable done_;
    bool is_done_ = false;
    std::string stage_ = "working";
    std::thread thread_; ///< not started where nothing is shown
};

} // namespace docs_lint::cli

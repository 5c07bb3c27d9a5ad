#pragma once

#include <cstddef>

namespace docs_lint::reporters {

/// How a result is to be shown. Machine formats heed none of it.
struct Options {
    bool colour = false;
    bool ci = false;         ///< the sink is a build log, whose runner obeys commands in text: break them
    bool quiet = false;      ///< findings only: no summary, and nothing at all where all is well
    bool statistics = false; ///< how often each rule was broken
    bool hook = false;       ///< `concise` with help lines, wrapped to `width`
    std::size_t width = 100; ///< columns of the sink
};

} // namespace docs_lint::reporters

#pragma once

#include <cstddef>
#include <string>

namespace docs_lint::reporters {

/// GitHub shows no more annotations of a level for a step; the rest would vanish without a word.
inline constexpr std::size_t kMostAnnotations = 10;

/// How a result is to be shown. Machine formats heed none of it, but for the number of annotations.
struct Options {
    bool colour = false;
    bool ci = false;         ///< the sink is a build log, whose runner obeys commands in text: break them
    bool quiet = false;      ///< findings only: no summary, and nothing at all where all is well
    bool statistics = false; ///< how often each rule was broken
    bool hook = false;       ///< `concise` with help lines, wrapped to `width`
    std::size_t width = 100; ///< columns of the sink
    std::size_t annotations = kMostAnnotations; ///< `github`: of each level
    /// An absolute folder with the rules' pages, to which coloured ids are links; empty where the sink shows
    /// no links.
    std::string pages = {};
};

} // namespace docs_lint::reporters

#pragma once

#include "policy/setting.hpp"

#include <string>

namespace docs_lint::policy {

/// A process that is derived from a Markdown template, as a class names it: `process: {from: ..., like:
/// ...}`.
struct ProcessTemplate {
    std::string path; ///< of the template, from the repository's root
    std::string id;   ///< of the derived process: that of `like`, or the template's name
    Setting like;     ///< the process that supplies what a template does not say; null where there is none
    Setting answers;  ///< what the configuration says about it: keys of a process, and `items` by id
};

} // namespace docs_lint::policy

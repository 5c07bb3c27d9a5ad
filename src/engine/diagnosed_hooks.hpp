#pragma once

#include "engine/diagnosis.hpp"
#include "git/repository.hpp"

#include <vector>

namespace docs_lint::engine {

/// Which of git's hooks run docs-lint here, and which hook managers and workflows name it.
std::vector<Observation> observe_hooks(const git::Repository& repository);

} // namespace docs_lint::engine

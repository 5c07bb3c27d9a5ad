#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// One run whose answer a test looked at: the page of the bypass suite is made of these.
struct Judgement {
    int exit_code = -1;
    std::set<std::string> rules; ///< those that the test asked for and that were found
    std::string variant;         ///< how the repository was stored; empty: as git makes it
};

/// Keeps a run, and returns the number by which rules are added to it.
std::size_t note_run(int exit_code);
void note_rule(std::size_t run, const std::string& rule);

/// What was kept since the last call.
std::vector<Judgement> take_judgements();

/// The runs in its life are of a repository that is stored in this way.
class StoredAs {
public:
    explicit StoredAs(std::string variant);
    ~StoredAs();
    StoredAs(const StoredAs&) = delete;
    StoredAs& operator=(const StoredAs&) = delete;
};

} // namespace docs_lint::tests

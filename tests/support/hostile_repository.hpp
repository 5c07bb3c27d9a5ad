#pragma once

#include "support/tidy_repository.hpp"

namespace docs_lint::tests {

/// A tidy repository, and in it what formats stumble over: documents whose names and texts are made to break
/// out of terminals, build logs, XML, JSON and URIs; a filed record that was changed (with places in another
/// version), suppressions of both kinds, and a document that cannot be judged.
class HostileRepository : public TidyRepository {
public:
    HostileRepository();
};

} // namespace docs_lint::tests

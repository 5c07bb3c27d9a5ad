#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "policy/document_class.hpp"

#include <string>

namespace docs_lint::engine {

/// Whether the version of a document that HEAD or the index holds is filed, so that nobody may write it,
/// whatever the working tree makes of it. An index that cannot be read says nothing; a version that cannot be
/// read is an error.
base::Result<bool> is_filed_before(const Place& place, const std::string& path,
                                   const policy::DocumentClass& document_class);

/// The same of HEAD alone: who goes on from there can no longer change the record without being refused.
base::Result<bool> is_filed_in_head(const Place& place, const std::string& path,
                                    const policy::DocumentClass& document_class);

/// The same of the commit that a range or a push is against; false where there is none.
base::Result<bool> is_filed_in_base(const Place& place, const std::string& path,
                                    const policy::DocumentClass& document_class);

} // namespace docs_lint::engine

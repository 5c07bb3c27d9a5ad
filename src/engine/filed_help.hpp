#pragma once

#include "engine/judge.hpp"
#include "engine/place.hpp"
#include "facts/corpus.hpp"

namespace docs_lint::engine {

/// Who mends a record that HEAD holds filed is refused by the rules that guard it. What is found in one gets
/// a help that can be followed.
void give_help_for_filed(Verdict& verdict, const facts::Corpus& corpus, const Place& place);

} // namespace docs_lint::engine

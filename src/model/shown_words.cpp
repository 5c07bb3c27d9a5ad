#include "model/shown_words.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <re2/re2.h>

namespace docs_lint::model {

std::string as_people_read(std::string_view text) {
    return base::collapse_blanks(base::fold_look_alikes(without_struck(text)));
}

bool names_nobody(std::string_view owner) {
    static const re2::RE2 nobody(
        R"([^\pL\pN]*(?:(?:nobody|no ?one|no-one|none|nil|someone|somebody|anyone|anybody|unknown|vacant|)"
        R"(unowned|open|n/?a|not applicable)?[^\pL\pN]*|)"
        R"((?:unassigned|not (?:yet )?(?:assigned|named|known)|no (?:owner|one)|nobody|owner to be|)"
        R"((?:yet )?to be (?:named|assigned|appointed|found|agreed|chosen|nominated)|)"
        R"(will be (?:named|assigned))\b.*))");
    const std::string read = as_people_read(owner);
    return is_blank_or_dash(read) || re2::RE2::FullMatch(read, nobody);
}

} // namespace docs_lint::model

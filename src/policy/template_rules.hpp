#pragma once

#include "policy/template_names.hpp"
#include "policy/template_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::policy {

/// A cell of the severity table: how long a state may last.
struct TemplateStay {
    Written state;                     ///< as the column's heading names it
    Written time;                      ///< as written
    std::optional<std::string> length; ///< as packs write it: `2h`; nothing where it cannot be read
};

struct TemplateTier {
    Written name;
    std::vector<TemplateStay> stays;
};

/// The tiers of the severity table, with what its columns of times say.
std::vector<TemplateTier> read_template_tiers(const TemplateText& text, const TemplateWords& words);

/// A sentence that leads from the state below whose heading it stands to another one.
struct TemplateReversion {
    Written from;
    Written to;
};
std::vector<TemplateReversion> read_template_reversions(const TemplateText& text,
                                                        const std::vector<std::string>& states,
                                                        const TemplateWords& words);

/// The tiers of which a line below the last state's heading says that something is mandatory for them.
std::vector<std::string> read_tiers_with_duties(const TemplateText& text,
                                                const std::vector<std::string>& states,
                                                const std::vector<TemplateTier>& tiers,
                                                const TemplateWords& words);

/// `2 hours` gives `2h`, `1 week` `1w`; nothing where it is no plain length of time.
std::optional<std::string> read_length(std::string_view text);

} // namespace docs_lint::policy

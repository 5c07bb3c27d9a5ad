#pragma once

#include "policy/sign_off_format.hpp"
#include "policy/template_words.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// What a heading or bold line of a template names: a gate or an item by its id, and what stands behind it.
struct TemplateName {
    std::string id;
    std::string gate; ///< of an item: its id up to the last full stop; empty for a gate
    std::string rest; ///< title, or the states of a gate
    bool keyword = false;
    bool separated = false; ///< a dash, a colon or nothing stands behind the id
};
std::optional<TemplateName> read_template_name(std::string_view line, const SignOffFormat& format);

/// `A → B`, `A -> B`, with or without more arrows.
std::vector<std::string> split_at_arrows(std::string_view text);

/// Where an arrow stands in the text, and its length; nothing behind `from`.
struct Arrow {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::string label; ///< `R` of `-R->`
};
std::optional<Arrow> find_arrow(std::string_view text, std::size_t from);

/// The state that a heading such as `STATE: TRIAGE` or `Triage` is about; nothing where it is none of them.
std::optional<std::size_t> state_of_heading(std::string_view heading, const std::vector<std::string>& states,
                                            const TemplateWords& words);

/// Position of a state among them, written in any case, with blanks or underscores.
std::optional<std::size_t> rank_among(const std::vector<std::string>& states, std::string_view state);

} // namespace docs_lint::policy

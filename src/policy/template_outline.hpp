#pragma once

#include "policy/policy.hpp"
#include "policy/template_names.hpp"
#include "policy/template_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::policy {

/// A gate as its heading names it.
struct TemplateGate {
    std::string id;
    std::vector<std::string> states; ///< behind its name, between arrows; two where all is well
    Written heading;
};

/// A gate item as the template describes it.
struct TemplateItem {
    std::string id;
    std::string gate;
    Written title;
    std::optional<Written> evidence; ///< its placeholder
    std::optional<Written> owner;
    bool certain = true; ///< it is an item by its form, whether or not components follow
};

/// What a template says in headings, bold lines and labelled lines, before anybody asks what it means.
struct TemplateOutline {
    Written title;
    std::optional<Written> version;
    std::vector<TemplateGate> gates;
    std::vector<TemplateItem> items;
    /// Lines and columns for an owner's confirmation, behind the first gate, that belong to none of the
    /// items: what they confirm is written in a form that is not read.
    std::vector<Written> unread;
};

TemplateOutline read_outline(const TemplateText& text, const Policy& policy);

/// The version that the header of a template gives.
std::optional<Written> read_template_version(const TemplateText& text,
                                             const std::vector<std::string>& version_fields);

} // namespace docs_lint::policy

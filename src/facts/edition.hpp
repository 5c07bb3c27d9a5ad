#pragma once

#include "base/date.hpp"
#include "base/line_index.hpp"
#include "base/version.hpp"
#include "diagnostics/location.hpp"
#include "facts/corpus.hpp"
#include "git/object_id.hpp"
#include "policy/document_class.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// One version of a governed document, reduced to what is compared with its other versions. A history has
/// very many of them.
struct Edition {
    /// In this version; `at` gives the whole of it.
    struct Place {
        base::Position begin;
        base::Position end;
        std::string line_text;
    };
    struct Field {
        std::string key; ///< as written
        std::string value;
        Place place;
    };
    struct LogRow {
        std::string version_text;
        std::optional<base::Version> version;
        std::string date_text;
        std::optional<base::Date> date;
        std::string change;
        bool planned = false;
        Place place;
    };
    struct Transition {
        std::string from;
        std::string to;
        std::optional<base::Moment> when;
        bool reversion = false;
        Place place;
    };
    /// A gate item as it was signed. The three texts are what a reader sees; equal texts, same sign-off.
    struct Item {
        std::string id; ///< the process's id, else the title
        std::string evidence;
        std::string owner;
        std::string validation;
        std::optional<base::Moment> owner_date;
        std::optional<base::Moment> validation_date;
        bool signed_off = false;
        Place place;
    };
    struct Gate {
        std::string id;
        bool claimed = false; ///< anything claims that it has passed
        bool passed = false;  ///< every item is there and signed off
        Place place;
    };
    struct Tier {
        std::string name; ///< of the process; empty: unknown to it
        std::string text; ///< as written
        Place place;
    };

    const policy::DocumentClass* document_class = nullptr; ///< never null
    const policy::Process* process = nullptr;
    std::string path;
    std::string commit; ///< that holds it; empty: not committed yet
    std::vector<Field> header;
    std::string status; ///< without ticks and prose; empty where there is none
    std::optional<base::Version> version;
    std::optional<base::Date> updated; ///< `Last Updated`
    std::vector<LogRow> change_log;
    /// Digest of all that stands outside the header and the change log, white space and marks of formatting
    /// apart: equal digests, same meaning.
    git::ObjectId meaning;
    std::optional<std::size_t> state; ///< the furthest that it declares, as a rank in the process
    std::vector<Transition> transitions;
    std::vector<Gate> gates;
    std::vector<Item> items;
    std::vector<Tier> severities; ///< see `declared_severities`
    std::vector<Tier> priorities; ///< `P1`, in capitals
    /// Paragraphs and list items of its own text that name two tiers of severity and somebody who may change
    /// them.
    std::vector<std::string> remarks_on_severity;
    bool filed = false;

    /// A place of this version, in the commit that holds it.
    [[nodiscard]] diagnostics::Location at(const Place& place) const;

    /// The first field with any of these names, in the order of the names; null where there is none.
    [[nodiscard]] const Field* find_field(const std::vector<std::string>& names) const;
    [[nodiscard]] const Item* find_item(const std::string& id) const;
    [[nodiscard]] const Gate* find_gate(const std::string& id) const;
};

/// Reduces a judged document. `commit` holds it.
Edition to_edition(const DocumentFacts& document, const std::string& commit);

} // namespace docs_lint::facts

#include "base/text.hpp"
#include "policy/read_sections.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t kMostRules = 200;

/// A word of a pack and what it stands for.
template <typename Value>
struct Word {
    std::string_view word;
    Value value;
};

constexpr std::array<Word<TextPlace>, 5> kPlaces = {{{"text", TextPlace::text},
                                                     {"heading", TextPlace::heading},
                                                     {"header", TextPlace::header},
                                                     {"code", TextPlace::code},
                                                     {"source", TextPlace::source}}};
constexpr std::array<Word<FieldForm>, 4> kForms = {{{"date", FieldForm::date},
                                                    {"version", FieldForm::version},
                                                    {"role", FieldForm::role},
                                                    {"path", FieldForm::path}}};
constexpr std::array<Word<diagnostics::Severity>, 4> kSeverities = {
    {{"off", diagnostics::Severity::off},
     {"information", diagnostics::Severity::information},
     {"warning", diagnostics::Severity::warning},
     {"error", diagnostics::Severity::error}}};

template <typename Value, std::size_t count>
void read_word(const Setting& mapping, std::string_view key, std::string_view what,
               const std::array<Word<Value>, count>& words, Value& target, Problems& problems) {
    const Setting* setting = mapping.find(key);
    if (setting == nullptr || !expect(*setting, yaml::NodeKind::scalar, problems)) return;
    Strings known;
    for (const auto& [word, value] : words) {
        known.emplace_back(word);
        if (word != setting->scalar) continue;
        target = value;
        return;
    }
    problems.add_unknown(*setting, what, setting->scalar, known);
}

/// One text, or a list of texts that each will do.
void read_texts(const Setting& mapping, std::string_view key, Strings& target, Problems& problems) {
    const Setting* setting = mapping.find(key);
    if (setting == nullptr) return;
    if (setting->is(yaml::NodeKind::scalar))
        read_value(*setting, target.emplace_back(), problems);
    else
        read(mapping, key, target, problems);
    require_items(mapping, key, problems);
}

/// An entry of a list: a mapping with these keys, or nothing but one of the names.
template <typename Entry, typename Read>
std::vector<Entry> read_entries(const Setting& mapping, std::string_view key, Strings Entry::*names,
                                Read read_one, Problems& problems) {
    std::vector<Entry> entries;
    const Setting* list = mapping.find(key);
    if (list == nullptr || !expect(*list, yaml::NodeKind::sequence, problems)) return entries;
    require_items(mapping, key, problems);
    for (const Setting& item : list->items) {
        Entry& entry = entries.emplace_back();
        if (item.is(yaml::NodeKind::scalar))
            read_value(item, (entry.*names).emplace_back(), problems);
        else
            read_one(item, entry);
    }
    return entries;
}

/// Reads one rule of its kind.
class OwnRuleReader {
public:
    OwnRuleReader(const Setting& id, const Setting& entry, ReadContext& context)
        : id_(id), entry_(entry), problems_(context.problems), context_(context) {}

    std::optional<OwnRule> read_rule();

private:
    using ReadKind = void (OwnRuleReader::*)(OwnRule&);
    struct Kind {
        std::string_view name;
        Strings required, optional;
        bool reads_documents;
        ReadKind read;
    };
    static const std::vector<Kind>& kinds();

    const Kind* find_kind();
    void read_scope(OwnRule& rule);
    void read_pattern(OwnRule& rule);
    void read_required_section(OwnRule& rule);
    void read_section(const Setting& item, SectionRule& section);
    void read_table_shape(OwnRule& rule);
    void read_column(const Setting& item, ColumnRule& column);
    void read_header_field(OwnRule& rule);
    void read_named_record(OwnRule& rule);
    void check_groups(const NamedRecord& record);
    void read_companion_files(OwnRule& rule);
    CompanionFiles::Group read_group(const Setting& item);

    const Setting& id_;
    const Setting& entry_;
    Problems& problems_;
    ReadContext& context_;
};

const std::vector<OwnRuleReader::Kind>& OwnRuleReader::kinds() {
    static const std::vector<Kind> table = {
        {"pattern", {}, {"forbid", "require", "where"}, true, &OwnRuleReader::read_pattern},
        {"required-section", {"sections"}, {"in-order"}, true, &OwnRuleReader::read_required_section},
        {"table-shape",
         {"section", "columns"},
         {"required", "in-order"},
         true,
         &OwnRuleReader::read_table_shape},
        {"header-field",
         {"field"},
         {"required", "values", "pattern", "form"},
         true,
         &OwnRuleReader::read_header_field},
        {"named-record",
         {"pattern", "record-paths"},
         {"field", "where"},
         true,
         &OwnRuleReader::read_named_record},
        {"companion-files", {"when", "then"}, {"unless"}, false, &OwnRuleReader::read_companion_files},
    };
    return table;
}

const OwnRuleReader::Kind* OwnRuleReader::find_kind() {
    if (!expect(entry_, yaml::NodeKind::mapping, problems_)) return nullptr;
    const Setting* written = entry_.find("kind");
    Strings known;
    for (const Kind& kind : kinds()) {
        if (written != nullptr && written->scalar == kind.name) return &kind;
        known.emplace_back(kind.name);
    }
    if (written == nullptr)
        problems_.add(id_, "the key \"kind\" is missing", suggest("", known));
    else if (expect(*written, yaml::NodeKind::scalar, problems_))
        problems_.add_unknown(*written, "kind of rule", written->scalar, known);
    return nullptr;
}

std::optional<OwnRule> OwnRuleReader::read_rule() {
    const Kind* kind = find_kind();
    if (kind == nullptr) return std::nullopt;
    Strings required = {"kind", "summary"};
    Strings optional = {"why", "fix", "severity"};
    if (kind->reads_documents) optional.insert(optional.end(), {"classes", "paths", "excluded-paths"});
    required.insert(required.end(), kind->required.begin(), kind->required.end());
    optional.insert(optional.end(), kind->optional.begin(), kind->optional.end());
    if (!expect_keys(entry_, id_, required, optional, problems_)) return std::nullopt;
    OwnRule rule;
    rule.id = id_.scalar;
    rule.kind = kind->name;
    rule.origin = fmt::format("{}:{}", *id_.file, id_.line);
    read(entry_, "summary", rule.summary, problems_);
    read(entry_, "why", rule.why, problems_);
    read(entry_, "fix", rule.fix, problems_);
    read_word(entry_, "severity", "severity", kSeverities, rule.severity, problems_);
    read_scope(rule);
    (this->*kind->read)(rule);
    return rule;
}

void OwnRuleReader::read_scope(OwnRule& rule) {
    read_names(entry_, "classes", rule.classes, {"class", context_.classes, context_.check_references},
               problems_);
    read(entry_, "paths", rule.paths, problems_);
    read(entry_, "excluded-paths", rule.excluded_paths, problems_);
    for (const std::string_view key : {"classes", "paths"}) require_items(entry_, key, problems_);
}

void OwnRuleReader::read_pattern(OwnRule& rule) {
    PatternRule what;
    const bool forbids = entry_.find("forbid") != nullptr;
    if (forbids == (entry_.find("require") != nullptr))
        problems_.add(id_, "a rule of this kind forbids one pattern or requires one",
                      "give it either \"forbid\" or \"require\"");
    what.forbidden = forbids;
    read(entry_, forbids ? "forbid" : "require", what.pattern, problems_);
    read_word(entry_, "where", "place", kPlaces, what.where, problems_);
    rule.what = std::move(what);
}

void OwnRuleReader::read_section(const Setting& item, SectionRule& section) {
    if (!expect_keys(item, item, {"titles"}, {"level", "required", "not-empty"}, problems_)) return;
    read_texts(item, "titles", section.titles, problems_);
    read(item, "required", section.required, problems_);
    read(item, "not-empty", section.not_empty, problems_);
    const Setting* level = item.find("level");
    if (level == nullptr) return;
    read(item, "level", section.level.emplace(), problems_);
    if (*section.level < 1 || *section.level > 6)
        problems_.add(*level, fmt::format("there is no heading of level {}", level->scalar),
                      "levels are 1 to 6");
}

void OwnRuleReader::read_required_section(OwnRule& rule) {
    RequiredSections what;
    what.sections = read_entries(
        entry_, "sections", &SectionRule::titles,
        [this](const Setting& item, SectionRule& section) { read_section(item, section); }, problems_);
    read(entry_, "in-order", what.in_order, problems_);
    rule.what = std::move(what);
}

void OwnRuleReader::read_column(const Setting& item, ColumnRule& column) {
    if (!expect_keys(item, item, {"names"}, {"required", "not-empty", "values", "pattern"}, problems_))
        return;
    read_texts(item, "names", column.names, problems_);
    read(item, "required", column.required, problems_);
    read(item, "not-empty", column.not_empty, problems_);
    read(item, "values", column.values, problems_);
    require_items(item, "values", problems_);
    read(item, "pattern", column.pattern, problems_);
}

void OwnRuleReader::read_table_shape(OwnRule& rule) {
    TableShape what;
    read_texts(entry_, "section", what.section, problems_);
    read(entry_, "required", what.required, problems_);
    read(entry_, "in-order", what.in_order, problems_);
    what.columns = read_entries(
        entry_, "columns", &ColumnRule::names,
        [this](const Setting& item, ColumnRule& column) { read_column(item, column); }, problems_);
    rule.what = std::move(what);
}

void OwnRuleReader::read_header_field(OwnRule& rule) {
    HeaderFieldRule what;
    read_texts(entry_, "field", what.names, problems_);
    read(entry_, "required", what.required, problems_);
    read(entry_, "values", what.values, problems_);
    require_items(entry_, "values", problems_);
    read(entry_, "pattern", what.pattern, problems_);
    read_word(entry_, "form", "form of a field", kForms, what.form, problems_);
    rule.what = std::move(what);
}

void OwnRuleReader::read_named_record(OwnRule& rule) {
    NamedRecord what;
    const Setting* where = entry_.find("where");
    read(entry_, "pattern", what.pattern, problems_);
    read(entry_, "record-paths", what.paths, problems_);
    require_items(entry_, "record-paths", problems_);
    read_texts(entry_, "field", what.field, problems_);
    read_word(entry_, "where", "place", kPlaces, what.where, problems_);
    if (where != nullptr && !what.field.empty())
        problems_.add(*where, "the pattern is searched in a field already",
                      "leave out \"where\" or \"field\"");
    check_groups(what);
    rule.what = std::move(what);
}

/// What the pattern catches must have its place in every path, or nothing would be looked up.
void OwnRuleReader::check_groups(const NamedRecord& record) {
    const Setting* pattern = entry_.find("pattern");
    const Setting* paths = entry_.find("record-paths");
    if (pattern == nullptr || paths == nullptr || !record.pattern.is_set()) return;
    const Strings names = record.pattern.group_names();
    if (names.empty())
        problems_.add(*pattern, "the pattern catches nothing that could name a record",
                      "name a group in it, such as (?P<number>\\d+)");
    for (const Setting& path : paths->items)
        for (const std::string& name : names)
            if (path.scalar.find("{" + name + "}") == std::string::npos)
                problems_.add(path,
                              fmt::format("the path has no place for what the group \"{}\" catches", name),
                              fmt::format("write {{{}}} in it", name));
}

CompanionFiles::Group OwnRuleReader::read_group(const Setting& item) {
    CompanionFiles::Group group;
    if (!expect_keys(item, item, {"name", "paths"}, {}, problems_)) return group;
    read(item, "name", group.name, problems_);
    read(item, "paths", group.paths, problems_);
    require_items(item, "paths", problems_);
    return group;
}

void OwnRuleReader::read_companion_files(OwnRule& rule) {
    CompanionFiles what;
    read(entry_, "when", what.when, problems_);
    require_items(entry_, "when", problems_);
    read(entry_, "unless", what.unless, problems_);
    const Setting* groups = entry_.find("then");
    if (groups != nullptr && expect(*groups, yaml::NodeKind::sequence, problems_)) {
        require_items(entry_, "then", problems_);
        for (const Setting& item : groups->items) what.then.push_back(read_group(item));
    }
    rule.what = std::move(what);
}

bool is_name(std::string_view text) {
    const auto plain = [](char one) {
        return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '-';
    };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), plain);
}

std::string_view group_of(std::string_view id) {
    return id.substr(0, id.find('/'));
}

void check_id(const Setting& id, const KnownRules& rules, Problems& problems) {
    const auto parts = base::split(id.scalar, '/');
    if (parts.size() != 2 || !is_name(parts[0]) || !is_name(parts[1]))
        problems.add(
            id, fmt::format("\"{}\" cannot be a rule's id", id.scalar),
            "write it as group/name in lower-case letters, digits and hyphens, such as team/plain-words");
    else if (std::any_of(rules.ids.begin(), rules.ids.end(),
                         [&](const std::string& known) { return group_of(known) == parts[0]; }))
        problems.add(id, fmt::format("the group \"{}\" belongs to the built-in rules", parts[0]),
                     fmt::format("choose a group of your own, such as team/{}", parts[1]));
}

} // namespace

std::vector<OwnRule> read_own_rules(const Setting& section, const KnownRules& rules, ReadContext& context) {
    std::vector<OwnRule> own;
    Problems& problems = context.problems;
    if (!expect(section, yaml::NodeKind::mapping, problems)) return own;
    if (section.members.size() > kMostRules)
        problems.add(section.members[kMostRules].key,
                     fmt::format("there are {} own rules, more than {}", section.members.size(), kMostRules),
                     "join those that belong together");
    for (const auto& [id, entry] : section.members) {
        check_id(id, rules, problems);
        if (auto rule = OwnRuleReader(id, entry, context).read_rule()) own.push_back(std::move(*rule));
    }
    return own;
}

} // namespace docs_lint::policy

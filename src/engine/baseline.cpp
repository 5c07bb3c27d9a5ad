#include "engine/baseline.hpp"

#include "engine/configuration.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;
using diagnostics::Diagnostic;
using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "docs-lint-baseline/1";
constexpr std::size_t kMostBytes = 16'000'000;
constexpr std::size_t kMostNesting = 8;

tl::unexpected<base::Error> malformed(const std::string& name, std::size_t line, const std::string& what) {
    return base::fail(ErrorKind::configuration, fmt::format("{}:{}: {}", name, line, what),
                      "take the file from an earlier commit; only `docs-lint baseline` writes it");
}

/// The library keeps the last of repeated keys, and its callbacks know no place: this one finds the
/// repetition.
class RepeatedKeys {
public:
    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start)
            too_deep_ = too_deep_ || static_cast<std::size_t>(depth) > kMostNesting;
        if (event == Json::parse_event_t::object_start) open_.emplace_back();
        if (event == Json::parse_event_t::object_end) open_.pop_back();
        if (event == Json::parse_event_t::key && !open_.back().insert(parsed.get<std::string>()).second)
            repeated_ = parsed.get<std::string>();
        return true;
    }
    [[nodiscard]] const std::string& repeated() const { return repeated_; }
    [[nodiscard]] bool too_deep() const { return too_deep_; }

private:
    std::vector<std::set<std::string>> open_;
    std::string repeated_;
    bool too_deep_ = false;
};

std::size_t line_at(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    return 1 + static_cast<std::size_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// Where a quoted text stands for the first time behind `from`.
std::size_t line_of(std::string_view text, const std::string& quoted) {
    const std::size_t at = text.find('"' + quoted + '"');
    return at == std::string_view::npos ? 1 : line_at(text, at);
}

bool has_keys(const Json& object, const std::vector<std::string>& keys) {
    return object.is_object() && object.size() == keys.size() &&
           std::all_of(keys.begin(), keys.end(),
                       [&](const std::string& key) { return object.contains(key); });
}

bool is_fingerprint(const std::string& text) {
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::optional<BaselineEntry> read_entry(const Json& json) {
    const std::vector<std::string> keys = {"fingerprint", "rule", "path", "message"};
    if (!has_keys(json, keys)) return std::nullopt;
    for (const std::string& key : keys)
        if (!json[key].is_string()) return std::nullopt;
    BaselineEntry entry{json["fingerprint"].get<std::string>(), json["rule"].get<std::string>(),
                        json["path"].get<std::string>(), json["message"].get<std::string>(), 1};
    if (!is_fingerprint(entry.fingerprint)) return std::nullopt;
    return entry;
}

Result<Baseline> read_entries(const Json& list, std::string_view text, const std::string& name) {
    Baseline baseline;
    std::set<std::string> seen;
    std::size_t number = 0;
    for (const Json& json : list) {
        ++number;
        auto entry = read_entry(json);
        if (!entry)
            return malformed(name, 1,
                             fmt::format("entry {} is not a fingerprint of 16 hexadecimal digits with its "
                                         "rule, path and message",
                                         number));
        entry->line = line_of(text, entry->fingerprint);
        if (!seen.insert(entry->fingerprint).second)
            return malformed(name, entry->line,
                             fmt::format("the finding {} stands there twice", entry->fingerprint));
        baseline.entries.push_back(std::move(*entry));
    }
    return baseline;
}

Result<std::string> read_text(const source::SourceTree& tree, const source::File& file) {
    auto content = tree.read(file, kMostBytes);
    if (content) return content;
    return base::fail(ErrorKind::configuration,
                      fmt::format("{} in {}: {}", kBaselineFile, tree.name(), content.error().message),
                      "the baseline is a plain file in the repository");
}

Result<std::optional<Baseline>> read_from(const source::SourceTree& tree) {
    const auto& files = tree.files();
    if (!files) return base::fail(files.error());
    for (const source::File& file : *files) {
        if (file.path.starts_with(std::string(kBaselineFile) + "/"))
            return base::fail(ErrorKind::configuration,
                              fmt::format("{} in {} is a folder", kBaselineFile, tree.name()),
                              "the baseline is a plain file in the repository");
        if (file.path != kBaselineFile) continue;
        const auto text = read_text(tree, file);
        if (!text) return base::fail(text.error());
        auto baseline = parse_baseline(*text, kBaselineFile);
        if (!baseline) return base::fail(baseline.error());
        return std::move(*baseline);
    }
    return std::nullopt;
}

Result<std::optional<Baseline>> read_from(const git::Repository& repository, const git::Commit& commit) {
    const auto entry = repository.find_entry(commit.tree, kBaselineFile);
    if (!entry) return base::fail(entry.error());
    if (!*entry) return std::nullopt;
    return read_from(*source::entries(repository, {**entry}, "commit " + git::to_short_hex(commit.id)));
}

diagnostics::Location place_of(const BaselineEntry& entry) {
    auto place = diagnostics::whole_document(kBaselineFile);
    place.begin.line = place.end.line = entry.line;
    return place;
}

facts::BaselineMention mention(const BaselineEntry& entry) {
    return {entry.rule, entry.path, entry.message, place_of(entry)};
}

bool is_guarantee(const std::string& id) {
    const rules::Rule* rule = rules::find_rule(id);
    return rule != nullptr && !rule->metadata->suppressible;
}

/// The same entry, whatever line it stands on.
bool holds(const std::optional<Baseline>& baseline, const BaselineEntry& wanted) {
    return baseline &&
           std::any_of(baseline->entries.begin(), baseline->entries.end(), [&](const BaselineEntry& entry) {
               return entry.fingerprint == wanted.fingerprint && entry.rule == wanted.rule;
           });
}

} // namespace

Result<Baseline> parse_baseline(std::string_view text, const std::string& name) {
    RepeatedKeys keys;
    Json json;
    try {
        json = Json::parse(text, std::ref(keys));
    } catch (const Json::parse_error& error) {
        return malformed(name, line_at(text, error.byte), "this is no JSON");
    } catch (const Json::exception&) {
        return malformed(name, 1, "this JSON cannot be read");
    }
    if (keys.too_deep()) return malformed(name, 1, "this JSON is nested too deeply");
    if (!keys.repeated().empty())
        return malformed(name, line_of(text, keys.repeated()),
                         fmt::format("the key \"{}\" stands twice in one object", keys.repeated()));
    if (!has_keys(json, {"schema", "findings"}) || json["schema"] != kSchema || !json["findings"].is_array())
        return malformed(
            name, 1, fmt::format("a baseline holds \"schema\": \"{}\" and the list \"findings\"", kSchema));
    return read_entries(json["findings"], text, name);
}

std::string render_baseline(Baseline baseline) {
    std::sort(baseline.entries.begin(), baseline.entries.end(), [](const auto& left, const auto& right) {
        return std::tie(left.path, left.rule, left.message, left.fingerprint) <
               std::tie(right.path, right.rule, right.message, right.fingerprint);
    });
    std::string text = fmt::format("{{\n  \"schema\": \"{}\",\n  \"findings\": [", kSchema);
    std::string_view separator = "\n    ";
    for (const BaselineEntry& entry : baseline.entries) {
        Json json;
        json["fingerprint"] = entry.fingerprint;
        json["rule"] = entry.rule;
        json["path"] = entry.path;
        json["message"] = entry.message;
        text += separator;
        text += json.dump(-1, ' ', true, Json::error_handler_t::replace);
        separator = ",\n    ";
    }
    return text + (baseline.entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

Result<RunBaseline> find_baseline(const Place& place) {
    RunBaseline run;
    auto own = read_from(*place.snapshot);
    const git::Commit* judge = judging_commit(place);
    if (judge == nullptr) {
        if (!own) return base::fail(own.error());
        run.counted = run.own = std::move(*own);
        run.judged_by = place.snapshot->name();
        return run;
    }
    auto counted = read_from(*place.repository, *judge);
    if (!counted) return base::fail(counted.error());
    run.counted = std::move(*counted);
    run.from_base = true;
    run.judged_by = "commit " + git::to_short_hex(judge->id);
    if (own)
        run.own = std::move(*own);
    else
        run.own_problem = own.error().message;
    return run;
}

bool may_be_baselined(const Diagnostic& finding) {
    const rules::Rule* rule = rules::find_rule(finding.rule);
    return rule != nullptr && rule->metadata->suppressible && finding.commit.empty() &&
           finding.location.commit.empty();
}

Baselined take_baselined(diagnostics::Outcome& outcome, const RunBaseline& baseline, bool complete) {
    Baselined result;
    facts::BaselineUse& use = result.use;
    use.path = kBaselineFile;
    use.judged_by = baseline.judged_by;
    use.unreadable = baseline.own_problem;
    use.first = baseline.from_base && !baseline.counted;
    std::set<const BaselineEntry*> used;
    const std::vector<BaselineEntry> none;
    const auto& entries = baseline.counted ? baseline.counted->entries : none;
    std::map<std::string, const BaselineEntry*> by_fingerprint;
    for (const BaselineEntry& entry : entries) by_fingerprint[entry.fingerprint] = &entry;
    const auto is_known = [&](const Diagnostic& finding) {
        if (!may_be_baselined(finding)) return false;
        const auto found = by_fingerprint.find(finding.fingerprint);
        if (found == by_fingerprint.end() || !found->second->is_for(finding)) return false;
        used.insert(found->second);
        return true;
    };
    const std::size_t before = outcome.findings.size();
    outcome.findings.erase(std::remove_if(outcome.findings.begin(), outcome.findings.end(), is_known),
                           outcome.findings.end());
    result.taken = before - outcome.findings.size();
    if (!baseline.own) return result;
    const bool nothing_hidden = complete && outcome.unverified.empty();
    for (const BaselineEntry& entry : baseline.own->entries) {
        if (is_guarantee(entry.rule)) use.refused.push_back(mention(entry));
        if (baseline.from_base && !holds(baseline.counted, entry)) use.grown.push_back(mention(entry));
        const auto counted = by_fingerprint.find(entry.fingerprint);
        const bool unused = counted != by_fingerprint.end() && used.count(counted->second) == 0;
        if (nothing_hidden && unused && !is_guarantee(entry.rule)) use.stale.push_back(mention(entry));
    }
    return result;
}

Baseline first_baseline(const diagnostics::Outcome& outcome) {
    Baseline baseline;
    for (const Diagnostic& finding : outcome.findings)
        if (may_be_baselined(finding))
            baseline.entries.push_back(
                {finding.fingerprint, finding.rule, finding.location.path, finding.message, 1});
    return baseline;
}

Baseline shrunk_baseline(const Baseline& old, const diagnostics::Outcome& outcome) {
    const auto stays = [&](const BaselineEntry& entry) {
        const bool found =
            std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const Diagnostic& finding) {
                return may_be_baselined(finding) && entry.is_for(finding);
            });
        return found || std::any_of(outcome.unverified.begin(), outcome.unverified.end(),
                                    [&](const auto& one) { return one.location.path == entry.path; });
    };
    Baseline shrunk;
    std::copy_if(old.entries.begin(), old.entries.end(), std::back_inserter(shrunk.entries), stays);
    return shrunk;
}

} // namespace docs_lint::engine

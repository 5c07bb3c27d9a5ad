#include "base/text.hpp"
#include "rules/kinds/kinds.hpp"
#include "rules/kinds/texts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace docs_lint::rules::kinds {
namespace {

using Names = std::map<std::string, std::string>;

/// `0012` and `12` are one number.
std::string comparable(std::string_view name) {
    const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number) return base::lower(name);
    const std::size_t begin = name.find_first_not_of('0');
    return begin == std::string_view::npos ? "0" : std::string(name.substr(begin));
}

bool agrees(const Names& caught, const Names& in_path) {
    return std::all_of(caught.begin(), caught.end(), [&](const auto& one) {
        const auto found = in_path.find(one.first);
        return found != in_path.end() && comparable(found->second) == comparable(one.second);
    });
}

/// Paths of the records that a mention may mean.
std::vector<std::string> records_of(const Names& caught, const policy::NamedRecord& what,
                                    const facts::Corpus& corpus) {
    std::vector<std::string> records;
    for (const std::string& path : corpus.paths)
        for (const base::PathPattern& pattern : what.paths) {
            const auto in_path = pattern.match(path);
            if (!in_path || !agrees(caught, *in_path)) continue;
            records.push_back(path);
            break;
        }
    return records;
}

/// A field that names another record cannot mean its own document; a text may well name it.
std::optional<std::string> fault_of(const Names& caught, const policy::NamedRecord& what,
                                    const Subject& subject) {
    const auto records = records_of(caught, what, subject.corpus);
    if (records.empty()) return fmt::format("names a record that is not in {}", subject.corpus.snapshot);
    const bool itself = records.size() == 1 && records.front() == subject.document->path;
    if (itself && !what.field.empty()) return "names the document itself";
    return std::nullopt;
}

} // namespace

void check(const policy::NamedRecord& what, const Subject& subject, Report& report) {
    const auto units = what.field.empty() ? texts_of(*subject.document, what.where)
                                          : values_of(*subject.document, what.field);
    std::set<Names> reported;
    for (const TextUnit& unit : units)
        for (auto found = what.pattern.match(unit.text.text); found;
             found = what.pattern.match(unit.text.text, found->whole.end)) {
            if (reported.count(found->groups) > 0) continue;
            const auto fault = fault_of(found->groups, what, subject);
            if (!fault) continue;
            reported.insert(found->groups);
            const std::string written = unit.text.text.substr(found->whole.begin, found->whole.size());
            report.finding({
                .message = fmt::format("\"{}\" {}", shown(written), *fault),
                .location = subject.document->at(unit.text.source_of(found->whole)),
                .help = subject.help("name a record that is there"),
            });
        }
}

} // namespace docs_lint::rules::kinds

#include "engine/new_document.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "engine/draft_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <re2/re2.h>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using policy::DocumentClass;

constexpr std::size_t kLongestSlug = 40;

void replace_all(std::string& text, std::string_view part, std::string_view by) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
        text.replace(at, part.size(), by);
}

/// Nothing but id and slug is left open by the pattern.
bool is_given_by_id(const base::PathPattern& pattern) {
    std::string path = pattern.text();
    if (path.find("{id}") == std::string::npos) return false;
    for (const char* part : {"**/", "{id}", "{slug}"}) replace_all(path, part, "");
    return path.find_first_of("*?{}") == std::string::npos;
}

bool is_begun_by_id(const DocumentClass& one) {
    return std::any_of(one.named.begin(), one.named.end(), is_given_by_id) ||
           std::any_of(one.paths.begin(), one.paths.end(), is_given_by_id);
}

std::vector<std::string> class_ids(const policy::Policy& policy) {
    std::vector<std::string> ids;
    for (const DocumentClass& one : policy.classes)
        if (is_begun_by_id(one)) ids.push_back(one.id);
    return ids;
}

std::string patterns_in_words(const std::vector<base::PathPattern>& patterns) {
    std::vector<std::string> texts;
    for (const base::PathPattern& pattern : patterns) texts.push_back(fmt::format("`{}`", pattern.text()));
    return base::list_in_words(texts, "or");
}

base::Error not_begun_by_id(const policy::Policy& policy, const DocumentClass& one) {
    return {ErrorKind::usage,
            fmt::format("documents of the class {} have no path that an id gives: they are called {}", one.id,
                        patterns_in_words(one.named.empty() ? one.paths : one.named)),
            fmt::format("write it by hand; this command begins documents of {}",
                        base::list_in_words(class_ids(policy), "or"))};
}

Result<const DocumentClass*> find_class(const policy::Policy& policy, const std::string& name) {
    if (const DocumentClass* exact = policy.find_class(name)) {
        if (!is_begun_by_id(*exact)) return fail(not_begun_by_id(policy, *exact));
        return exact;
    }
    std::vector<std::string> like;
    for (const std::string& id : class_ids(policy))
        if (!name.empty() && base::find_ignoring_case(id, name)) like.push_back(id);
    if (like.size() == 1) return policy.find_class(like.front());
    if (like.size() > 1)
        return fail(ErrorKind::usage, fmt::format("`{}` may mean {}", name, base::list_in_words(like, "or")),
                    "give the whole name of the class");
    const auto nearest = base::nearest_name(name, class_ids(policy));
    return fail(ErrorKind::usage,
                fmt::format("this command begins no documents of a class called `{}`", name),
                nearest ? fmt::format("did you mean `{}`?", *nearest)
                        : fmt::format("the classes are {}", base::list_in_words(class_ids(policy))));
}

/// `Weight is rounded down` as `weight-is-rounded-down`; whole words, as many as fit.
std::string slug_of(std::string_view title) {
    std::string slug;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty() && slug.size() + word.size() < kLongestSlug)
            slug += (slug.empty() ? "" : "-") + word;
        word.clear();
    };
    for (const char byte : base::lower(title)) {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (letter) word += byte;
        if (!letter && byte != '\'') end_word();
    }
    end_word();
    return slug;
}

Result<void> check_words(const policy::Policy& policy, const DocumentOrder& order, const std::string& slug) {
    static const re2::RE2 id(R"([A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*)");
    static const re2::RE2 plain_slug(R"([a-z0-9]+(?:[._-][a-z0-9]+)*)");
    if (!re2::RE2::FullMatch(order.item_id, id))
        return fail(ErrorKind::usage, fmt::format("`{}` is no id", order.item_id),
                    "an id is made of letters, digits, dots and hyphens: `DEF-042`");
    if (base::trim(order.title).empty() || base::find_deceptive_character(order.title) ||
        order.title.find_first_of("\n\r\t") != std::string::npos)
        return fail(ErrorKind::usage, "the title is empty, or holds characters that nobody sees",
                    "write one line of plain text");
    if (!slug.empty() && !re2::RE2::FullMatch(slug, plain_slug))
        return fail(ErrorKind::usage, fmt::format("`{}` is no part of a path", slug),
                    "a slug is made of small letters, digits and hyphens: `--slug weight-rounded`");
    if (!order.owner.empty() && policy.roles.roles_named(order.owner).empty()) {
        const auto nearest = policy.roles.nearest_title(order.owner);
        return fail(ErrorKind::usage, fmt::format("no role is called `{}`", order.owner),
                    nearest ? fmt::format("did you mean `{}`?", *nearest) : "name a role of the register");
    }
    return {};
}

/// The path that a pattern with `{id}` asks for; empty where the pattern leaves more open than id and slug.
std::string path_by(const base::PathPattern& pattern, const DocumentOrder& order, const std::string& slug) {
    std::string path = pattern.text();
    if (path.find("{id}") == std::string::npos) return {};
    if (path.find("{slug}") != std::string::npos && slug.empty()) return {};
    replace_all(path, "**/", "");
    replace_all(path, "{id}", order.item_id);
    replace_all(path, "{slug}", slug);
    return path.find_first_of("*?{}") == std::string::npos ? path : std::string();
}

Result<std::string> path_of(const policy::Policy& policy, const DocumentClass& document_class,
                            const DocumentOrder& order, const std::string& slug) {
    auto patterns = document_class.named;
    patterns.insert(patterns.end(), document_class.paths.begin(), document_class.paths.end());
    for (const base::PathPattern& pattern : patterns) {
        const std::string path = path_by(pattern, order, slug);
        const bool fits = !path.empty() && policy.class_of(path) == &document_class &&
                          document_class.is_well_named(path) && document_class.item_id(path) == order.item_id;
        if (fits) return path;
    }
    return fail(ErrorKind::usage,
                fmt::format("the class {} has no path for the id `{}`{}", document_class.id, order.item_id,
                            slug.empty() ? "" : fmt::format(" and the slug `{}`", slug)),
                "its `named` and `paths` give names with {id} and {slug}; another id or --slug may fit");
}

} // namespace

Result<NewDocument> draft_document(const policy::Policy& policy, const DocumentOrder& order) {
    const auto document_class = find_class(policy, order.class_name);
    if (!document_class) return fail(document_class.error());
    const std::string slug = order.slug.empty() ? slug_of(order.title) : order.slug;
    if (const auto words = check_words(policy, order, slug); !words) return fail(words.error());
    const auto path = path_of(policy, **document_class, order, slug);
    if (!path) return fail(path.error());
    return NewDocument{*path, draft_text(policy, **document_class, order)};
}

} // namespace docs_lint::engine

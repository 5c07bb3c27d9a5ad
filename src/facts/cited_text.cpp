#include "facts/cited_text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/paths.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using model::ReferenceForm;

constexpr std::size_t kNearWords = 5; ///< so near to a path are words that say of it that it is planned

constexpr std::size_t kShortestTitle = 2; ///< characters, of a section that a text names in quotes
constexpr std::size_t kLongestTitle = 80;

bool is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

/// The last words of a text, or the first ones, up to the end of their clause.
std::string last_words(std::string_view text) {
    if (const auto mark = text.find_last_of(";"); mark != std::string_view::npos)
        text.remove_prefix(mark + 1);
    if (const auto mark = text.rfind(". "); mark != std::string_view::npos) text.remove_prefix(mark + 2);
    std::size_t begin = text.size();
    for (std::size_t words = 0; begin > 0; --begin)
        if (is_blank(text[begin - 1]) && ++words > kNearWords) break;
    return std::string(text.substr(begin));
}

std::string first_words(std::string_view text) {
    text = text.substr(0, std::min(text.find(';'), text.find(". ")));
    std::size_t end = 0;
    for (std::size_t words = 0; end < text.size(); ++end)
        if (is_blank(text[end]) && ++words > kNearWords) break;
    return std::string(text.substr(0, end));
}

/// `, section "Rounding"` right behind a path.
std::string title_behind(std::string_view text) {
    static const re2::RE2 pattern(
        R"([\s,;:(—–-]*(?i:section|sect\.|§|heading|chapter)\s*["“'`*]+([^"”“'`*]+)["”'`*].*)");
    std::string title;
    re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern, &title);
    const std::size_t size = base::count_code_points(title);
    return size >= kShortestTitle && size <= kLongestTitle ? title : std::string();
}

/// ` and v1.3`, `, v1.3 (v1.4)`: what follows a version, and is none of something else.
std::vector<base::Version> versions_behind(std::string_view text) {
    static const re2::RE2 next(R"((?i)\s*(?:,?\s*\b(?:and|or|as well as)\s+|[,;/&(]\s*)(?:v\.?|version\s+v?))"
                               R"(([0-9]+\.[0-9]+(?:\.[0-9]+)?)\b\)?)");
    std::vector<base::Version> versions;
    re2::StringPiece rest(text.data(), text.size());
    std::string written;
    while (re2::RE2::Consume(&rest, next, &written) && !rest.starts_with(" of "))
        if (const auto version = base::parse_version(written)) versions.push_back(*version);
    return versions;
}

bool is_code(const markdown::Text& text, std::size_t at) {
    const markdown::Piece* piece = text.piece_at(at);
    return (piece != nullptr && piece->code) || (at > 0 && text.text[at - 1] == '`');
}

bool stands_among(const std::vector<model::PathMention>& paths, const model::PathMention& mention) {
    return std::any_of(paths.begin(), paths.end(), [&](const model::PathMention& one) {
        return one.path == mention.path && one.source.begin == mention.source.begin;
    });
}

bool has_known_folder(std::string_view path, std::string_view document_path, const PathIndex& index) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return false;
    const std::string_view first = path.substr(0, slash);
    const std::size_t own = document_path.rfind('/');
    const std::string beside =
        own == std::string_view::npos ? std::string{} : std::string(document_path.substr(0, own + 1));
    return first == ".." || index.has_folder(first) || index.has_folder(beside + std::string(first));
}

/// `example.org/x.md`
bool begins_with_host(std::string_view path) {
    const std::string_view first = path.substr(0, path.find('/'));
    return path.find('/') != std::string_view::npos && first.find('.') != std::string_view::npos &&
           first.front() != '.';
}

bool is_plain(std::string_view path) {
    return std::all_of(path.begin(), path.end(), [](char byte) {
        return model::is_letter(byte) || model::is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80 ||
               std::string_view("._-/").find(byte) != std::string_view::npos;
    });
}

bool has_ending(std::string_view path) {
    return path.find('.', path.rfind('/') + 1) != std::string_view::npos;
}

bool begins_with_mark(std::string_view text) {
    constexpr std::string_view kMarks[] = {"(", "[", ",", "—", "–", "- "};
    return std::any_of(std::begin(kMarks), std::end(kMarks),
                       [text](std::string_view mark) { return text.starts_with(mark); });
}

class Reading {
public:
    Reading(const ItemFacts& item, const policy::ReferenceFormat& format) : item_(item), format_(format) {}

    std::vector<CitedText> run() {
        const model::Component* component = item_.evidence_component.component;
        if (component == nullptr) return {};
        const markdown::Text text = model::join_lines(component->value).trimmed();
        const auto paths = model::find_paths(text);
        for (std::size_t at = 0; at < paths.size(); ++at) read(text, paths, at);
        for (const model::PathMention& link : component->links) add_link(link);
        return std::move(found_);
    }

private:
    void read(const markdown::Text& text, const std::vector<model::FoundPath>& paths, std::size_t at) {
        const model::FoundPath& path = paths[at];
        if (!stands_among(item_.evidence.paths, path.mention)) return;
        const std::string_view all = text.text;
        const std::size_t begin = at == 0 ? 0 : paths[at - 1].in_text.end;
        const std::size_t end = at + 1 < paths.size() ? paths[at + 1].in_text.begin : all.size();
        CitedText cited;
        cited.reference.target = path.mention;
        cited.reference.form = is_code(text, path.in_text.begin) ? ReferenceForm::code : ReferenceForm::bare;
        if (path.mention.version)
            cited.other_versions = versions_behind(all.substr(path.in_text.end, end - path.in_text.end));
        cited.title = title_behind(all.substr(path.in_text.end, end - path.in_text.end));
        judge(cited, last_words(all.substr(begin, path.in_text.begin - begin)),
              first_words(all.substr(path.in_text.end, end - path.in_text.end)));
        found_.push_back(std::move(cited));
    }

    void judge(CitedText& cited, const std::string& before, const std::string& behind) const {
        cited.is_planned =
            is_said(format_.planned_words, before, behind) || is_said(format_.example_words, before, behind);
        cited.is_gone = is_said(format_.gone_words, before, behind);
    }

    /// A single word behind the path is said of it in brackets or behind a mark: `x.py creates a page` is not
    /// planned, `x.py (planned)` is.
    static bool is_said(const std::vector<std::string>& phrases, const std::string& before,
                        const std::string& behind) {
        if (model::contains_any_word(before, phrases)) return true;
        const std::string_view rest =
            base::trim(std::string_view(behind).substr(behind.starts_with("`") ? 1 : 0));
        const bool apart = begins_with_mark(rest);
        return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
            const bool counts = apart || phrase.find(' ') != std::string::npos;
            return counts && model::contains_any_word(behind, {phrase});
        });
    }

    /// A link's text may be a path, too; then the link is what counts.
    void add_link(const model::PathMention& link) {
        std::erase_if(found_, [&](const CitedText& one) {
            return link.source.begin <= one.reference.target.source.begin &&
                   one.reference.target.source.end <= link.source.end;
        });
        CitedText cited;
        cited.reference.target = link;
        cited.reference.form = ReferenceForm::link;
        found_.push_back(std::move(cited));
    }

    const ItemFacts& item_;
    const policy::ReferenceFormat& format_;
    std::vector<CitedText> found_;
};

} // namespace

std::vector<base::Version> CitedText::versions() const {
    std::vector<base::Version> versions = other_versions;
    if (reference.target.version) versions.insert(versions.begin(), *reference.target.version);
    return versions;
}

bool CitedText::names_section() const {
    return !title.empty() || !reference.target.section.empty() || !reference.target.anchor.empty();
}

std::string CitedText::section_name() const {
    if (!reference.target.section.empty()) return "§" + reference.target.section;
    return title.empty() ? "#" + reference.target.anchor : "\"" + title + "\"";
}

std::vector<CitedText> read_cited_texts(const ItemFacts& item, const policy::Policy& policy) {
    return Reading(item, policy.references).run();
}

std::optional<Certainty> weight_of(const CitedText& cited, std::string_view document_path,
                                   const PathIndex& index, const policy::Policy& policy) {
    const std::string& path = cited.reference.target.path;
    if (cited.reference.form == ReferenceForm::link) return Certainty::sure;
    if (begins_with_host(path) || path.find(':') != std::string::npos) return std::nullopt;
    const bool known_folder = has_known_folder(path, document_path, index);
    if (!has_ending(path) && !path.ends_with('/')) return std::nullopt;
    if (cited.reference.form == ReferenceForm::bare)
        return known_folder && is_plain(path) ? std::optional(Certainty::sure) : std::nullopt;
    if (known_folder) return Certainty::sure;
    if (!policy::is_markdown(path)) return std::nullopt;
    const auto& generic = policy.references.generic_names;
    const bool is_generic = std::any_of(generic.begin(), generic.end(), [&](const std::string& name) {
        return base::equals_ignoring_case(name, path);
    });
    return is_generic ? std::nullopt : std::optional(Certainty::likely);
}

} // namespace docs_lint::facts

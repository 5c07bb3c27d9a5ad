#include "policy/template_states.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::policy {
namespace {

using markdown::BlockKind;

constexpr std::size_t kLongestState = 60;

/// Reads one block of code as a diagram.
class Diagram {
public:
    explicit Diagram(const SignOffFormat& format) : format_(format) {}

    void read_line(const Written& line) {
        std::string text = take_labels(line);
        std::size_t from = 0;
        while (const auto arrow = find_arrow(text, from)) {
            add_state(std::string_view(text).substr(from, arrow->begin - from), line);
            ++arrows_;
            if (!arrow->label.empty()) add_gate(arrow->label, line);
            from = arrow->begin + arrow->size;
        }
        add_state(std::string_view(text).substr(from), line);
    }

    [[nodiscard]] bool is_one() const { return arrows_ > 0 && drawing_.states.size() > 1 && sound_; }
    StateDrawing take() { return std::move(drawing_); }

private:
    /// `[Gate T]`, `(Gate T)`, `|Gate T|`: what stands beside an arrow.
    std::string take_labels(const Written& line) {
        static const re2::RE2 label(R"([\[(|]\s*([^\])|]*?)\s*[\])|])");
        re2::StringPiece input(line.text);
        std::string found;
        while (re2::RE2::FindAndConsume(&input, label, &found))
            if (const auto name = read_template_name(found, format_); name && name->gate.empty())
                add_gate(name->id, line);
        std::string rest = line.text;
        re2::RE2::GlobalReplace(&rest, label, " ");
        return rest;
    }

    void add_gate(const std::string& id, const Written& line) {
        if (!drawing_.states.empty())
            drawing_.gates.push_back({{id, line.line, line.column}, drawing_.states.size() - 1});
    }

    void add_state(std::string_view text, const Written& line) {
        static const re2::RE2 ornaments(R"([\s|│┃┆─━+*]+)");
        std::string plain(text);
        re2::RE2::GlobalReplace(&plain, ornaments, " ");
        plain = base::collapse_blanks(plain);
        const bool only_an_arrow = plain == "v" || plain == "V" || base::normalise_name(plain).empty();
        if (only_an_arrow) return;
        sound_ = sound_ && plain.size() <= kLongestState && plain.find(':') == std::string::npos;
        const bool same = !drawing_.states.empty() && drawing_.states.back().text == plain;
        if (!same) drawing_.states.push_back({std::move(plain), line.line, line.column});
    }

    const SignOffFormat& format_;
    StateDrawing drawing_;
    std::size_t arrows_ = 0;
    bool sound_ = true;
};

std::vector<StateDrawing> find_diagrams(const TemplateText& text, const SignOffFormat& format) {
    std::vector<StateDrawing> drawings;
    const auto& lines = text.lines();
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t block = lines[at].block;
        const bool is_code = lines[at].kind == BlockKind::code;
        const bool mermaid = is_code && text.ast().blocks[block].info.starts_with("mermaid");
        Diagram diagram(format);
        for (; at < lines.size() && lines[at].block == block; ++at)
            if (is_code && !(mermaid && !find_arrow(lines[at].written.text, 0)))
                diagram.read_line(lines[at].written);
        if (is_code && diagram.is_one()) drawings.push_back(diagram.take());
    }
    return drawings;
}

/// The front of a list item up to a dash, a colon or a bracket: `TRIAGE — somebody has reported it`.
std::string name_at_front(std::string_view text) {
    static const re2::RE2 pattern(R"(^(?:[0-9]+[.)]\s*)?(.*?)(?:\s*[—–:(].*|\s+-+\s.*)?$)");
    std::string name;
    re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern, &name);
    return std::string(base::trim(name));
}

std::vector<StateDrawing> find_lists(const TemplateText& text, const TemplateWords& words) {
    std::vector<StateDrawing> drawings;
    bool below = false;
    std::size_t list = 0;
    for (const TemplateLine& line : text.lines()) {
        if (line.kind == BlockKind::heading) {
            below = says_any_of(line.written.text, words.state_lists);
            list = 0;
        }
        if (!below || !line.list_item || !line.first) continue;
        const std::size_t parent = text.ast().blocks[*line.list_item].parent;
        if (list == 0) drawings.emplace_back();
        if (list == 0) list = parent;
        if (parent != list) continue;
        drawings.back().states.push_back(
            {name_at_front(line.written.text), line.written.line, line.written.column});
    }
    return drawings;
}

} // namespace

std::vector<StateDrawing> find_state_drawings(const TemplateText& text, const SignOffFormat& format,
                                              const TemplateWords& words) {
    std::vector<StateDrawing> drawings = find_diagrams(text, format);
    for (StateDrawing& list : find_lists(text, words))
        if (list.states.size() > 1) drawings.push_back(std::move(list));
    return drawings;
}

} // namespace docs_lint::policy

#pragma once

#include "base/line_index.hpp"
#include "base/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::server {

/// What a client counts the characters of a line in.
enum class Encoding { utf8, utf16 };

std::string_view to_string(Encoding encoding); ///< as the protocol writes it

/// A place as clients name it: from 0, in units of the encoding.
struct EditorPosition {
    std::size_t line = 0;
    std::size_t character = 0;

    friend bool operator==(const EditorPosition&, const EditorPosition&) = default;
};

struct EditorRange {
    EditorPosition begin;
    EditorPosition end;

    friend bool operator==(const EditorRange&, const EditorRange&) = default;
};

/// How many units of the encoding the text takes. An invalid byte is the one character that clients show in
/// its place.
std::size_t units_in(std::string_view text, Encoding encoding);

/// Where the first `units` of a line end, as a byte offset. A number inside of a character means its
/// beginning, one behind the line its end.
std::size_t offset_in_line(std::string_view line, std::size_t units, Encoding encoding);

/// The units that the first `code_points` of a line take; as many as it has where it is shorter.
std::size_t units_of_code_points(std::string_view line, std::size_t code_points, Encoding encoding);

/// A text that an editor shows, with places in it as the editor counts them.
class EditedText {
public:
    EditedText(std::string text, Encoding encoding);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::size_t line_count() const { return lines_.size(); }

    /// A line's content (from 0) without its ending; asserts that the line exists. The empty line behind a
    /// last line ending is a line.
    [[nodiscard]] base::Span line(std::size_t number) const;
    [[nodiscard]] std::string_view line_text(std::size_t number) const;

    /// Places outside of the text mean its nearest place.
    [[nodiscard]] std::size_t offset(EditorPosition position) const;
    [[nodiscard]] EditorPosition position(std::size_t offset) const;
    [[nodiscard]] EditorRange range(base::Span span) const;

    /// A place as findings name it.
    [[nodiscard]] EditorPosition position(base::Position position) const;

    [[nodiscard]] Encoding encoding() const { return encoding_; }

private:
    std::string text_;
    Encoding encoding_;
    std::vector<base::Span> lines_;
};

} // namespace docs_lint::server

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/format.hpp"
#include "unit/reporters/results.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace docs_lint;

namespace {

const std::vector<std::string> kHostile = {
    "\x1b[2J\x1b]0;title\x07", "a\u202Eb\u2066c",  "one\n::error file=x::two", "::error file=x::y",
    "\r::warning::x",          "x ##[error]y",     "##vso[task.complete]",     "\u2028::error::x",
    std::string("a\0b", 3),    "\xFF\xFE\xC0\xAF", "\u200B\uFEFF\u00AD",       "\u009B31m",
    "%0A::error::x",
};

bool is_safe_for_a_terminal(const std::string& text) {
    for (const auto line : base::split(text, '\n')) {
        if (base::escape_invisible(line) != line) return false;
    }
    return true;
}

bool is_safe_for_a_runner(const std::string& text, bool with_annotations) {
    for (auto line : base::split(text, '\n')) {
        if (line.find("##[") != std::string_view::npos || line.find("##vso[") != std::string_view::npos)
            return false;
        const bool own =
            with_annotations && line.substr(0, 2) == "::" && line.find("title=") != std::string_view::npos;
        if (!own && base::trim(line).substr(0, 2) == "::") return false;
    }
    return true;
}

} // namespace

TEST_CASE("no format lets a document speak to the terminal or the runner") {
    reporters::Options options;
    options.ci = true;
    options.statistics = true;
    for (const reporters::Format& format : reporters::all_formats()) {
        for (const std::string& text : kHostile) {
            for (const bool hook : {false, true}) {
                options.hook = hook;
                const std::string shown = format.render(tests::hostile_result(text), options);
                CAPTURE(format.name);
                CAPTURE(base::escape_invisible(text));
                CHECK(is_safe_for_a_terminal(shown));
                CHECK(is_safe_for_a_runner(shown, format.name == "github"));
            }
        }
    }
}

TEST_CASE("a newline in a document makes no line in the output") {
    for (const reporters::Format& format : reporters::all_formats()) {
        const auto lines_with = [&](const std::string& text) {
            const std::string shown = format.render(tests::hostile_result(text), {});
            return std::count(shown.begin(), shown.end(), '\n');
        };
        CAPTURE(format.name);
        CHECK(lines_with("one\ntwo") <= lines_with("one two")); // a place over two lines may be told in less
    }
}

TEST_CASE("formats are found by their names and by nothing else") {
    for (const std::string& name : reporters::format_names()) {
        REQUIRE(reporters::find_format(name) != nullptr);
        CHECK(reporters::find_format(name)->name == name);
    }
    CHECK(reporters::find_format("JSON") == nullptr);
    CHECK(reporters::find_format("") == nullptr);
}

// Puts arbitrary bytes where a document's texts stand in reports, and takes them out again as the report's
// reader does: what comes out is what went in, as far as the format can hold it, and nothing of it became
// anything else.
#include "base/text.hpp"
#include "base/uri.hpp"
#include "base/utf8.hpp"
#include "reporters/format.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>
#include <string_view>

using namespace docs_lint;

namespace {

using Json = nlohmann::json;

void require(bool condition) {
    if (!condition) std::abort();
}

/// One finding; `text` is its message and the name of its document.
engine::RunResult result_with(const std::string& text) {
    engine::RunResult result;
    diagnostics::Diagnostic one;
    one.rule = "gate/date-order";
    one.message = text;
    one.location = diagnostics::whole_document("docs/" + text + ".md");
    one.help = text;
    result.outcome.findings.push_back(std::move(one));
    return result;
}

std::string render(std::string_view format, const std::string& text) {
    return reporters::find_format(format)->render(result_with(text), {});
}

/// U+FFFD for what XML cannot hold and for each byte that is no UTF-8, as a parser gives an attribute back.
std::string as_xml_holds(std::string_view text) {
    std::string all;
    while (!text.empty()) {
        const base::CodePoint point = base::decode_code_point(text);
        const bool held = point.value >= 0x20
                              ? point.value != 0xFFFE && point.value != 0xFFFF
                              : point.value == '\t' || point.value == '\n' || point.value == '\r';
        base::append_code_point(all, held ? point.value : 0xFFFD);
        text.remove_prefix(point.size);
    }
    return all;
}

/// As the runner of GitHub Actions does with a message.
std::string percent_decoded(std::string_view text) {
    std::string all;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escape = text[at] == '%' && at + 2 < text.size();
        const std::string digits(escape ? text.substr(at + 1, 2) : "");
        char* end = nullptr;
        const long byte = std::strtol(digits.c_str(), &end, 16);
        const bool known = escape && end == digits.c_str() + 2;
        all += known ? static_cast<char>(byte) : text[at];
        if (known) at += 2;
    }
    return all;
}

void check_plain(const std::string& report) {
    for (const std::string_view line : base::split(report, '\n')) {
        require(base::escape_invisible(line) == line);
        require(reporters::disarm_commands(line) == line);
    }
}

void check_json(const std::string& text) {
    const std::string report = render("json", text);
    require(std::all_of(report.begin(), report.end(),
                        [](char byte) { return byte == '\n' || (byte >= ' ' && byte <= '~'); }));
    const Json json = Json::parse(report);
    // How many U+FFFD stand for a torn character is the library's business.
    if (!base::find_invalid_utf8(text)) require(json["findings"][0]["message"] == text);
    require(json["findings"].size() == 1);
    const Json sarif = Json::parse(render("sarif", text));
    require(sarif["runs"][0]["results"].size() == 1);
    const std::string lines = render("jsonl", text);
    const auto ends = std::count(lines.begin(), lines.end(), '\n');
    require(ends == 2);
}

void check_xml(const std::string& text) {
    pugi::xml_document document;
    const std::string report = render("checkstyle", text);
    require(static_cast<bool>(document.load_string(report.c_str(), pugi::parse_default & ~pugi::parse_eol &
                                                                       ~pugi::parse_wconv_attribute)));
    const pugi::xml_node file = document.child("checkstyle").child("file");
    require(!file.next_sibling() && !file.first_child().next_sibling());
    require(file.attribute("name").value() == as_xml_holds("docs/" + text + ".md"));
    check_plain(report);
}

void check_commands(const std::string& text) {
    const std::string report = render("github", text);
    std::size_t commands = 0;
    for (const std::string_view line : base::split(report, '\n'))
        if (line.starts_with("::")) {
            ++commands;
            const std::size_t end = line.find("::", 2);
            require(end != std::string_view::npos);
            const std::string expected = reporters::disarm_commands(
                base::escape_invisible(text) + (text.empty() ? "" : "\n" + base::escape_invisible(text)));
            require(percent_decoded(line.substr(end + 2)) == expected);
        } else {
            require(reporters::disarm_commands(line) == line);
        }
    require(commands == 1);
}

void check_people(const std::string& text) {
    for (const char* format : {"full", "concise", "grouped", "markdown"}) {
        const std::string report = render(format, text);
        for (const std::string_view line : base::split(report, '\n'))
            require(base::escape_invisible(line) == line);
    }
    if (text.empty()) return; // there is no element for help that does not say anything
    static const std::string plain = render("html", "x");
    const std::string page = render("html", text);
    require(std::count(page.begin(), page.end(), '<') == std::count(plain.begin(), plain.end(), '<'));
    require(std::count(page.begin(), page.end(), '"') == std::count(plain.begin(), plain.end(), '"'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    check_json(text);
    check_xml(text);
    check_commands(text);
    check_people(text);
    const std::string uri = base::uri_path(text);
    require(percent_decoded(uri) == text);
    require(uri.find_first_of(" <>\"`{}|\\^#?") == std::string::npos);
    return 0;
}

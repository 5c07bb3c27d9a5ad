// embed_packs OUTPUT ROOT FILE...: writes a source that holds rules/<pack>/*.yaml (FILE, relative to ROOT),
// as they were parsed by the reader that reads them elsewhere. A pack that it refuses ends the build.

#include "yaml/node.hpp"
#include "yaml/pack.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

/// Octal escapes end by themselves, whatever digit comes behind them.
std::string literal(std::string_view bytes) {
    std::string text = "\"";
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at > 0 && at % 100 == 0) text += "\"\n    \"";
        text += fmt::format("\\{:03o}", static_cast<unsigned char>(bytes[at]));
    }
    return text + "\"";
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

int main(int count, char** arguments) {
    std::string rows;
    for (int at = 3; at < count; ++at) {
        const std::string name = arguments[at];
        const auto node = docs_lint::yaml::parse(read(std::string(arguments[2]) + "/" + name), name);
        if (!node) {
            std::fprintf(stderr, "%s\n", node.error().message.c_str());
            return 1;
        }
        const std::string packed = docs_lint::yaml::pack(*node);
        const std::string pack = name.substr(6, name.find('/', 6) - 6); // behind `rules/`
        rows += fmt::format("    EmbeddedFile{{\"{}\", \"{}\", {{}}, std::string_view({}, {})}},\n", pack,
                            name, literal(packed), packed.size());
    }
    std::ofstream output(arguments[1], std::ios::binary);
    output << fmt::format(R"(// Generated from rules/*/*.yaml.
#include "policy/embedded.hpp"

#include <array>

namespace docs_lint::policy {{
namespace {{
constexpr std::array<EmbeddedFile, {}> kFiles = {{
{}}};
}} // namespace

std::span<const EmbeddedFile> embedded_files() {{ return kFiles; }}

}} // namespace docs_lint::policy
)",
                          count - 3, rows);
    return output.flush() ? 0 : 1;
}

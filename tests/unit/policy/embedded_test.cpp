// What is built into the program was parsed when it was built, and its expressions are compiled only when
// they are used. Here its texts are read with all checks.
#include "policy/embedded.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"
#include "unit/policy/loading.hpp"

#include <string>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
using policy::EmbeddedFile;

namespace {

struct PackTexts {
    std::vector<std::string> names = source_files("rules", ".yaml");
    std::vector<std::string> texts;

    PackTexts() {
        for (const std::string& name : names) texts.push_back(read_file(source_root() / name));
    }

    [[nodiscard]] std::vector<EmbeddedFile> files() const {
        std::vector<EmbeddedFile> all;
        for (std::size_t at = 0; at < names.size(); ++at) {
            const std::string_view name = names[at];
            all.push_back({name.substr(6, name.find('/', 6) - 6), name, texts[at]});
        }
        return all;
    }
};

} // namespace

TEST_CASE("every expression, path and name in the texts of the built-in packs is right") {
    const PackTexts texts;
    for (const std::string pack : {"pmo", "adr"}) {
        const auto loaded = policy::load_from(
            texts.files(), policy::Configuration{".docs-lint.yaml", "extends: " + pack + "\n"}, some_rules());
        CHECK_MESSAGE(loaded.has_value(), (loaded ? std::string() : loaded.error().message));
    }
}

TEST_CASE("what is built in is what the files say") {
    const PackTexts texts;
    const auto built_in = policy::embedded_files();
    REQUIRE(built_in.size() == texts.names.size());
    for (std::size_t at = 0; at < built_in.size(); ++at) {
        CHECK(built_in[at].name == texts.names[at]);
        CHECK(built_in[at].pack == texts.files()[at].pack);
        CHECK_FALSE(built_in[at].packed.empty());
    }
}

TEST_CASE("a wrong expression in a text is still refused") {
    const PackTexts texts;
    auto files = texts.files();
    const std::string wrong = "roles:\n  wrong: {title: Wrong, patterns: ['(']}\n";
    files.push_back({"pmo", "rules/pmo/zzz.yaml", wrong});
    const auto loaded = policy::load_from(files, std::nullopt, some_rules());
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().message.find("rules/pmo/zzz.yaml:2:") != std::string::npos);
}

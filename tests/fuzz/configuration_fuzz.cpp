// Reads arbitrary bytes as a team's configuration: it loads, or it says why not; it never crashes or hangs.
// What is not even YAML is refused by that reader, and nothing more is asked: the packs beneath take longest.
#include "policy/policy.hpp"
#include "yaml/node.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace docs_lint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const policy::Configuration configuration{".docs-lint.yaml", {reinterpret_cast<const char*>(data), size}};
    const auto node = yaml::parse(configuration.content, configuration.name);
    if (!node) {
        if (node.error().message.empty()) std::abort();
        return 0;
    }
    const auto loaded =
        policy::load(configuration, {{"gate/item-missing", "header/missing"}, {"gate/item-missing"}});
    if (!loaded && loaded.error().message.empty()) std::abort();
    return 0;
}

#include "policy/layers.hpp"

#include "policy/reader.hpp"
#include "yaml/pack.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

const std::vector<std::string> kPackKeys = {"sign-off",  "header",  "references",       "change-logs",
                                            "roles",     "classes", "governed-folders", "discovery",
                                            "processes", "rules",   "own-rules",        "template-words"};
constexpr std::string_view kDefaultPack = "pmo";

Setting empty_root(std::string_view file) {
    Setting root;
    root.kind = yaml::NodeKind::mapping;
    root.file = std::make_shared<const std::string>(file);
    root.line = root.column = 1;
    return root;
}

/// The mapping that a file holds; an empty file holds an empty one.
std::optional<Setting> to_root(yaml::Node node, std::string_view name, bool built_in, Problems& problems) {
    if (node.kind == yaml::NodeKind::null) return empty_root(name);
    Setting root = to_setting(std::move(node), std::make_shared<const std::string>(name), built_in);
    return expect(root, yaml::NodeKind::mapping, problems) ? std::optional(std::move(root)) : std::nullopt;
}

std::optional<Setting> read_file(std::string_view content, std::string_view name, Problems& problems) {
    auto node = yaml::parse(content, name);
    if (node) return to_root(std::move(*node), name, false, problems);
    problems.add(node.error());
    return std::nullopt;
}

std::optional<Setting> read_file(const EmbeddedFile& file, Problems& problems) {
    if (file.packed.empty()) return read_file(file.content, file.name, problems);
    auto node = yaml::unpack(file.packed);
    if (node) return to_root(std::move(*node), file.name, true, problems);
    problems.add({base::ErrorKind::failure, fmt::format("{}: this program is damaged", file.name), ""});
    return std::nullopt;
}

void complain_of_repetition(const Setting& key, const Setting& other, Problems& problems) {
    problems.add(key,
                 fmt::format("\"{}\" is defined twice in one pack, also at {}:{}", key.scalar, *other.file,
                             other.line),
                 "keep one of them");
}

const Setting* find_key(const Setting& mapping, std::string_view key) {
    for (const SettingMember& member : mapping.members)
        if (member.key.scalar == key) return &member.key;
    return nullptr;
}

/// Two files of one pack may share a section, but not an entry of it.
void join_section(Setting& section, Setting more, Problems& problems) {
    if (!expect(section, yaml::NodeKind::mapping, problems) ||
        !expect(more, yaml::NodeKind::mapping, problems))
        return;
    for (auto& [key, value] : more.members) {
        if (const Setting* other = find_key(section, key.scalar))
            complain_of_repetition(key, *other, problems);
        else
            section.members.push_back({std::move(key), std::move(value)});
    }
}

void join_file(Setting& pack, Setting file, Problems& problems) {
    expect_keys(file, file, {}, kPackKeys, problems);
    for (auto& [key, value] : file.members) {
        const auto known =
            std::find_if(pack.members.begin(), pack.members.end(), [&key = key](const SettingMember& member) {
                return member.key.scalar == key.scalar;
            });
        if (known == pack.members.end())
            pack.members.push_back({std::move(key), std::move(value)});
        else
            join_section(known->value, std::move(value), problems);
    }
}

/// A class that takes its process from a template is like the one of the layer below, unless it says
/// otherwise.
void inherit_likeness(const Setting& below, Setting& above) {
    if (!above.is(yaml::NodeKind::mapping)) return;
    for (auto& [id, entry] : above.members) {
        const Setting* known = below.find(id.scalar);
        const Setting* old = known == nullptr ? nullptr : known->find("process");
        if (old == nullptr || !old->is(yaml::NodeKind::scalar)) continue;
        for (auto& [key, value] : entry.members) {
            if (key.scalar != "process" || !value.is(yaml::NodeKind::mapping) ||
                value.find("like") != nullptr)
                continue;
            Setting name = key;
            name.scalar = "like";
            value.members.push_back({std::move(name), *old});
        }
    }
}

/// A section of the upper layer over the same one below. The upper one's new entries come first, because the
/// first class that covers a path counts.
void overlay_layer(Setting& root, Setting layer, Problems& problems) {
    for (auto& [key, value] : layer.members) {
        const bool is_section = std::find(kPackKeys.begin(), kPackKeys.end(), key.scalar) != kPackKeys.end();
        if (is_section && !expect(value, yaml::NodeKind::mapping, problems)) continue;
        const auto known =
            std::find_if(root.members.begin(), root.members.end(), [&key = key](const SettingMember& member) {
                return member.key.scalar == key.scalar;
            });
        if (known == root.members.end())
            root.members.push_back({std::move(key), std::move(value)});
        else {
            if (key.scalar == "classes") inherit_likeness(known->value, value);
            overlay(known->value, std::move(value), NewEntries::in_front);
        }
    }
}

std::vector<std::string> names_of_packs(std::span<const EmbeddedFile> files) {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : files)
        if (std::find(names.begin(), names.end(), file.pack) == names.end()) names.emplace_back(file.pack);
    return names;
}

std::vector<std::string> read_extends(const Setting* setting, const std::vector<std::string>& known,
                                      Problems& problems) {
    if (setting == nullptr) return {std::string(kDefaultPack)};
    std::vector<std::string> packs;
    const Reference reference{"pack", known, true};
    Setting holder = empty_root(*setting->file);
    Setting list = *setting;
    if (setting->is(yaml::NodeKind::scalar)) {
        list.kind = yaml::NodeKind::sequence;
        list.items = {*setting};
    }
    holder.members.push_back({Setting{}, std::move(list)});
    holder.members.back().key.scalar = "extends";
    read_names(holder, "extends", packs, reference, problems);
    require_items(holder, "extends", problems);
    return packs;
}

/// The configuration's file, split into what it extends and what it lays over that.
struct Top {
    std::vector<std::string> packs{std::string(kDefaultPack)};
    std::optional<Setting> layer;
    bool readable = true;
};

Top read_top(const std::optional<Configuration>& configuration, const std::vector<std::string>& known,
             Problems& problems) {
    Top top;
    if (!configuration) return top;
    top.layer = read_file(configuration->content, configuration->name, problems);
    top.readable = top.layer.has_value();
    if (!top.readable) return top;
    std::vector<std::string> keys = kPackKeys;
    keys.insert(keys.begin(), {"extends", "suppressions"});
    expect_keys(*top.layer, *top.layer, {}, keys, problems);
    top.packs = read_extends(top.layer->find("extends"), known, problems);
    return top;
}

} // namespace

Layers stack_layers(std::span<const EmbeddedFile> files, const std::optional<Configuration>& configuration,
                    Problems& problems) {
    const std::vector<std::string> known = names_of_packs(files);
    Top top = read_top(configuration, known, problems);
    Layers layers;
    layers.root = empty_root(configuration ? configuration->name : "rules");
    layers.complete = top.readable && !top.packs.empty();
    layers.packs = top.packs;
    for (const std::string& name : layers.packs) {
        Setting pack = empty_root(name);
        bool found = false;
        for (const EmbeddedFile& file : files) {
            if (file.pack != name) continue;
            found = true;
            auto content = read_file(file, problems);
            if (content)
                join_file(pack, std::move(*content), problems);
            else
                layers.complete = false;
        }
        layers.complete = layers.complete && found;
        overlay_layer(layers.root, std::move(pack), problems);
    }
    if (top.layer) overlay_layer(layers.root, std::move(*top.layer), problems);
    return layers;
}

} // namespace docs_lint::policy

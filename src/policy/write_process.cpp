#include "policy/write_process.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

bool is_plain(std::string_view text) {
    const auto harmless = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
    };
    constexpr std::string_view kReserved[] = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"};
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    });
    if (text.empty() || !harmless(text.front()) ||
        std::find(std::begin(kReserved), std::end(kReserved), lowered) != std::end(kReserved))
        return false;
    return std::all_of(text.begin(), text.end(),
                       [&](char byte) {
                           return harmless(byte) || (byte >= '0' && byte <= '9') || byte == '-' ||
                                  byte == '.' || byte == ' ';
                       }) &&
           text.back() != ' ';
}

std::string scalar(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string quoted = "\"";
    for (const char byte : text) {
        const bool control = static_cast<unsigned char>(byte) < 0x20;
        if (byte == '"' || byte == '\\') quoted += '\\';
        quoted += control ? ' ' : byte;
    }
    return quoted + "\"";
}

std::string list(const std::vector<std::string>& texts) {
    std::vector<std::string> scalars;
    for (const std::string& text : texts) scalars.push_back(scalar(text));
    return fmt::format("[{}]", fmt::join(scalars, ", "));
}

class Writer {
public:
    std::string write(const Process& process) {
        line(1, scalar(process.id) + ":");
        line(2, "title: " + scalar(process.title));
        if (!process.version.empty()) line(2, fmt::format("version: \"{}\"", process.version));
        line(2, "states: " + list(process.states));
        list_of(2, "state-labels", process.state_labels);
        write_reversions(process);
        write_severities(process);
        line(2, "gates:");
        for (const ProcessGate& gate : process.gates) write_gate(gate);
        if (process.spec_first) write_spec_first(*process.spec_first);
        write_companions(process);
        write_expected_values(process);
        return std::move(text_);
    }

private:
    void line(int depth, const std::string& text) {
        text_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
    }
    void list_of(int depth, std::string_view key, const std::vector<std::string>& texts) {
        if (!texts.empty()) line(depth, fmt::format("{}: {}", key, list(texts)));
    }
    void text_of(int depth, std::string_view key, const std::string& text) {
        if (!text.empty()) line(depth, fmt::format("{}: {}", key, scalar(text)));
    }

    void write_reversions(const Process& process) {
        if (!process.reversions.empty()) line(2, "reversions:");
        for (const Reversion& one : process.reversions)
            line(3, fmt::format("- {{from: {}, to: {}}}", scalar(one.from), scalar(one.to)));
    }

    void write_severities(const Process& process) {
        if (!process.severities.empty()) line(2, "severities:");
        for (const SeverityTier& tier : process.severities) {
            std::vector<std::string> stays;
            for (const std::string& state : process.states)
                if (const auto stay = tier.longest_stay.find(state); stay != tier.longest_stay.end())
                    stays.push_back(fmt::format("{}: {}", scalar(state), length_in_words(stay->second)));
            const bool empty = stays.empty() && !tier.closure_duties;
            line(3, scalar(tier.name) + (empty ? ": {}" : ":"));
            if (!stays.empty()) line(4, fmt::format("longest-stay: {{{}}}", fmt::join(stays, ", ")));
            if (tier.closure_duties) line(4, "closure-duties: true");
        }
    }

    void write_gate(const ProcessGate& gate) {
        line(3, scalar(gate.id) + ":");
        line(4, "from: " + scalar(gate.from));
        line(4, "to: " + scalar(gate.to));
        line(4, gate.items.empty() ? "items: {}" : "items:");
        for (const ProcessItem& item : gate.items) write_item(item);
    }

    void write_item(const ProcessItem& item) {
        line(5, scalar(item.id) + ":");
        line(6, "title: " + scalar(item.title));
        list_of(6, "aliases", item.aliases);
        text_of(6, "needed-if", item.needed_if);
        list_of(6, "needed-for", item.needed_for);
        text_of(6, "covers", item.covers);
        list_of(6, "confirmed-by", item.confirmed_by);
        line(6, "evidence:");
        for (const auto& kinds : item.evidence) {
            std::vector<std::string> names;
            for (const EvidenceKind kind : kinds) names.emplace_back(to_string(kind));
            line(7, "- " + list(names));
        }
        if (item.question) {
            line(6, "question:");
            list_of(7, "subjects", item.question->subjects);
            list_of(7, "affirmed-by", item.question->affirmed_by);
        }
        list_of(6, "waivers", item.waivers);
        if (item.identity) line(6, fmt::format("identity: {}", to_string(*item.identity)));
        if (item.two_identities) line(6, fmt::format("two-identities: {}", *item.two_identities));
    }

    void write_spec_first(const SpecFirst& spec_first) {
        line(2, "spec-first:");
        text_of(3, "decision", spec_first.decision);
        list_of(3, "spec-commits", spec_first.spec_commits);
        list_of(3, "fix-commits", spec_first.fix_commits);
        list_of(3, "scope", spec_first.scope);
        list_of(3, "verification", spec_first.verification);
        list_of(3, "confirmed-by-owner", spec_first.confirmed_by_owner);
    }

    void write_companions(const Process& process) {
        if (!process.companions.empty()) line(2, "companions:");
        for (const Companions& one : process.companions) {
            line(3, "- commit: " + scalar(one.commit));
            text_of(4, "decision", one.decision);
            write_files(4, one);
        }
    }

    void write_expected_values(const Process& process) {
        if (!process.expected_values) return;
        line(2, "expected-values:");
        text_of(3, "decision", process.expected_values->decision);
        text_of(3, "commit", process.expected_values->commit);
        write_files(3, *process.expected_values);
    }

    void write_files(int depth, const Companions& one) {
        line(depth, "files:");
        for (std::size_t at = 0; at < one.files.size(); ++at) {
            std::vector<std::string> paths;
            for (const base::PathPattern& path : one.files[at]) paths.push_back(path.text());
            line(depth + 1, "- name: " + scalar(one.names[at]));
            line(depth + 2, "paths: " + list(paths));
        }
    }

    std::string text_;
};

} // namespace

std::string length_in_words(std::chrono::minutes length) {
    const auto minutes = length.count();
    if (minutes % (7 * 24 * 60) == 0) return fmt::format("{}w", minutes / (7 * 24 * 60));
    if (minutes % 60 == 0) return fmt::format("{}h", minutes / 60);
    return fmt::format("{}m", minutes);
}

std::string to_yaml(const Process& process) {
    return Writer().write(process);
}

} // namespace docs_lint::policy

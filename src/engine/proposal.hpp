#pragma once

#include "engine/survey.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// A header field that a class shall ask for, or know.
struct ProposedField {
    std::vector<std::string> names;
    bool required = true;
    std::string remark; ///< `12 of 13 documents have it, a.md does not`
};

struct ProposedStatus {
    std::string status;
    std::string remark;
};

/// A class for documents that no pack covers, or what a class of a pack has to say otherwise here (then what
/// is empty stays as the pack has it).
struct ProposedClass {
    std::string id;
    std::string title;
    bool overlay = false;
    std::vector<std::string> notes; ///< where it comes from, and what was left out on purpose
    std::size_t documents = 0;
    std::vector<std::string> paths;
    std::vector<std::string> excluded_paths;
    std::vector<ProposedField> fields;
    std::string status_field;
    std::vector<ProposedStatus> statuses;
    std::vector<std::string> filing_statuses;
    std::vector<std::string> filing_dates;
    std::string filing_remark;
    std::string change_log; ///< `required`, `optional`, or empty
    std::string change_log_remark;
    std::string process;          ///< of the packs; beside a template the one that it is like
    std::string process_template; ///< path of the template that the process is taken from
    std::string process_remark;
    std::vector<std::string> process_version_fields;
    std::string gates_remark;
    bool records_gates = false;
    bool is_template = false;
    bool canonical_specification = false;
    std::string specification_remark;
};

/// A role that signs here and that no pack knows, or new names of a known one.
struct ProposedRole {
    std::string id;
    std::string title;                ///< empty: a role of the packs
    std::vector<std::string> aliases; ///< all of them: a list replaces the list below it
    std::vector<std::string> notes;
};

/// A template from which the process of a class could be taken, if somebody answered what stands in the way.
struct OpenProcess {
    std::string class_id;
    std::string path;
    std::string like;            ///< the process that it is like; empty where the class says that already
    bool one_of_several = false; ///< other templates fit as well
    std::vector<std::string> questions; ///< place, what is open, and the key that answers it
};

/// Documents for which nothing has to be written, and why.
struct Accounted {
    std::string where; ///< a folder, or a class of the packs
    std::size_t documents = 0;
    std::string why;
};

struct Proposal {
    std::vector<ProposedClass> classes; ///< in the order in which they must stand
    std::vector<ProposedRole> roles;
    std::vector<OpenProcess> open_processes;
    std::vector<Accounted> covered;  ///< by classes of the packs, as they are
    std::vector<Accounted> left_out; ///< not governed
    std::vector<std::string> notes;
};

/// How the note begins that a class's gates follow no known process.
inline constexpr const char* kNoProcessNote = "its gates are those of no process";

/// Decides what a configuration must say so that the sound documents of the survey pass. What only a minority
/// does (a field that one of thirteen lacks, a status that reads like a slip of another) loosens nothing.
Proposal propose_configuration(const Survey& survey);

/// The proposal as a commented configuration file.
std::string configuration_text(const Proposal& proposal, const policy::Policy& packs);

} // namespace docs_lint::engine

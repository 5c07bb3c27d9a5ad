#pragma once

#include "policy/identity.hpp"

#include <string>
#include <vector>

namespace docs_lint::policy {

/// How sign-offs are written: the labels of their three components and the words of their verdicts.
/// Source: the Gate Validation Format of the delivery process. Words and labels compare without case.
struct SignOffFormat {
    std::vector<std::string> item_keywords;       ///< `Gate Item`, `Gate`: what an item's heading begins with
    std::vector<std::string> evidence_labels;     ///< `Evidence`
    std::vector<std::string> owner_labels;        ///< `Owner confirmation`
    std::vector<std::string> validation_labels;   ///< `PMO validation`
    std::vector<std::string> other_labels;        ///< `Evidence required`: labels that are no component
    std::vector<std::string> status_labels;       ///< `Gate status`
    std::vector<std::string> owner_yes, owner_no; ///< `Yes`, `No`
    std::vector<std::string> validation_pass, validation_fail; ///< `Pass`, `Fail`
    std::string validator_role;                                ///< id of the role that validates
    std::vector<std::string>
        status_passed;                    ///< words of a gate's status line that claim it: `pass`, `complete`
    std::vector<std::string> status_open; ///< words that say it has not: `pending`, `in progress`
    std::vector<std::string> pending_words; ///< `pending`, `tbc`: evidence that says that it is still to come
    std::vector<std::string> placeholder_words; ///< `TBC`, `TBD`: words for what is still to be found out
    std::vector<std::string>
        instruction_phrases;         ///< what instructions of a template begin with: `delete this`
    std::vector<std::string> hedges; ///< words that take a verdict back: `pending`, `subject to`
    std::vector<std::string>
        remark_words; ///< all that a remark behind a sign-off's date may say: `by`, `mail`, `reviewed`
    std::vector<std::string>
        vague_phrases; ///< evidence that says nothing: `done`, `see above`; the longest first
    std::vector<std::string> spoken_phrases; ///< evidence that was only said: `verbal confirmation`
    std::vector<std::string>
        reservation_words; ///< under which a waiver, or a no to an item's question, does not count
    std::vector<std::string> result_words; ///< what a test result says: `pass`, `no longer reproduces`
    std::vector<std::string> words_without_method; ///< single words that say nothing of how a test was made
    std::vector<std::string> calculation_words;    ///< what a calculation by hand says: `hand-calculated`
    std::vector<std::string> unchanged_words; ///< what is said of a file that stays as it is: `unchanged`
    IdentityDemand identity;                  ///< of every sign-off; an item may ask for another
};

} // namespace docs_lint::policy

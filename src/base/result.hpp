#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace docs_lint::base {

/// What kind of failure ended an operation; it decides the exit code and nothing else.
enum class ErrorKind {
    usage,         ///< the command line asks for something that does not exist
    configuration, ///< a policy or configuration file is wrong
    failure,       ///< the machine, the file system or a library failed
    unverifiable,  ///< something needed is not there to be read: never a pass, never a finding
};

/// A failure of the machine or of its input, never a finding about a document.
/// `message` says what is wrong and where; `help` says what to do about it.
struct Error {
    ErrorKind kind = ErrorKind::failure;
    std::string message;
    std::string help;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string message, std::string help = {}) {
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(help)});
}

/// Passes an error on from a function that returns another `Result`.
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

} // namespace docs_lint::base

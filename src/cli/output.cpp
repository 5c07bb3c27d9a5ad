#include "cli/output.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <ostream>
#include <sys/stat.h>
#include <unistd.h>

namespace docs_lint::cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;
using base::Result;

tl::unexpected<base::Error> fail_to_write(std::string_view path, int number) {
    return fail(ErrorKind::failure, fmt::format("cannot write {}: {}", path, std::strerror(number)));
}

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close_now(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }

    /// False where the system could not keep what was written.
    bool close_now() {
        const bool closed = number_ < 0 || ::close(number_) == 0;
        number_ = -1;
        return closed;
    }

private:
    int number_;
};

bool write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<void> write_directly(const std::string& path, std::string_view content) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC)); // NOLINT: POSIX's own shape
    if (file.number() < 0 || !write_all(file.number(), content) || !file.close_now())
        return fail_to_write(path, errno);
    return {};
}

mode_t allowed(mode_t permissions) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return permissions & ~mask;
}

mode_t permissions_of(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : allowed(0666);
}

enum class Existing { replace, keep };

/// `link` never replaces anything; some file systems have no links, and there the place is looked at first.
bool put_in_place(const char* beside, const char* target, Existing existing) {
    if (existing == Existing::replace) return ::rename(beside, target) == 0;
    if (::link(beside, target) == 0) return ::unlink(beside) == 0;
    struct stat status {};
    const bool no_links = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
    return no_links && ::lstat(target, &status) != 0 && ::rename(beside, target) == 0;
}

Result<void> write_beside(const fs::path& target, std::string_view content, mode_t permissions,
                          Existing existing = Existing::replace) {
    std::string beside =
        (target.parent_path() / fmt::format(".{}.XXXXXX", target.filename().string())).string();
    Descriptor file(::mkstemp(beside.data()));
    if (file.number() < 0) return fail_to_write(target.string(), errno);
    const bool written = write_all(file.number(), content) && ::fchmod(file.number(), permissions) == 0 &&
                         file.close_now() && put_in_place(beside.c_str(), target.c_str(), existing);
    if (written) return {};
    const int number = errno;
    ::unlink(beside.c_str());
    return fail_to_write(target.string(), number);
}

} // namespace

Result<OutputSpec> parse_output(std::string_view text, const std::vector<std::string>& known) {
    const std::size_t equals = text.find('=');
    OutputSpec spec{std::string(text.substr(0, equals)), {}};
    if (std::find(known.begin(), known.end(), spec.format) == known.end()) {
        const auto nearest = base::nearest_name(spec.format, known);
        return fail(ErrorKind::usage, fmt::format("no output format is called `{}`", spec.format),
                    nearest ? fmt::format("did you mean `{}`?", *nearest)
                            : fmt::format("the formats are {}", base::list_in_words(known)));
    }
    if (equals == std::string_view::npos) return spec;
    spec.path = text.substr(equals + 1);
    if (spec.path.empty())
        return fail(ErrorKind::usage, fmt::format("`--output {}` names no file", text),
                    fmt::format("write `--output {}` for standard output", spec.format));
    if (spec.path == "-") spec.path.clear();
    return spec;
}

Result<std::vector<OutputSpec>> parse_outputs(const std::vector<std::string>& texts,
                                              const std::vector<std::string>& known, std::string_view usual) {
    std::vector<OutputSpec> outputs;
    const auto goes_to = [&outputs](const std::string& path) {
        return std::any_of(outputs.begin(), outputs.end(),
                           [&](const OutputSpec& one) { return one.path == path; });
    };
    for (const std::string& text : texts) {
        auto output = parse_output(text, known);
        if (!output) return fail(output.error());
        if (goes_to(output->path))
            return fail(
                ErrorKind::usage,
                fmt::format("two outputs go to {}", output->path.empty() ? "standard output" : output->path),
                "give one of them a file of its own: `--output FORMAT=PATH`");
        outputs.push_back(*output);
    }
    if (!goes_to("")) outputs.push_back({std::string(usual), {}});
    return outputs;
}

engine::RecordsAsked records_asked(const std::vector<std::string>& texts) {
    auto asked = engine::RecordsAsked::none;
    for (const std::string& text : texts)
        if (const auto* format = reporters::find_format(text.substr(0, text.find('='))))
            asked = std::max(asked, format->records);
    return asked;
}

Result<void> write_file(const std::string& path, std::string_view content) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status))
        return fail(ErrorKind::failure, fmt::format("cannot write {}: it is a folder", path));
    if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, content);
    const fs::path target = fs::weakly_canonical(path, error); // a link keeps its place
    const fs::path written = error ? fs::path(path) : target;
    return write_beside(written, content, permissions_of(written));
}

Result<void> write_new_file(const std::string& path, std::string_view content) {
    return write_beside(path, content, permissions_of(path), Existing::keep);
}

Result<void> write_script(const std::string& path, std::string_view content, bool replaces) {
    return write_beside(path, content, allowed(0777), replaces ? Existing::replace : Existing::keep);
}

Result<void> write_changed_file(const std::string& path, std::string_view before, std::string_view after) {
    const auto now = base::read_file(path, before.size());
    if (!now || *now != before)
        return fail(ErrorKind::failure, fmt::format("{} changed in the meantime", path),
                    "nothing was written there; run the command again");
    return write_file(path, after);
}

std::string for_standard_output(std::string text, const Surroundings& surroundings) {
    const bool ci = under_ci(surroundings);
    if (!ci && !surroundings.out_is_terminal) return text;
    std::string shown;
    for (const std::string_view line : base::split(text, '\n')) shown += base::escape_invisible(line) + "\n";
    shown.pop_back(); // the last line has no end, and is empty where the text ends with one
    return ci ? reporters::disarm_commands(shown) : shown;
}

Result<void> write_stream(std::ostream& out, std::string_view content) {
    errno = 0;
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.flush();
    if (out.good()) return {};
    return fail_to_write("standard output", errno == 0 ? EIO : errno);
}

reporters::Options options_for(const OutputSpec& output, reporters::Options on_screen) {
    if (!output.path.empty()) on_screen.colour = false;
    return on_screen;
}

Result<void> write_each(const std::vector<OutputSpec>& outputs, std::ostream& out,
                        const std::function<std::string(const OutputSpec&)>& render) {
    Result<void> status;
    for (const OutputSpec& output : outputs) {
        const std::string text = render(output);
        const auto one = output.path.empty() ? write_stream(out, text) : write_file(output.path, text);
        if (status && !one) status = one;
    }
    return status;
}

Result<void> write_outputs(const engine::RunResult& result, const std::vector<OutputSpec>& outputs,
                           const reporters::Options& on_screen, std::ostream& out) {
    return write_each(outputs, out, [&](const OutputSpec& output) {
        const auto* format = reporters::find_format(output.format);
        return format->render(result, options_for(output, on_screen));
    });
}

} // namespace docs_lint::cli

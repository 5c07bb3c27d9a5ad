#include "base/file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace docs_lint::base {
namespace {

class OpenFile {
public:
    explicit OpenFile(const std::string& path) : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenFile() {
        if (number_ >= 0) ::close(number_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

tl::unexpected<Error> cannot_read(const std::string& path, const std::string& reason) {
    return fail(ErrorKind::failure, fmt::format("{} cannot be read: {}", path, reason));
}

} // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    const OpenFile file(path);
    if (file.number() < 0) return cannot_read(path, std::generic_category().message(errno));
    std::string content;
    char buffer[16384];
    for (;;) {
        const ssize_t count = ::read(file.number(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannot_read(path, std::generic_category().message(errno));
        if (count == 0) return content;
        content.append(buffer, static_cast<std::size_t>(count));
        if (content.size() > limit) return cannot_read(path, fmt::format("it has more than {} bytes", limit));
    }
}

} // namespace docs_lint::base

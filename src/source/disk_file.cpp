#include "source/disk_file.hpp"

#include "source/blob_reading.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace docs_lint::source {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

constexpr int kReading = O_RDONLY | O_CLOEXEC;

base::Error unreadable(const std::string& path, int reason) {
    const std::string why = reason == ELOOP || reason == ENOTDIR
                                ? "there is a link in its place or on the way to it"
                                : std::strerror(reason);
    return {base::ErrorKind::unverifiable, fmt::format("{} cannot be read: {}", path, why),
            "make the file readable, or leave it out"};
}

/// Opens each folder from the one before; a negative number with `errno` where one of them is a link.
Descriptor open_without_links(const std::string& root, const std::string& path) {
    Descriptor folder(open(root.c_str(), kReading | O_DIRECTORY)); // NOLINT: POSIX's own shape
    std::size_t begin = 0;
    for (std::size_t end = path.find('/'); end != std::string::npos && folder.number() >= 0;
         end = path.find('/', begin)) {
        const std::string name = path.substr(begin, end - begin);
        folder =
            Descriptor(openat(folder.number(), name.c_str(), kReading | O_DIRECTORY | O_NOFOLLOW)); // NOLINT
        begin = end + 1;
    }
    if (folder.number() < 0) return folder;
    // Not blocking: a pipe that took the file's place would keep us waiting.
    return Descriptor(
        openat(folder.number(), path.c_str() + begin, kReading | O_NOFOLLOW | O_NONBLOCK)); // NOLINT
}

base::Result<std::string> read_all(const Descriptor& file, const std::string& path, std::size_t limit) {
    std::string content;
    char buffer[65536];
    for (;;) {
        const ssize_t count = ::read(file.number(), buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return base::fail(unreadable(path, errno));
        if (count == 0) return content;
        content.append(buffer, static_cast<std::size_t>(count));
        if (content.size() > limit) return base::fail(too_large(path, content.size(), limit));
    }
}

} // namespace

base::Result<std::string> read_disk_file(const std::string& root, const std::string& path,
                                         std::size_t limit) {
    const Descriptor file = open_without_links(root, path);
    if (file.number() < 0) return base::fail(unreadable(path, errno));
    struct stat status {};
    if (fstat(file.number(), &status) != 0) return base::fail(unreadable(path, errno));
    if (!S_ISREG(status.st_mode)) return base::fail(unreadable(path, EINVAL));
    const auto size = static_cast<std::uintmax_t>(status.st_size);
    if (size > limit) return base::fail(too_large(path, size, limit));
    return read_all(file, path, limit);
}

} // namespace docs_lint::source

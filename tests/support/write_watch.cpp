#include "support/write_watch.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <sys/inotify.h>
#include <unistd.h>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

struct Kind {
    std::uint32_t bit;
    const char* name;
};

constexpr Kind kKinds[] = {
    {IN_CLOSE_WRITE, "opened for writing"},
    {IN_MODIFY, "written"},
    {IN_ATTRIB, "given other attributes"},
    {IN_CREATE, "made"},
    {IN_DELETE, "removed"},
    {IN_MOVED_FROM, "renamed"},
    {IN_MOVED_TO, "put in place"},
    {IN_Q_OVERFLOW, "more than can be told"},
};

std::uint32_t all_kinds() {
    std::uint32_t bits = 0;
    for (const Kind& kind : kKinds) bits |= kind.bit;
    return bits & ~static_cast<std::uint32_t>(IN_Q_OVERFLOW); // that one comes without being asked for
}

std::string name_of(std::uint32_t mask) {
    for (const Kind& kind : kKinds)
        if ((mask & kind.bit) != 0) return kind.name;
    return "changed";
}

} // namespace

WriteWatch::WriteWatch(const fs::path& folder) : queue_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (queue_ < 0) throw std::runtime_error("inotify is not to be had");
    watch(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_directory() && !entry.is_symlink()) watch(entry.path());
}

WriteWatch::~WriteWatch() {
    ::close(queue_);
}

void WriteWatch::watch(const fs::path& folder) {
    const int number = ::inotify_add_watch(queue_, folder.c_str(), all_kinds());
    if (number < 0) throw std::runtime_error("cannot watch " + folder.string());
    folders_[number] = folder;
}

std::vector<std::string> WriteWatch::changes() {
    std::vector<std::string> found;
    alignas(inotify_event) std::array<char, 1U << 16U> buffer{};
    for (ssize_t size = ::read(queue_, buffer.data(), buffer.size()); size > 0;
         size = ::read(queue_, buffer.data(), buffer.size()))
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* const name = event.len == 0 ? "" : buffer.data() + at + sizeof event;
            found.push_back((folders_[event.wd] / name).string() + ": " + name_of(event.mask));
            at += sizeof event + event.len;
        }
    return found;
}

} // namespace docs_lint::tests

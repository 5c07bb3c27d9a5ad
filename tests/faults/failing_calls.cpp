// Loaded in front of a program (LD_PRELOAD), makes the Nth call of one kind fail, and all behind it where
// that is asked for:
//     DOCS_LINT_FAILING=kind:N or kind:N+    kind: memory, read, open, stat, write
//     DOCS_LINT_FAILED=FILE                  made when a call fails; where N is 0 none does, and at the end
//     it holds
//                                            how many calls there were
// Without memory where WITHOUT_MEMORY is defined: AddressSanitizer bears no other allocator in front of its
// own. Only calls that libraries make by name are seen: what the C library does for itself (a stream's own
// read) is not.
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Plan {
    char kind = '\0'; ///< its first letter
    long first = 0;
    bool all_behind = false;
    const char* report = nullptr;
};

/// Read before `main`, so that whatever is allocated on the way there never asks the environment.
Plan plan;
/// How many there were, in this process and in those that it forked.
std::atomic<long>* calls = nullptr;
std::atomic<bool> armed{false};

/// By system calls alone: nothing here may be counted.
void report(long number) {
    if (plan.report == nullptr) return;
    char text[24];
    const int size = std::snprintf(text, sizeof text, "%ld", number);
    const long file = ::syscall(SYS_openat, AT_FDCWD, plan.report, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    if (file < 0) return;
    ::syscall(SYS_write, file, text, size);
    ::syscall(SYS_close, file);
}

bool fails(char kind, int number) {
    if (!armed || plan.kind != kind) return false;
    const long call = ++*calls;
    if (plan.first == 0 || call < plan.first || (call > plan.first && !plan.all_behind)) return false;
    if (call == plan.first) report(call);
    errno = number;
    return true;
}

template <typename Function>
Function next(Function& known, const char* name) {
    if (known == nullptr) known = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
    return known;
}

__attribute__((constructor)) void read_plan() {
    const char* const asked = std::getenv("DOCS_LINT_FAILING");
    const char* const colon = asked == nullptr ? nullptr : std::strchr(asked, ':');
    if (colon == nullptr) return;
    const long shared = ::syscall(SYS_mmap, nullptr, sizeof *calls, PROT_READ | PROT_WRITE,
                                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == -1) return;
    calls = new (reinterpret_cast<void*>(shared)) std::atomic<long>(0);
    plan.kind = asked[0];
    char* end = nullptr;
    plan.first = std::strtol(colon + 1, &end, 10);
    plan.all_behind = *end == '+';
    plan.report = std::getenv("DOCS_LINT_FAILED");
    armed = true;
}

__attribute__((destructor)) void tell_count() {
    armed = false;
    if (plan.kind != '\0' && plan.first == 0) report(*calls);
}

} // namespace

extern "C" {

ssize_t read(int file, void* to, std::size_t size) {
    static ssize_t (*known)(int, void*, std::size_t) = nullptr;
    return fails('r', EIO) ? -1 : next(known, "read")(file, to, size);
}

ssize_t pread64(int file, void* to, std::size_t size, off64_t at) {
    static ssize_t (*known)(int, void*, std::size_t, off64_t) = nullptr;
    return fails('r', EIO) ? -1 : next(known, "pread64")(file, to, size, at);
}

void* mmap64(void* address, std::size_t size, int protection, int flags, int file, off64_t at) {
    static void* (*known)(void*, std::size_t, int, int, int, off64_t) = nullptr;
    if (file >= 0 && fails('r', EIO)) return reinterpret_cast<void*>(-1);
    return next(known, "mmap64")(address, size, protection, flags, file, at);
}

void* mmap(void* address, std::size_t size, int protection, int flags, int file, off_t at) {
    static void* (*known)(void*, std::size_t, int, int, int, off_t) = nullptr;
    if (file >= 0 && fails('r', EIO)) return reinterpret_cast<void*>(-1);
    return next(known, "mmap")(address, size, protection, flags, file, at);
}

dirent* readdir(DIR* folder) {
    static dirent* (*known)(DIR*) = nullptr;
    return fails('r', EIO) ? nullptr : next(known, "readdir")(folder);
}

dirent64* readdir64(DIR* folder) {
    static dirent64* (*known)(DIR*) = nullptr;
    return fails('r', EIO) ? nullptr : next(known, "readdir64")(folder);
}

int open(const char* path, int flags, ...) {
    static int (*known)(const char*, int, ...) = nullptr;
    std::va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails('o', EMFILE) ? -1 : next(known, "open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    static int (*known)(const char*, int, ...) = nullptr;
    std::va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails('o', EMFILE) ? -1 : next(known, "open64")(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    static int (*known)(int, const char*, int, ...) = nullptr;
    std::va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails('o', EMFILE) ? -1 : next(known, "openat")(folder, path, flags, mode);
}

FILE* fopen(const char* path, const char* mode) {
    static FILE* (*known)(const char*, const char*) = nullptr;
    return fails('o', EMFILE) ? nullptr : next(known, "fopen")(path, mode);
}

FILE* fopen64(const char* path, const char* mode) {
    static FILE* (*known)(const char*, const char*) = nullptr;
    return fails('o', EMFILE) ? nullptr : next(known, "fopen64")(path, mode);
}

DIR* opendir(const char* path) {
    static DIR* (*known)(const char*) = nullptr;
    return fails('o', EMFILE) ? nullptr : next(known, "opendir")(path);
}

int stat64(const char* path, struct stat64* to) {
    static int (*known)(const char*, struct stat64*) = nullptr;
    return fails('s', EIO) ? -1 : next(known, "stat64")(path, to);
}

int stat(const char* path, struct stat* to) {
    static int (*known)(const char*, struct stat*) = nullptr;
    return fails('s', EIO) ? -1 : next(known, "stat")(path, to);
}

int lstat64(const char* path, struct stat64* to) {
    static int (*known)(const char*, struct stat64*) = nullptr;
    return fails('s', EIO) ? -1 : next(known, "lstat64")(path, to);
}

int lstat(const char* path, struct stat* to) {
    static int (*known)(const char*, struct stat*) = nullptr;
    return fails('s', EIO) ? -1 : next(known, "lstat")(path, to);
}

int fstat64(int file, struct stat64* to) {
    static int (*known)(int, struct stat64*) = nullptr;
    return fails('s', EIO) ? -1 : next(known, "fstat64")(file, to);
}

int fstat(int file, struct stat* to) {
    static int (*known)(int, struct stat*) = nullptr;
    return fails('s', EIO) ? -1 : next(known, "fstat")(file, to);
}

ssize_t write(int file, const void* from, std::size_t size) {
    static ssize_t (*known)(int, const void*, std::size_t) = nullptr;
    return fails('w', ENOSPC) ? -1 : next(known, "write")(file, from, size);
}

ssize_t writev(int file, const iovec* parts, int count) {
    static ssize_t (*known)(int, const iovec*, int) = nullptr;
    return fails('w', ENOSPC) ? -1 : next(known, "writev")(file, parts, count);
}

std::size_t fwrite(const void* from, std::size_t size, std::size_t count, FILE* file) {
    static std::size_t (*known)(const void*, std::size_t, std::size_t, FILE*) = nullptr;
    return fails('w', ENOSPC) ? 0 : next(known, "fwrite")(from, size, count, file);
}

} // extern "C"

#ifndef WITHOUT_MEMORY
namespace {

/// What `dlsym` itself asks for while it looks for the real functions. Never given back.
void* early(std::size_t size) {
    alignas(std::max_align_t) static char room[65536];
    static std::size_t used = 0;
    const std::size_t rounded = (size + 15) / 16 * 16;
    if (used + rounded > sizeof room) std::abort();
    void* const block = room + used;
    used += rounded;
    return block;
}

thread_local bool looking = false;

template <typename Function>
Function look_up(Function& known, const char* name) {
    if (known != nullptr) return known;
    looking = true;
    next(known, name);
    looking = false;
    return known;
}

using Malloc = void* (*)(std::size_t);
using Calloc = void* (*)(std::size_t, std::size_t);
using Realloc = void* (*)(void*, std::size_t);

void* real_malloc(std::size_t size) {
    static Malloc known = nullptr;
    return looking ? early(size) : look_up(known, "malloc")(size);
}

/// As the standard asks for: the program's own handler comes before the exception.
void* allocate_or_throw(std::size_t size) {
    for (;;) {
        void* const block = fails('m', ENOMEM) ? nullptr : real_malloc(size == 0 ? 1 : size);
        if (block != nullptr) return block;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) throw std::bad_alloc();
        handler();
    }
}

void* allocate_or_not(std::size_t size) noexcept {
    try {
        return allocate_or_throw(size);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

} // namespace

extern "C" {

void* malloc(std::size_t size) {
    return fails('m', ENOMEM) ? nullptr : real_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
    static Calloc known = nullptr;
    if (looking) return early(count * size); // zero, as the program begins
    return fails('m', ENOMEM) ? nullptr : look_up(known, "calloc")(count, size);
}

void* realloc(void* block, std::size_t size) {
    static Realloc known = nullptr;
    return fails('m', ENOMEM) ? nullptr : look_up(known, "realloc")(block, size);
}

} // extern "C"

void* operator new(std::size_t size) {
    return allocate_or_throw(size);
}

void* operator new[](std::size_t size) {
    return allocate_or_throw(size);
}

void* operator new(std::size_t size, const std::nothrow_t& /*none*/) noexcept {
    return allocate_or_not(size);
}

void* operator new[](std::size_t size, const std::nothrow_t& /*none*/) noexcept {
    return allocate_or_not(size);
}
#endif

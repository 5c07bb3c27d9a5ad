#include "git/library_memory.hpp"

#include "base/out_of_memory.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <git2.h>
#include <git2/sys/alloc.h>

namespace docs_lint::git {
namespace {

// So much is asked for what an object says of its own size, which may be a lie: there libgit2 looks at the
// answer, and the object cannot be read.
constexpr std::size_t kSizeOfObjects = std::size_t{16} << 20;

void* given(void* block, std::size_t size) {
    if (block == nullptr && size < kSizeOfObjects) base::end_out_of_memory();
    return block;
}

void* reallocate(void* old, std::size_t size, const char* /*file*/, int /*line*/) {
    return given(std::realloc(old, std::max<std::size_t>(size, 1)), size); // nothing is asked for in places
}

void* reallocate_array(void* old, std::size_t count, std::size_t size, const char* /*file*/, int /*line*/) {
    return count == 0 || size == 0 ? reallocate(old, 1, nullptr, 0)
                                   : given(::reallocarray(old, count, size), count);
}

void* allocate(std::size_t size, const char* file, int line) {
    return reallocate(nullptr, size, file, line);
}

void* allocate_array(std::size_t count, std::size_t size, const char* file, int line) {
    return reallocate_array(nullptr, count, size, file, line);
}

void* allocate_zeroed(std::size_t count, std::size_t size, const char* /*file*/, int /*line*/) {
    return given(std::calloc(count, size), count);
}

char* copy_part(const char* text, std::size_t size, const char* file, int line) {
    auto* const copy = static_cast<char*>(allocate(size + 1, file, line));
    if (copy == nullptr) return nullptr;
    std::memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

char* copy_start(const char* text, std::size_t most, const char* file, int line) {
    return copy_part(text, ::strnlen(text, most), file, line);
}

char* copy_string(const char* text, const char* file, int line) {
    return copy_part(text, std::strlen(text), file, line);
}

} // namespace

void give_memory_to_libgit2() {
    git_allocator ending;
    ending.gmalloc = allocate;
    ending.gcalloc = allocate_zeroed;
    ending.gstrdup = copy_string;
    ending.gstrndup = copy_start;
    ending.gsubstrdup = copy_part;
    ending.grealloc = reallocate;
    ending.greallocarray = reallocate_array;
    ending.gmallocarray = allocate_array;
    ending.gfree = std::free;
    git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &ending);
}

} // namespace docs_lint::git

#include "markdown/arena.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

namespace docs_lint::markdown {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::size_t kAlign = alignof(std::max_align_t);
constexpr std::size_t kReused = 1024; ///< bytes; larger blocks are not used again

struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
};

class Arena {
public:
    // In front of each block stands its room, for cmark's realloc. Fresh blocks are zeroed: cmark reads
    // strings that it never wrote, and a document must read the same every time.
    void* allocate(std::size_t size) {
        const std::size_t room = std::max(kAlign, (size + kAlign - 1) / kAlign * kAlign);
        std::byte* block = reuse(room);
        if (block == nullptr) block = carve(room);
        std::memset(block, 0, size);
        return block;
    }

    // A small block waits for the next request of its size; its first bytes point to the one freed before.
    void release(std::byte* block) {
        const std::size_t kind = room_of(block) / kAlign;
        if (kind >= free_.size()) return;
        std::memcpy(block, &free_[kind], sizeof(std::byte*));
        free_[kind] = block;
    }

    static std::size_t room_of(const std::byte* block) {
        std::size_t room = 0;
        std::memcpy(&room, block - kAlign, sizeof room);
        return room;
    }

    // The first chunk is kept, so that small documents never go to the system.
    void reset() {
        if (chunks_.size() > 1 || (!chunks_.empty() && chunks_.front().size > kChunk)) chunks_.clear();
        used_ = 0;
        free_.fill(nullptr);
    }

private:
    std::byte* reuse(std::size_t room) {
        const std::size_t kind = room / kAlign;
        if (kind >= free_.size() || free_[kind] == nullptr) return nullptr;
        std::byte* block = free_[kind];
        std::memcpy(&free_[kind], block, sizeof(std::byte*));
        return block;
    }

    std::byte* carve(std::size_t room) {
        if (chunks_.empty() || chunks_.back().size - used_ < kAlign + room) add_chunk(kAlign + room);
        std::byte* header = chunks_.back().bytes.get() + used_;
        used_ += kAlign + room;
        std::memcpy(header, &room, sizeof room);
        return header + kAlign;
    }

    void add_chunk(std::size_t least) {
        const std::size_t size = std::max(least, kChunk);
        chunks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
        used_ = 0;
    }

    std::vector<Chunk> chunks_;
    std::size_t used_ = 0;
    std::array<std::byte*, kReused / kAlign> free_{};
};

thread_local Arena arena;

void* allocate(std::size_t count, std::size_t size) {
    return arena.allocate(count * size);
}

void release(void* block) {
    if (block != nullptr) arena.release(static_cast<std::byte*>(block));
}

void* reallocate(void* old, std::size_t size) {
    if (old == nullptr) return arena.allocate(size);
    const std::size_t room = Arena::room_of(static_cast<std::byte*>(old));
    if (size <= room) return old;
    void* block = arena.allocate(size);
    std::memcpy(block, old, room);
    release(old);
    return block;
}

cmark_mem table{allocate, reallocate, release};

} // namespace

ArenaScope::~ArenaScope() {
    arena.reset();
}

cmark_mem* ArenaScope::memory() const {
    return &table;
}

} // namespace docs_lint::markdown

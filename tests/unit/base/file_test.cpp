#include "base/file.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using tests::ScratchFolder;

TEST_CASE("a file is read to its end, and one byte past the limit it is not") {
    const ScratchFolder folder;
    const std::string path = folder.path() / "file";
    const std::string content = std::string(40'000, 'a') + '\0' + "b";
    tests::write_file(path, content);
    CHECK(base::read_file(path, content.size()).value() == content);
    const auto larger = base::read_file(path, content.size() - 1);
    REQUIRE_FALSE(larger);
    CHECK(larger.error().message == path + " cannot be read: it has more than 40001 bytes");
}

TEST_CASE("what is no file is an error that names it") {
    const ScratchFolder folder;
    const std::string path = folder.path();
    CHECK(base::read_file(path, 10).error().message == path + " cannot be read: Is a directory");
    CHECK(base::read_file(path + "/nowhere", 10).error().message ==
          path + "/nowhere cannot be read: No such file or directory");
}

#include "facts/left_alone.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::base::Span;
using docs_lint::facts::is_left_alone;

namespace {

bool leaves_alone(const std::string& text) {
    const std::string path = "src/a.py";
    const std::size_t begin = text.find(path);
    REQUIRE(begin != std::string::npos);
    return is_left_alone(text, Span{begin, begin + path.size()});
}

} // namespace

TEST_CASE("a path that is named in order to leave it alone") {
    for (const char* text :
         {"src/a.py must not be touched", "`src/a.py` stays unchanged", "src/a.py is out of scope",
          "Out of scope: src/b.py, src/a.py", "Not to be changed: src/a.py", "do not touch src/a.py",
          "everything below src/ except src/a.py", "not src/a.py", "src/b.py, not src/a.py",
          "src/b.py is changed; src/a.py will be left alone"}) {
        CAPTURE(text);
        CHECK(leaves_alone(text));
    }
}

TEST_CASE("a path of which nothing of that kind is said") {
    for (const char* text :
         {"src/a.py rounds once", "not only src/a.py", "src/a.py rounds once, and the output stays unchanged",
          "src/a.py so that src/b.py must not be touched", "Out of scope: src/b.py; in scope: src/a.py",
          "The API must not be changed. src/a.py rounds once", "unchanged behaviour is kept by src/a.py"}) {
        CAPTURE(text);
        CHECK(!leaves_alone(text));
    }
}

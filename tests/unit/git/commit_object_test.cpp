#include "git/commit_object.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::git;

namespace {

const std::string kTree = "tree " + std::string(40, 'a') + "\n";
const std::string kParent = "parent " + std::string(40, 'b') + "\n";
const std::string kAuthor = "author A Writer <a@example.org> 1772355600 +0100\n";
const std::string kCommitter = "committer A Sender <s@example.org> 1772355700 -0330\n";

std::string problem_of(const std::string& bytes) {
    const auto commit = parse_commit(ObjectId{}, bytes);
    if (commit) return "none";
    CHECK(commit.error().kind == base::ErrorKind::unverifiable);
    CHECK(commit.error().message.find(std::string(40, '0')) != std::string::npos);
    return commit.error().message;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Commit parsed(const std::string& bytes) {
    const auto commit = parse_commit(ObjectId{}, bytes);
    REQUIRE_MESSAGE(commit.has_value(), (commit ? "" : commit.error().message));
    return *commit;
}

git::CommitText parsed_text(const std::string& bytes) {
    const auto text = git::parse_commit_text(ObjectId{}, bytes);
    REQUIRE_MESSAGE(text.has_value(), (text ? "" : text.error().message));
    return *text;
}

} // namespace

TEST_CASE("a commit is read with its parents, people and subject") {
    const std::string bytes =
        kTree + kParent + kParent + kAuthor + kCommitter + "\nThe subject\n\nThe rest\n";
    const Commit commit = parsed(bytes);
    const git::CommitText text = parsed_text(bytes);
    CHECK(to_hex(commit.tree) == std::string(40, 'a'));
    CHECK(commit.parents.size() == 2);
    CHECK(text.author_name == "A Writer");
    CHECK(text.author_email == "a@example.org");
    CHECK(commit.authored_at == base::Instant{1772355600, 60});
    CHECK(commit.committed_at == base::Instant{1772355700, -210});
    CHECK(text.subject == "The subject");
}

TEST_CASE("further header lines and an empty message do no harm") {
    CHECK(parsed_text(kTree + kAuthor + kCommitter).subject.empty());
    CHECK(parsed_text(kTree + kAuthor + kCommitter +
                      "gpgsig -----BEGIN\n author x\n \n -----END\nencoding x\n\nS")
              .subject == "S");
}

TEST_CASE("strange but readable zones and dates are kept as they are") {
    const auto instant = [](const std::string& when) {
        return parsed(kTree + "author A <a> " + when + "\n" + kCommitter + "\n").authored_at;
    };
    CHECK(instant("4102444800 +9999") == base::Instant{4102444800, 99 * 60 + 99});
    CHECK(instant("1 +051800") == base::Instant{1, 518 * 60});
    CHECK(instant("1 nonsense") == base::Instant{1, 0});
    CHECK(instant("1 +99999999999999") == base::Instant{1, 0});
    CHECK(instant("7") == base::Instant{7, 0});
}

TEST_CASE("two author lines are an error that says so") {
    CHECK(mentions(problem_of(kTree + kAuthor + kAuthor + kCommitter + "\n"), "two author lines"));
    CHECK(mentions(problem_of(kTree + kAuthor + kCommitter + kAuthor + "\n"), "two author lines"));
    CHECK(mentions(problem_of(kTree + kAuthor + kCommitter + kCommitter + "\n"), "two committer lines"));
}

TEST_CASE("a commit that lacks something is an error") {
    CHECK(mentions(problem_of(""), "no tree line"));
    CHECK(mentions(problem_of(kAuthor + kCommitter + "\n"), "no tree line"));
    CHECK(mentions(problem_of(kTree + "parent 12\n" + kAuthor + kCommitter + "\n"), "a parent"));
    CHECK(mentions(problem_of(kTree + kCommitter + "\n"), "no author line"));
    CHECK(mentions(problem_of(kTree + kAuthor + "\n"), "no committer line"));
    CHECK(mentions(problem_of(kTree + "author A <a>\n" + kCommitter + "\n"), "no author line"));
    CHECK(mentions(problem_of(kTree + "author A <a> soon +0000\n" + kCommitter + "\n"), "no author line"));
    CHECK(mentions(problem_of(kTree + "author A <a> 99999999999999999999 +0000\n" + kCommitter),
                   "no author line"));
    CHECK(mentions(problem_of(kTree + "author A a 12 +0000\n" + kCommitter + "\n"), "no author line"));
    CHECK(mentions(problem_of(kTree + kAuthor + kCommitter + kParent + "\n"), "out of place"));
    CHECK(mentions(problem_of(kTree + "author A" + std::string(1, '\0') + " <a> 1 +0000\n" + kCommitter),
                   "no author"));
    CHECK(mentions(problem_of(kTree + kAuthor + kCommitter + "x" + std::string(1, '\0') + "\n\n"), "NUL"));
}

TEST_CASE("a signature is taken out of the bytes that it is about") {
    const std::string head = kTree + kAuthor + kCommitter;
    const std::string rest = "encoding x\n\nSubject\n\ngpgsig in the text\n";
    const auto parts = split_signature(ObjectId{}, head + "gpgsig one\n two\n \n three\n" + rest);
    REQUIRE(parts.has_value());
    REQUIRE(parts->has_value());
    CHECK((*parts)->signature == "one\ntwo\n\nthree\n");
    CHECK((*parts)->payload == head + rest);

    const auto foreign = split_signature(ObjectId{}, head + "gpgsig-sha256 a\n b\ngpgsig one\n" + rest);
    REQUIRE(foreign.has_value());
    CHECK((*foreign)->signature == "one\n");
    CHECK((*foreign)->payload == head + rest);
}

TEST_CASE("a commit without a signature has none, and one with two says nothing") {
    const std::string head = kTree + kAuthor + kCommitter;
    const auto none = split_signature(ObjectId{}, head + "mergetag x\n gpgsig y\n\ngpgsig z\n");
    REQUIRE(none.has_value());
    CHECK_FALSE(none->has_value());
    const auto two = split_signature(ObjectId{}, head + "gpgsig one\ngpgsig two\n\nSubject\n");
    REQUIRE_FALSE(two.has_value());
    CHECK(two.error().kind == base::ErrorKind::unverifiable);
}

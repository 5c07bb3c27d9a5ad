#include "support/checked.hpp"
#include "support/scratch.hpp"
#include "support/signing.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

// Who is behind a sign-off, and behind a change of a document that not everybody may write.

using namespace docs_lint::tests;

namespace {

constexpr const char* kSignOff = "authority/signoff";
constexpr const char* kSelf = "authority/self-signoff";
constexpr const char* kExceeded = "authority/exceeded";
constexpr const char* kQa = "QA Lead <qa-lead@example.org>";
constexpr const char* kPmo = kAuthor;
constexpr const char* kStranger = "Stranger <stranger@example.org>";
constexpr const char* kConfirmedAt = "2026-02-13T09:00:00Z";
constexpr const char* kValidatedAt = "2026-02-13T10:00:00Z";
const std::string kOwnerLine = "- Owner confirmation: Yes — QA Lead, 2026-02-13\n";
const std::string kValidationLine = "- PMO validation: Pass — PMO Lead, 2026-02-13\n";
const std::string kEvidence = "- Evidence: Passed on 2026-02-12: the three steps no longer show the fault\n";

std::string quoted_block(const std::string& key) {
    if (key.find('\n') == std::string::npos) return " \"" + key + "\"\n";
    std::string block = " |\n";
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = key.find('\n', begin);
        block += "        " + key.substr(begin, end - begin) + "\n";
        begin = end == std::string::npos ? key.size() : end + 1;
    }
    return block;
}

std::string keys_of(const std::vector<std::string>& keys) {
    if (keys.empty()) return {};
    std::string text = "    keys:\n";
    for (const std::string& key : keys) text += "      -" + quoted_block(key);
    return text;
}

/// What one item of the record asks for.
struct Asked {
    std::string item = "identity: committed";
    std::vector<std::string> qa_keys = {};
    std::vector<std::string> pmo_keys = {};
    std::string qa_address = "qa-lead@example.org";
};

std::string configuration(const Asked& asked) {
    return "roles:\n  qa-lead:\n    identities: [" + asked.qa_address + "]\n" + keys_of(asked.qa_keys) +
           "  pmo-lead:\n    identities: [pmo-lead@example.org]\n" + keys_of(asked.pmo_keys) +
           "processes:\n  defect-run:\n    gates:\n      V:\n        items:\n          V.1: {" + asked.item +
           "}\n";
}

std::string record_with(const TidyRepository& repository, const std::string& v1) {
    DefectRecord record = repository.active();
    record.item("V.1").body = kEvidence + v1;
    return record.text();
}

/// Behind the record in verification, with a base that asks for identities.
class Signing : public TidyRepository {
public:
    explicit Signing(const Asked& asked = {}) {
        git("checkout", "--quiet", "-B", "work", commits().active);
        write(".docs-lint.yaml", configuration(asked));
        base_ = commit("Ask who signs", "2026-02-12T09:00:00Z");
    }

    [[nodiscard]] const std::string& base() const { return base_; }
    [[nodiscard]] Checked range() const { return check_range(path(), base_, "HEAD"); }

    void write_v1(const std::string& lines) const { write(kRecord, record_with(*this, lines)); }
    std::string confirm(const std::string& author = kQa) const {
        write_v1(kOwnerLine);
        return commit("Confirm", kConfirmedAt, author);
    }
    std::string validate(const std::string& author = kPmo) const {
        write_v1(kOwnerLine + kValidationLine);
        return commit("Validate", kValidatedAt, author);
    }
    std::string confirm(const SshSigner& signer, const std::string& author = kQa) const {
        write_v1(kOwnerLine);
        return commit_signed(*this, "Confirm", kConfirmedAt, author, signer.git_settings());
    }
    std::string validate(const SshSigner& signer, const std::string& author = kPmo) const {
        write_v1(kOwnerLine + kValidationLine);
        return commit_signed(*this, "Validate", kValidatedAt, author, signer.git_settings());
    }

private:
    std::string base_;
};

std::size_t count_of(const Checked& checked, const char* rule) {
    std::size_t count = 0;
    for (const Found& found : checked.findings)
        if (found.rule == rule) ++count;
    return count;
}

bool is_about_authority(const Found& found) {
    return found.message.find("who is behind") != std::string::npos ||
           found.message.find("two identities") != std::string::npos ||
           found.message.find("its author may") != std::string::npos;
}

std::size_t doubts_of(const Checked& checked) {
    std::size_t count = 0;
    for (const Found& found : checked.unverified)
        if (is_about_authority(found)) ++count;
    return count;
}

void expect_none(const Checked& checked) {
    INFO(checked.summary());
    CHECK(checked.is_json);
    for (const char* rule : {kSignOff, kSelf}) CHECK(count_of(checked, rule) == 0);
    CHECK(doubts_of(checked) == 0);
}

void expect_found(const Checked& checked, const char* rule, const std::string& message,
                  std::size_t count = 1) {
    INFO(checked.summary());
    CHECK(count_of(checked, rule) == count);
    REQUIRE(count_of(checked, rule) > 0);
    bool said = false;
    for (const Found& found : checked.findings)
        said = said || (found.rule == rule && checked.has(rule, found.path) &&
                        found.message.find(message) != std::string::npos);
    CHECK(said);
}

void expect_doubt(const Checked& checked, const std::string& message) {
    INFO(checked.summary());
    CHECK(checked.could_not_verify(message));
    CHECK(count_of(checked, kSignOff) == 0);
    CHECK(checked.exit_code != 0);
}

std::vector<Checked> judged_in_every_way(const Signing& repository) {
    return {repository.range(), audit(repository.path()), check_revision(repository.path()),
            check_worktree(repository.path())};
}

/// The newest commit, with its bytes changed.
void forge_head(const Signing& repository, const std::string& from, const std::string& to) {
    std::string bytes = repository.git("cat-file", "commit", "HEAD") + "\n";
    repository.git("reset", "--quiet", "--hard",
                   repository.write_object("commit", replaced(std::move(bytes), from, to)));
}

} // namespace

// ---- committed

TEST_CASE("control: each confirmation recorded by its role") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    for (const Checked& checked : judged_in_every_way(repository)) expect_none(checked);
}

TEST_CASE("a confirmation recorded by somebody else") {
    const Signing repository;
    SUBCASE("whom the register does not know") {
        repository.confirm(kStranger);
        repository.validate();
        for (const Checked& checked : judged_in_every_way(repository))
            expect_found(checked, kSignOff, "stranger@example.org");
        const Checked checked = repository.range();
        CHECK(checked.find(kSignOff, kRecord)->severity == "warning");
        CHECK(checked.find(kSignOff, kRecord)->introduced_by == repository.id_of("HEAD~1"));
    }
    SUBCASE("who has another role") {
        repository.confirm(kPmo);
        repository.validate();
        expect_found(repository.range(), kSignOff, "PMO Lead in the role register");
    }
    SUBCASE("for both") {
        repository.confirm(kStranger);
        repository.validate(kStranger);
        expect_found(repository.range(), kSignOff, "validation of V.1", 2);
    }
}

TEST_CASE("a comment in the record does not take it away") {
    const Signing repository;
    const std::string comment = "<!-- docs-lint: ignore[authority/signoff] reason=\"known\" -->\n";
    repository.write(kRecord,
                     replaced(record_with(repository, kOwnerLine), kEvidence, comment + "\n" + kEvidence));
    repository.commit("Confirm", kConfirmedAt, kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org");
}

TEST_CASE("a forged author passes as committed: nobody vouches for the name, and a key is what helps") {
    const Signing repository;
    repository.write_v1(kOwnerLine);
    ProcessOptions options;
    options.environment = commit_environment(kConfirmedAt, kStranger);
    repository.run({"add", "--all"});
    repository.run({"commit", "--quiet", "-m", "Confirm", std::string("--author=") + kQa}, options);
    repository.validate();
    expect_none(repository.range());
}

TEST_CASE("the committer does not count: a forge that squashes is nobody, and who rebases signs nothing") {
    const Signing repository;
    repository.write_v1(kOwnerLine);
    repository.run({"add", "--all"});
    ProcessOptions options;
    SUBCASE("committed by the forge") {
        options.environment = commit_environment(kConfirmedAt, "Forge <noreply@forge.example>");
        repository.run({"commit", "--quiet", "-m", "Confirm", std::string("--author=") + kQa}, options);
        repository.validate();
        expect_none(repository.range());
    }
    SUBCASE("written by a stranger, committed by the role") {
        options.environment = commit_environment(kConfirmedAt, kQa);
        repository.run({"commit", "--quiet", "-m", "Confirm", std::string("--author=") + kStranger}, options);
        repository.validate();
        expect_found(repository.range(), kSignOff, "stranger@example.org");
    }
}

TEST_CASE("two authors in one squash: only one of them is left") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    repository.git("reset", "--quiet", "--soft", repository.base());
    repository.commit_staged("Squash", kValidatedAt, kQa);
    expect_found(repository.range(), kSignOff, "the validation of V.1");
}

TEST_CASE("a mailmap of the change maps nobody to a role, that of the base does") {
    SUBCASE("of the change") {
        const Signing repository;
        repository.write(".mailmap", "QA Lead <qa-lead@example.org> <stranger@example.org>\n");
        repository.confirm(kStranger);
        repository.validate();
        expect_found(repository.range(), kSignOff, "stranger@example.org");
    }
    SUBCASE("of the base") {
        Signing repository;
        repository.write(".mailmap", "QA Lead <qa-lead@example.org> <stranger@example.org>\n");
        const std::string base = repository.commit("Mailmap", "2026-02-12T10:00:00Z");
        repository.confirm(kStranger);
        repository.validate();
        expect_none(check_range(repository.path(), base, "HEAD"));
    }
    SUBCASE("as a link") {
        Signing repository;
        repository.write("people", "QA Lead <qa-lead@example.org> <stranger@example.org>\n");
        repository.link(".mailmap", "people");
        const std::string base = repository.commit("Mailmap", "2026-02-12T10:00:00Z");
        repository.confirm(kStranger);
        expect_found(check_range(repository.path(), base, "HEAD"), kSignOff, "stranger@example.org");
    }
    SUBCASE("with a configuration from outside and no base") {
        const Signing repository;
        repository.write(".mailmap", "QA Lead <qa-lead@example.org> <stranger@example.org>\n");
        repository.confirm(kStranger);
        const ScratchFolder folder;
        write_file(folder.path() / "outside.yaml", configuration({}));
        const Checked checked = check_in(repository.path(), {"check", "--rev", "HEAD", "--config",
                                                             (folder.path() / "outside.yaml").string()});
        expect_found(checked, kSignOff, "stranger@example.org");
    }
}

TEST_CASE("a register or a grade of the change does not help it") {
    const Signing repository;
    SUBCASE("an address") {
        repository.write(".docs-lint.yaml", configuration({.qa_address = "stranger@example.org"}));
    }
    SUBCASE("a grade") {
        repository.write(".docs-lint.yaml", configuration({.item = "identity: claimed"}));
    }
    repository.confirm(kStranger);
    const Checked checked = repository.range();
    expect_found(checked, kSignOff, "stranger@example.org");
    CHECK(checked.has("tool/policy-changed", ".docs-lint.yaml"));
}

TEST_CASE("a role without identities in the register is nobody that could be told") {
    const Signing repository({.qa_address = ""});
    repository.confirm(kStranger);
    expect_doubt(repository.range(), "names no identity of QA Lead");
}

TEST_CASE("a confirmation that was taken back and put there again is that of whoever put it there") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    repository.write_v1("");
    repository.commit("Take it back", "2026-02-13T11:00:00Z", kPmo);
    repository.write_v1(kOwnerLine + kValidationLine);
    repository.commit("Put it back", "2026-02-13T12:00:00Z", kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org", 2);
    expect_found(audit(repository.path()), kSignOff, "stranger@example.org", 2);
}

TEST_CASE("a hidden or doubtful confirmation that somebody else makes plain is that of whoever does") {
    const Signing repository;
    SUBCASE("doubtful") {
        repository.write_v1("- Owner confirmation: Yes? — QA Lead, 2026-02-13\n");
    }
    SUBCASE("hidden") {
        repository.write_v1("<!--\n" + kOwnerLine + "-->\n");
    }
    SUBCASE("struck out") {
        repository.write_v1("- ~~Owner confirmation: Yes — QA Lead, 2026-02-13~~\n");
    }
    repository.commit("Not yet", kConfirmedAt, kQa);
    repository.confirm(kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org");
}

TEST_CASE("another role, date or item is another confirmation") {
    const Signing repository;
    SUBCASE("date") {
        repository.write_v1("- Owner confirmation: Yes — QA Lead, 2026-02-12\n");
    }
    SUBCASE("role") {
        repository.write_v1("- Owner confirmation: Yes — QA & Testing Owner, 2026-02-13\n");
    }
    SUBCASE("item") {
        DefectRecord record = repository.active();
        record.item("V.2").body = kEvidence + kOwnerLine;
        repository.write(kRecord, record.text());
    }
    repository.commit("Confirm", kConfirmedAt, kQa);
    repository.confirm(kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org");
}

TEST_CASE("evidence that somebody else changes under a confirmation is confirmed by whoever changed it") {
    const Signing repository;
    repository.confirm();
    std::string text = repository.read(kRecord);
    repository.write(kRecord, replaced(std::move(text), "the three steps no longer show the fault\n- Owner",
                                       "two steps no longer show the fault\n- Owner"));
    repository.commit("Evidence", "2026-02-13T09:30:00Z", kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org");
}

TEST_CASE("control: others change other things, and how it is written") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    repository.write_v1("- **Owner confirmation:** ✅ Yes (QA Lead,\n  2026-02-13)\n" + kValidationLine);
    repository.commit("Format", "2026-02-13T11:00:00Z", kStranger);
    expect_none(repository.range());
}

TEST_CASE("a record that moves takes along what was signed, and nothing that changed on the way") {
    constexpr const char* kMoved = "docs/product/phase_gates/defect-104-rounding-early-phase-gate.md";
    const Signing repository;
    repository.confirm();
    repository.validate();
    repository.move(kRecord, kMoved);
    SUBCASE("unchanged") {
        repository.commit("Move", "2026-02-13T11:00:00Z", kStranger);
        expect_none(repository.range());
        expect_none(audit(repository.path()));
    }
    SUBCASE("with another evidence") {
        std::string text = repository.read(kMoved);
        repository.write(kMoved,
                         replaced(std::move(text), "the three steps no longer show the fault\n- Owner",
                                  "two steps no longer show the fault\n- Owner"));
        repository.commit("Move", "2026-02-13T11:00:00Z", kStranger);
        expect_found(repository.range(), kSignOff, "stranger@example.org", 2);
    }
    SUBCASE("with another record in its place") {
        repository.write(kRecord, record_with(repository, ""));
        repository.commit("Replace", "2026-02-13T11:00:00Z", kStranger);
        CHECK(repository.range().has(kSignOff, kMoved));
    }
    SUBCASE("copied") {
        repository.write(kRecord, repository.read(kMoved));
        repository.commit("Copy", "2026-02-13T11:00:00Z", kStranger);
        const Checked checked = repository.range();
        INFO(checked.summary());
        CHECK(checked.has(kSignOff, kMoved));
        CHECK_FALSE(checked.has(kSignOff, kRecord));
    }
}

TEST_CASE("a record that takes the place of another one takes nothing along that was signed") {
    constexpr const char* kOther = "docs/product/phase_gates/defect-105-rounding-late-phase-gate.md";
    const Signing repository;
    repository.write(kOther, record_with(repository, kOwnerLine));
    repository.commit("Confirm", kConfirmedAt, kQa);
    repository.write(kOther, record_with(repository, kOwnerLine + kValidationLine));
    repository.commit("Validate", kValidatedAt, kPmo);
    repository.move(kOther, kRecord);
    repository.commit("Move", "2026-02-13T11:00:00Z", kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org", 2);
}

TEST_CASE("a record that was deleted and comes back is signed by whoever brings it back") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    const std::string text = repository.read(kRecord);
    repository.remove(kRecord);
    repository.commit("Away with it", "2026-02-13T11:00:00Z");
    repository.write(kRecord, text);
    repository.commit("Put it back", "2026-02-13T12:00:00Z", kStranger);
    expect_found(repository.range(), kSignOff, "stranger@example.org", 2);
}

TEST_CASE("a merge records what none of its parents has, and nothing else") {
    const Signing repository;
    repository.branch("side");
    repository.confirm();
    repository.checkout("work");
    repository.write("README.md", "# All totals\n");
    repository.commit("Readme", kConfirmedAt, kStranger);
    SUBCASE("an honest merge by anybody") {
        repository.merge("side", kValidatedAt);
        expect_none(repository.range());
    }
    SUBCASE("one that signs") {
        repository.run(
            {"merge", "--quiet", "--no-ff", "--no-commit", "side"},
            {.folder = {}, .environment = commit_environment(kValidatedAt, kStranger), .input = {}});
        repository.write_v1(kOwnerLine + kValidationLine);
        repository.commit("Merge", kValidatedAt, kStranger);
        expect_found(repository.range(), kSignOff, "the validation of V.1");
    }
    SUBCASE("the same confirmation forged on the other side") {
        repository.confirm(kStranger);
        repository.merge("side", kValidatedAt);
        expect_none(repository.range()); // one line of history is the role's own
    }
}

TEST_CASE("what is not committed yet is judged when it is") {
    const Signing repository;
    repository.write_v1(kOwnerLine);
    expect_none(check_worktree(repository.path()));
    repository.git("add", "--all");
    expect_none(check_staged(repository.path()));
    repository.commit_staged("Confirm", kConfirmedAt, kStranger);
    expect_found(check_worktree(repository.path()), kSignOff, "stranger@example.org");
}

TEST_CASE("where the history ends, nobody knows who recorded it") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    const ScratchFolder folder;
    const std::string url = "file://" + repository.path().string();
    for (const char* depth : {"1", "2"}) {
        const auto clone = folder.path() / depth;
        repository.git("clone", "--quiet", "--depth", depth, "--branch", "work", url, clone.string());
        const Checked checked = check_revision(clone);
        CAPTURE(depth);
        expect_doubt(checked, "the owner confirmation of V.1");
    }
}

TEST_CASE("where the base's record is too deep to be read, nobody knows who recorded it") {
    const Signing repository;
    repository.confirm();
    repository.validate();
    const std::string text = repository.read(kRecord);
    repository.write(kRecord, text + "\n" + std::string(5000, '>') + " deep\n");
    const std::string base = repository.commit("Quote", "2026-02-13T11:00:00Z");
    repository.write(kRecord, text);
    repository.commit("Take the quotes out", "2026-02-13T12:00:00Z", kStranger);
    expect_doubt(check_range(repository.path(), base, "HEAD"), "the owner confirmation of V.1");
}

// ---- signed

TEST_CASE("control: signed by the keys of the roles, whatever author is named") {
    const SshSigner qa;
    const SshSigner pmo("ecdsa");
    const Signing repository({"identity: signed", {qa.public_key()}, {pmo.public_key()}});
    SUBCASE("their own addresses") {
        repository.confirm(qa);
        repository.validate(pmo);
    }
    SUBCASE("another author") {
        repository.confirm(qa, kStranger);
        repository.validate(pmo, kStranger);
    }
    for (const Checked& checked : judged_in_every_way(repository)) expect_none(checked);
}

TEST_CASE("signed by nobody, or by another key") {
    const SshSigner qa;
    const SshSigner pmo;
    const SshSigner stranger;
    const Signing repository({"identity: signed", {qa.public_key()}, {pmo.public_key()}});
    SUBCASE("the right address without a key") {
        repository.confirm();
        expect_found(repository.range(), kSignOff, "is not signed");
    }
    SUBCASE("a key that no role has") {
        repository.confirm(stranger);
        expect_found(repository.range(), kSignOff, "which is no role's");
    }
    SUBCASE("the key of another role") {
        repository.confirm(pmo);
        expect_found(repository.range(), kSignOff, "by a key of PMO Lead");
    }
    SUBCASE("one key for both") {
        repository.confirm(qa);
        repository.validate(qa);
        expect_found(repository.range(), kSignOff, "the validation of V.1");
    }
}

TEST_CASE("a signature that was stripped") {
    const SshSigner qa;
    const Signing repository({"identity: signed", {qa.public_key()}, {}});
    repository.confirm(qa);
    expect_none(repository.range());
    ProcessOptions options;
    options.environment = commit_environment("2026-02-13T11:00:00Z", kStranger);
    SUBCASE("by a rebase") {
        repository.run({"rebase", "--quiet", "--force-rebase", repository.base()}, options);
    }
    SUBCASE("by an amendment") {
        repository.run({"commit", "--quiet", "--amend", "--no-edit"}, options);
    }
    expect_found(repository.range(), kSignOff, "is not signed");
}

TEST_CASE("a signature of something else") {
    const SshSigner qa;
    const Signing repository({"identity: signed", {qa.public_key()}, {}});
    SUBCASE("another message") {
        repository.confirm(qa);
        forge_head(repository, "Confirm", "Confirm all");
    }
    SUBCASE("another tree") {
        repository.write("README.md", "# Signed\n");
        commit_signed(repository, "Readme", kConfirmedAt, kQa, qa.git_settings());
        const std::string tree = repository.id_of("HEAD^{tree}");
        repository.write_v1(kOwnerLine);
        repository.git("add", "--all");
        forge_head(repository, tree, repository.git("write-tree"));
    }
    SUBCASE("another author") {
        repository.confirm(qa, kStranger);
        forge_head(repository, "author Stranger <stranger@example.org>", std::string("author ") + kQa);
    }
    const Checked checked = repository.range();
    REQUIRE(repository.read(kRecord).find("Yes — QA Lead, 2026-02-13") != std::string::npos);
    expect_found(checked, kSignOff, "does not hold");
}

TEST_CASE("two signatures say nothing") {
    const SshSigner qa;
    const Signing repository({"identity: signed", {qa.public_key()}, {}});
    repository.confirm(qa);
    forge_head(repository, "gpgsig -----BEGIN", "gpgsig x\ngpgsig -----BEGIN");
    expect_doubt(repository.range(), "two signatures");
}

TEST_CASE("keys of the change do not help it, and a role without keys is nobody that could be told") {
    const SshSigner qa;
    const SshSigner stranger;
    SUBCASE("keys of the change") {
        const Signing repository({"identity: signed", {qa.public_key()}, {}});
        repository.write(".docs-lint.yaml", configuration({"identity: signed", {stranger.public_key()}, {}}));
        repository.confirm(stranger);
        expect_found(repository.range(), kSignOff, "which is no role's");
    }
    SUBCASE("no keys") {
        const Signing repository({"identity: signed", {}, {}});
        repository.confirm(qa);
        expect_doubt(repository.range(), "has no key of QA Lead");
    }
}

TEST_CASE("without ssh-keygen or gpg nobody can tell") {
    const SshSigner qa;
    const GpgSigner gpg("qa-lead@example.org");
    const Signing repository({"identity: signed", {qa.public_key(), gpg.public_key()}, {}});
    std::string program = "ssh-keygen";
    SUBCASE("ssh-keygen") {
        repository.confirm(qa);
    }
    SUBCASE("gpg") {
        program = "gpg";
        repository.write_v1(kOwnerLine);
        commit_signed(repository, "Confirm", kConfirmedAt, kQa, gpg.git_settings(), gpg.home());
    }
    expect_none(repository.range());
    ProcessOptions options;
    options.environment["PATH"] = "/nonexistent";
    const Checked checked = check_in(repository.path(), {"--range", repository.base() + "..HEAD"}, options);
    expect_doubt(checked, program + " is not on the PATH");
    CHECK(checked.exit_code == 3);
}

TEST_CASE("signatures of OpenPGP") {
    const GpgSigner qa("qa-lead@example.org");
    const GpgSigner pmo("pmo-lead@example.org");
    const GpgSigner stranger("qa-lead@example.org");
    const Signing repository({"identity: signed", {qa.public_key()}, {pmo.public_key()}});
    const auto confirm = [&](const GpgSigner& signer) {
        repository.write_v1(kOwnerLine);
        commit_signed(repository, "Confirm", kConfirmedAt, kQa, signer.git_settings(), signer.home());
    };
    SUBCASE("control") {
        confirm(qa);
        expect_none(repository.range());
    }
    SUBCASE("another role's key") {
        confirm(pmo);
        expect_found(repository.range(), kSignOff, "by a key of PMO Lead");
    }
    SUBCASE("a key that nobody has here, under the same name") {
        confirm(stranger);
        expect_doubt(repository.range(), "the role register has no key");
    }
    SUBCASE("of something else") {
        confirm(qa);
        forge_head(repository, "Confirm", "Confirm all");
        expect_found(repository.range(), kSignOff, "does not hold");
    }
}

TEST_CASE("the repository is not written to while signatures are verified") {
    const SshSigner qa;
    const Signing repository({"identity: signed", {qa.public_key()}, {}});
    repository.confirm(qa);
    const auto files = [&] {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(repository.path()))
            names.push_back(entry.path().string());
        return names;
    };
    const auto before = files();
    expect_none(repository.range());
    CHECK(files() == before);
}

// ---- two identities

TEST_CASE("one identity behind both") {
    const Signing repository({.item = "two-identities: true"});
    SUBCASE("in two commits") {
        repository.confirm(kPmo);
        repository.validate(kPmo);
    }
    SUBCASE("in one") {
        repository.validate(kPmo);
    }
    SUBCASE("under a name in another case") {
        repository.confirm("PMO Lead <PMO-Lead@example.org>");
        repository.validate();
    }
    for (const Checked& checked : judged_in_every_way(repository))
        expect_found(checked, kSelf, "recorded both");
}

TEST_CASE("control: two identities, and one where the item does not ask") {
    SUBCASE("two") {
        const Signing repository({.item = "two-identities: true"});
        repository.confirm();
        repository.validate();
        expect_none(repository.range());
    }
    SUBCASE("not asked") {
        const Signing repository({.item = "two-identities: false"});
        repository.validate();
        expect_none(repository.range());
    }
    SUBCASE("only one of them is there") {
        const Signing repository({.item = "two-identities: true"});
        repository.confirm(kPmo);
        expect_none(repository.range());
    }
}

TEST_CASE("a person with both roles does not hide behind a second line of history") {
    const Signing repository({.item = "identity: committed, two-identities: true",
                              .qa_address = "qa-lead@example.org, pmo-lead@example.org"});
    repository.branch("side");
    repository.confirm(kStranger);
    repository.checkout("work");
    repository.validate(kPmo);
    repository.git("merge", "--quiet", "-s", "ours", "--no-ff", "--no-commit", "side");
    repository.write(kRecord, record_with(repository, kOwnerLine + kValidationLine) + "\nNothing else.\n");
    repository.commit("Merge", "2026-02-13T11:00:00Z", kPmo);
    expect_found(repository.range(), kSelf, "recorded both");
}

TEST_CASE("under signed the key is the identity") {
    const SshSigner qa;
    const SshSigner pmo;
    SUBCASE("one key, two addresses") {
        const Signing repository({"identity: signed, two-identities: true",
                                  {qa.public_key(), pmo.public_key()},
                                  {pmo.public_key()}});
        repository.confirm(pmo, kQa);
        repository.validate(pmo, kPmo);
        expect_found(repository.range(), kSelf, "the key SHA256:");
    }
    SUBCASE("two keys, one address") {
        const Signing repository(
            {"identity: signed, two-identities: true", {qa.public_key()}, {pmo.public_key()}});
        repository.confirm(qa, kQa);
        repository.validate(pmo, kQa);
        expect_none(repository.range());
    }
    SUBCASE("nobody can tell") {
        const Signing repository(
            {"identity: signed, two-identities: true", {qa.public_key()}, {pmo.public_key()}});
        repository.confirm(qa);
        repository.validate(pmo);
        ProcessOptions options;
        options.environment["PATH"] = "/nonexistent";
        const Checked checked =
            check_in(repository.path(), {"--range", repository.base() + "..HEAD"}, options);
        CHECK(checked.could_not_verify("whether two identities signed V.1"));
    }
}

// ---- who may write

TEST_CASE("the PMO Lead edits a canonical specification") {
    const Signing repository;
    SUBCASE("changes it") {
        repository.write(kSpec, spec_text("1.2", "2026-02-13"));
    }
    SUBCASE("deletes it") {
        repository.remove(kSpec);
    }
    SUBCASE("adds one") {
        repository.write("docs/specs/metrics/other.md", spec_text("1.0", "2026-02-13"));
    }
    const std::string commit = repository.commit("Spec", kConfirmedAt, kPmo);
    for (const Checked& checked : {repository.range(), check_revision(repository.path())})
        expect_found(checked, kExceeded, "which PMO Lead may not write");
    INFO(commit);
    bool named = false;
    for (const Found& found : audit(repository.path()).findings)
        named = named || (found.rule == kExceeded && found.introduced_by == commit);
    CHECK(named);
}

TEST_CASE("control: who is not known, not barred, or only passes it on") {
    const Signing repository;
    SUBCASE("a stranger") {
        repository.write(kSpec, spec_text("1.2", "2026-02-13"));
        repository.commit("Spec", kConfirmedAt, kStranger);
    }
    SUBCASE("another role") {
        repository.write(kSpec, spec_text("1.2", "2026-02-13"));
        repository.commit("Spec", kConfirmedAt, kQa);
    }
    SUBCASE("another document") {
        repository.write("README.md", "# All totals\n");
        repository.commit("Readme", kConfirmedAt, kPmo);
    }
    SUBCASE("a merge") {
        repository.branch("side");
        repository.write(kSpec, spec_text("1.2", "2026-02-13"));
        repository.commit("Spec", kConfirmedAt, kQa);
        repository.checkout("work");
        repository.write("README.md", "# All totals\n");
        repository.commit("Readme", kConfirmedAt, kPmo);
        repository.merge("side", kValidatedAt);
    }
    expect_none(repository.range());
    CHECK(count_of(repository.range(), kExceeded) == 0);
}

TEST_CASE("what a shallow clone does not show of changes is not passed") {
    const Signing repository;
    repository.write(kSpec, spec_text("1.2", "2026-02-13"));
    repository.commit("Spec", kConfirmedAt, kPmo);
    const ScratchFolder folder;
    const auto clone = folder.path() / "clone";
    repository.git("clone", "--quiet", "--depth", "1", "--branch", "work",
                   "file://" + repository.path().string(), clone.string());
    for (const Checked& checked : {audit(clone), check_revision(clone)}) {
        INFO(checked.summary());
        CHECK(checked.could_not_verify("whether its author may"));
    }
}

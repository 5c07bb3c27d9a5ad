#include "facts/revisions.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>

using namespace docs_lint;
using facts::Comparison;
using git::Change;
using git::Mode;
using git::ObjectId;

namespace {

constexpr const char* kSpec = "docs/specs/pages.md";

const policy::Policy& pack() {
    static const policy::Policy loaded = *policy::load(std::nullopt, {});
    return loaded;
}

/// Nothing is judged in it.
facts::Corpus empty_snapshot() {
    facts::Corpus snapshot;
    snapshot.policy = &pack();
    return snapshot;
}

std::string specification(const std::string& version, const std::string& body) {
    return "# Pages\n\n**Owner:** Product Owner\n**Status:** Canonical\n**Version:** " + version +
           "\n**Last Updated:** 2026-03-01\n\n## Blank pages\n\n" + body +
           "\n\n## Change log\n\n| Version | Date | Change |\n|---|---|---|\n| " + version +
           " | 2026-03-01 | First. |\n";
}

class Store {
public:
    ObjectId blob(const std::string& content) {
        ObjectId id;
        id.bytes[0] = static_cast<std::uint8_t>(contents_.size() + 1);
        contents_[id] = content;
        return id;
    }

    facts::Revisions gather(const std::vector<Comparison>& comparisons) {
        return facts::gather_revisions(comparisons, pack(), [this](const auto& wanted) {
            std::vector<facts::ReadEdition> editions;
            for (const facts::WantedEdition& one : wanted)
                editions.push_back(facts::read_edition(one, read(one.blob), snapshot_));
            asked_ += wanted.size();
            return editions;
        });
    }

    [[nodiscard]] std::size_t asked() const { return asked_; }

private:
    base::Result<std::string> read(const ObjectId& id) const {
        const auto found = contents_.find(id);
        if (found != contents_.end()) return found->second;
        return base::fail(base::ErrorKind::unverifiable, "not here");
    }

    std::map<ObjectId, std::string> contents_;
    std::size_t asked_ = 0;
    const facts::Corpus snapshot_ = empty_snapshot();
};

Change edited(const ObjectId& before, const ObjectId& after) {
    return {kSpec, Mode::file, before, Mode::file, after};
}

Change added(const ObjectId& after) {
    Change change;
    change.path = kSpec;
    change.new_mode = Mode::file;
    change.new_id = after;
    return change;
}

} // namespace

TEST_CASE("a revision holds what both versions say") {
    Store store;
    const ObjectId before = store.blob(specification("1.0", "Leave them out."));
    const ObjectId after = store.blob(specification("1.1", "Print them."));
    const auto found = store.gather({{"c0ffee", "facade", {edited(before, after)}}});
    REQUIRE(found.revisions.size() == 1);
    const facts::Revision& revision = found.revisions.front();
    CHECK(revision.before->version == base::Version{1, 0, 0});
    CHECK(revision.after->version == base::Version{1, 1, 0});
    CHECK(revision.after->status == "Canonical");
    CHECK(revision.before->meaning != revision.after->meaning);
    CHECK(revision.after->find_field({"last updated"})->place.begin.line == 6);
    const diagnostics::Location version = revision.after->at(revision.after->find_field({"Version"})->place);
    CHECK(version.commit == "c0ffee");
    CHECK(version.path == revision.path);
    CHECK(version.line_text.find("1.1") != std::string::npos);
    REQUIRE(revision.after->change_log.size() == 1);
    CHECK(revision.after->change_log.front().version == base::Version{1, 1, 0});
}

TEST_CASE("header, change log, white space and formatting do not change the meaning") {
    Store store;
    const ObjectId before = store.blob(specification("1.0", "- Leave **blank** pages out."));
    const ObjectId after = store.blob(specification("2.0", "*  Leave blank\npages out."));
    const auto found = store.gather({{"c0ffee", "facade", {edited(before, after)}}});
    REQUIRE(found.revisions.size() == 1);
    CHECK(found.revisions.front().before->meaning == found.revisions.front().after->meaning);
}

TEST_CASE("a merge revises only what differs from all of its parents") {
    Store store;
    const ObjectId ours = store.blob(specification("1.0", "One."));
    const ObjectId theirs = store.blob(specification("1.1", "Two."));
    const ObjectId merged = store.blob(specification("1.2", "Three."));
    CHECK(store.gather({{"c0ffee", "a", {edited(ours, theirs)}}, {"c0ffee", "b", {}}}).revisions.empty());
    const auto own =
        store.gather({{"c0ffee", "a", {edited(ours, merged)}}, {"c0ffee", "b", {edited(theirs, merged)}}});
    REQUIRE(own.revisions.size() == 1);
    CHECK(own.revisions.front().parent == "a");
    REQUIRE(own.revisions.front().beside.size() == 1);
    CHECK(own.revisions.front().beside.front()->version == base::parse_version("1.1"));
}

TEST_CASE("a version that cannot be read is a gap, and no revision") {
    Store store;
    const ObjectId before = store.blob(specification("1.0", "One."));
    ObjectId missing;
    missing.bytes[5] = 7;
    const auto found = store.gather({{"c0ffee", "facade", {edited(before, missing)}}});
    CHECK(found.revisions.empty());
    REQUIRE(found.gaps.size() == 1);
    CHECK(found.gaps.front().location.path == kSpec);
}

TEST_CASE("one text that two commits bring in is read once, and placed in each") {
    Store store;
    const ObjectId first = store.blob(specification("1.0", "One."));
    const ObjectId second = store.blob(specification("1.1", "Two."));
    const auto found = store.gather({{"a", "", {added(first)}},
                                     {"b", "a", {edited(first, second)}},
                                     {"c", "b", {edited(second, first)}}});
    REQUIRE(found.revisions.size() == 3);
    CHECK(store.asked() == 2);
    const facts::Edition& again = *found.revisions.back().after;
    CHECK(again.commit == "c");
    CHECK(again.at(again.header.front().place).commit == "c");
    CHECK(found.revisions.front().after->commit == "a");
}

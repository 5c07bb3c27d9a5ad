#include "engine/kept_audits.hpp"

#include "engine/kept_file.hpp"
#include "engine/own_folder.hpp"
#include "git/digest.hpp"
#include "git/repository.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestResult = 64U << 20U; ///< of one result
constexpr std::size_t kMostResults = 8;            ///< of one repository: formats ask for more or less

/// The clock of a file system may stand still for so long: what happens then leaves no trace.
constexpr double kTick = 0.1;

bool is_fresh(const struct stat& status) {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const auto seconds = [](const timespec& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    };
    return seconds(now) - seconds(status.st_ctim) < kTick;
}

/// Changes with whatever is written in its place, and with what is in a folder. Nothing right after a change.
std::optional<std::string> stamp_of(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || is_fresh(status)) return std::nullopt;
    return fmt::format("{} {} {} {} {}.{} {}.{}\n", path.filename().string(), status.st_dev, status.st_ino,
                       status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
                       status.st_ctim.tv_nsec);
}

/// Of every folder in which git keeps objects.
std::optional<std::string> stamp_of_objects(const fs::path& objects) {
    std::vector<fs::path> folders = {objects};
    std::error_code error;
    for (auto at = fs::directory_iterator(objects, error); !error && at != fs::directory_iterator();
         at.increment(error))
        folders.push_back(at->path());
    std::sort(folders.begin(), folders.end());
    std::string stamps;
    for (const fs::path& folder : folders) {
        const auto stamp = stamp_of(folder);
        if (!stamp) return std::nullopt;
        stamps += *stamp;
    }
    return error ? std::nullopt : std::optional(stamps);
}

bool has_all_its_history(const git::Repository& repository) {
    const git::Condition& condition = repository.condition();
    std::error_code error;
    const bool borrows = fs::exists(repository.git_directory() + "objects/info/alternates", error) || error;
    return !condition.shallow && !condition.partial && !condition.grafts && condition.replace_refs == 0 &&
           !condition.linked && !borrows;
}

std::string what_is_asked(const Request& request) {
    const auto clock =
        request.as_of ? fmt::format("{} {}", request.as_of->seconds, request.as_of->offset_minutes) : "now";
    return fmt::format("records {}\nclock {}\n", static_cast<int>(request.records), clock);
}

/// Rules know releases by their tags, and a tag may come without an object.
std::optional<std::string> tags_of(const git::Repository& repository) {
    const auto tags = repository.references("refs/tags/");
    if (!tags) return std::nullopt;
    std::string words;
    for (const git::Repository::Reference& tag : *tags) {
        if (tag.problem) return std::nullopt;
        words += fmt::format("{} {}\n", git::to_hex(tag.commit), tag.name);
    }
    return words;
}

std::optional<std::int64_t> parse_time(std::string_view digits) {
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return seconds;
}

std::optional<std::string> whole(const std::optional<base::CheckedBytes>& part) {
    return part && part->is_whole() ? std::optional<std::string>(part->view) : std::nullopt;
}

} // namespace

bool may_be_kept(const Request& request) {
    return request.mode == Mode::audit && request.index_folder && request.shard.is_whole() &&
           !request.configuration && request.paths.empty() && !request.from_environment &&
           !request.time.is_limited();
}

std::optional<KeptAudits> KeptAudits::of(const Request& request) {
    if (!may_be_kept(request)) return std::nullopt;
    const auto repository = git::Repository::open(request.folder, {false, request.trust_owner});
    if (!repository || !has_all_its_history(*repository)) return std::nullopt;
    const auto tip = repository->resolve(request.head.empty() ? "HEAD" : request.head);
    const auto program = stamp_of("/proc/self/exe");
    const std::string place = repository->git_directory();
    const auto objects = stamp_of_objects(place + "objects");
    const auto tags = tags_of(*repository);
    if (!tip || !program || !objects || !tags) return std::nullopt;
    const std::string all = fmt::format("{}\n{}\n{}{}{}{}", place, git::to_hex(*tip), what_is_asked(request),
                                        *program, *objects, *tags);
    KeptAudits kept;
    kept.folder_ = *request.index_folder + "/" + git::to_hex(git::digest_of(place)) + ".audits";
    kept.path_ = kept.folder_ + "/" + git::to_hex(git::digest_of(all));
    return kept;
}

std::optional<std::string> KeptAudits::find(std::int64_t now) const {
    if (!is_own(folder_) || !is_own(path_)) return std::nullopt;
    const auto file = KeptFile::open(path_);
    if (file == nullptr) return std::nullopt;
    const auto time = whole(file->first());
    const auto same_until = time ? parse_time(*time) : std::nullopt;
    if (!same_until || now > *same_until) return std::nullopt;
    return whole(file->second());
}

void KeptAudits::keep(const std::string& result, std::int64_t same_until) const {
    if (result.size() > kLargestResult || !make_own_folder(folder_)) return;
    if (KeptFile::write(path_, std::to_string(same_until), result)) drop_oldest(folder_, kMostResults);
}

} // namespace docs_lint::engine

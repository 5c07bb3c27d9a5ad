#include "support/written_reports.hpp"

#include "support/hostile_repository.hpp"

#include <stdexcept>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFormats[] = {"json", "jsonl", "sarif", "gitlab", "junit", "checkstyle", "rdjson"};

void write_reports(const fs::path& repository, const fs::path& folder, int exit_code) {
    std::vector<std::string> arguments = {"-C", repository.string(), "audit", "--as-of=2026-03-01",
                                          "--quiet"};
    for (const std::string format : kFormats)
        arguments.push_back("--output=" + format + "=" + (folder / format).string());
    const ProcessResult result = run_docs_lint(arguments);
    if (result.exit_code != exit_code)
        throw std::runtime_error("an audit ended otherwise: " + result.out + result.err);
}

struct Reports {
    Reports() {
        const TidyRepository tidy;
        const HostileRepository hostile;
        const fs::path shallow = folder.path() / "clone";
        tidy.git("clone", "--quiet", "--depth=1", "file://" + tidy.path().string(), shallow.string());
        for (const char* name : {"clean", "hostile", "shallow"}) fs::create_directory(folder.path() / name);
        write_reports(tidy.path(), folder.path() / "clean", 0);
        write_reports(hostile.path(), folder.path() / "hostile", 1);
        write_reports(shallow, folder.path() / "shallow", 3);
    }
    ScratchFolder folder;
};

} // namespace

fs::path report_of(Audited audited, const std::string& format) {
    static const Reports reports;
    const char* name = audited == Audited::clean     ? "clean"
                       : audited == Audited::hostile ? "hostile"
                                                     : "shallow";
    return reports.folder.path() / name / format;
}

} // namespace docs_lint::tests

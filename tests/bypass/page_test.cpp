#include "support/judgements.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"
#include "support/text_difference.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

// docs/bypass.md: what each case of this program tried, and what docs-lint said to what the case asked. It is
// made of the runs themselves; to write a case is all that there is to do.

namespace docs_lint::tests {
namespace {

constexpr const char* kPage = "docs/bypass.md";
constexpr const char* kFolder = "tests/bypass";
constexpr const char* kControl = "control: ";

/// One case, or one way through its subcases.
struct Row {
    std::string name;
    std::vector<std::string> verdicts; ///< each once, in the order of their first run
    std::vector<std::string> variants;
    std::size_t runs = 0;

    [[nodiscard]] bool is_control() const { return name.starts_with(kControl); }
};

struct Case {
    std::size_t line = 0;
    std::string name;
    std::vector<Row> rows;
};

/// The cases of each source file, in the order in which they stand there.
using Cases = std::map<std::string, std::vector<Case>>;

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

void add_once(std::vector<std::string>& list, const std::string& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

std::string verdict_of(const Judgement& judgement) {
    std::string text = std::to_string(judgement.exit_code);
    for (const std::string& rule : judgement.rules) text += " `" + rule + "`";
    return text;
}

void add(Row& row, const std::vector<Judgement>& judgements) {
    for (const Judgement& judgement : judgements) {
        add_once(row.verdicts, verdict_of(judgement));
        if (!judgement.variant.empty()) add_once(row.variants, judgement.variant);
    }
    row.runs += judgements.size();
}

/// Of runs that ended alike those say more that the case asked for a rule.
std::vector<std::string> without_bare(const std::vector<std::string>& verdicts) {
    std::vector<std::string> kept;
    for (const std::string& one : verdicts) {
        const bool said_better = std::any_of(verdicts.begin(), verdicts.end(), [&](const std::string& other) {
            return one != "0" && other.starts_with(one + " ");
        });
        if (!said_better) kept.push_back(one);
    }
    return kept;
}

// ---- the text

std::string escaped(const std::string& text) {
    std::string result;
    for (const char byte : text) {
        if (byte == '|') result += '\\';
        result += byte;
    }
    return result;
}

std::string line_of(const Row& row) {
    const std::string name = row.is_control() ? row.name.substr(std::string(kControl).size()) : row.name;
    const std::string variants =
        row.variants.size() > 3 ? fmt::format("all {}", row.variants.size()) : joined(row.variants, ", ");
    return fmt::format("| {} | {} | {} | {} |\n", escaped(name), joined(without_bare(row.verdicts), "; "),
                       row.runs, variants);
}

std::string table(const std::string& caption, const std::vector<Row>& rows) {
    if (rows.empty()) return {};
    std::string text = "\n| " + caption + " | said | runs | stored otherwise |\n|---|---|---|---|\n";
    for (const Row& row : rows) text += line_of(row);
    return text;
}

/// `tests/bypass/filed_records_test.cpp`: `Filed records`
std::string title_of(const std::string& file) {
    std::string title = file.substr(std::string(kFolder).size() + 1);
    title = title.substr(0, title.find("_test.cpp"));
    std::replace(title.begin(), title.end(), '_', ' ');
    title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

std::string section_of(const std::string& file, const std::vector<Case>& cases) {
    std::vector<Row> attacks, controls;
    for (const Case& one : cases)
        for (const Row& row : one.rows) (row.is_control() ? controls : attacks).push_back(row);
    return fmt::format("## {}\n\n[{}](../{}): {} attacks, {} controls.\n", title_of(file), file, file,
                       attacks.size(), controls.size()) +
           table("attack", attacks) + table("control", controls);
}

std::string page_of(const Cases& cases) {
    std::string text =
        "# The bypass suite\n\n"
        "<!-- Written by the suite itself (build target `bless`); checked by each of its runs. -->\n\n"
        "What was tried to get past docs-lint, each on a real repository made by the real git, and what it "
        "said: the exit code, and the rules that the case asks for (their paths are asserted, too). A `0` in "
        "an attack's row is its honest twin, or what was there before; with a rule behind it, that rule "
        "warns. "
        "*Stored otherwise*: the same history "
        "was judged packed, bare, with a commit-graph, with borrowed objects, in a linked work tree and with "
        "line ends converted on checkout. [SECURITY.md](../SECURITY.md) says what the suite is to prove.\n";
    for (const auto& [file, of_file] : cases) text += "\n" + section_of(file, of_file);
    return text;
}

std::string totals_of(const Cases& cases) {
    std::size_t attacks = 0, controls = 0, runs = 0;
    std::set<std::string> variants;
    for (const auto& [file, of_file] : cases)
        for (const Case& one : of_file)
            for (const Row& row : one.rows) {
                ++(row.is_control() ? controls : attacks);
                runs += row.runs;
                variants.insert(row.variants.begin(), row.variants.end());
            }
    return fmt::format("bypass: {} attacks, {} controls, {} runs, stored in {} other ways\n", attacks,
                       controls, runs, variants.size());
}

bool is_blessing() {
    return std::getenv("DOCS_LINT_BLESS") != nullptr;
}

std::string page_on_disk() {
    const auto path = source_root() / kPage;
    return std::filesystem::exists(path) ? read_file(path) : std::string();
}

/// The section of that file on the page as it is.
std::string section_on_page(const std::string& page, const std::string& file) {
    const std::size_t begin = page.find("## " + title_of(file) + "\n");
    if (begin == std::string::npos) return {};
    const std::size_t end = page.find("\n## ", begin);
    return page.substr(begin, end == std::string::npos ? end : end - begin);
}

// ---- which cases there are

std::size_t count_of_cases(const std::string& file) {
    const auto lines = lines_of_code(file);
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const SourceLine& line) {
        return line.text.starts_with("TEST_CASE(");
    }));
}

/// This file, whose case is no attack.
bool is_about_the_page(const std::string& file) {
    return file.ends_with("/page_test.cpp");
}

std::vector<std::string> files_with_attacks() {
    std::vector<std::string> files = source_files(kFolder, "_test.cpp");
    std::erase_if(files, &is_about_the_page);
    return files;
}

/// Follows the run, and holds what came of it against the page.
class PageListener : public doctest::IReporter {
public:
    explicit PageListener(const doctest::ContextOptions& options) : is_listing_(options.list_test_cases) {}

    void test_case_start(const doctest::TestCaseData& data) override {
        take_judgements();
        const std::string path = data.m_file.c_str();
        file_ = path.substr(std::min(path.find(kFolder), path.size()));
        current_ = {data.m_line, data.m_name, {}};
        way_ = {};
    }
    void test_case_reenter(const doctest::TestCaseData& /*data*/) override { end_way(); }
    void subcase_start(const doctest::SubcaseSignature& signature) override {
        way_.emplace_back(signature.m_name.c_str());
    }
    void test_case_end(const doctest::CurrentTestCaseStats& /*stats*/) override {
        end_way();
        if (!file_.empty() && !is_about_the_page(file_)) cases_[file_].push_back(current_);
    }

    void test_run_end(const doctest::TestRunStats& stats) override {
        if (is_listing_ || stats.numTestCasesFailed > 0) return;
        for (auto& [file, of_file] : cases_)
            std::sort(of_file.begin(), of_file.end(),
                      [](const Case& left, const Case& right) { return left.line < right.line; });
        if (is_blessing())
            bless();
        else
            check();
    }

    void report_query(const doctest::QueryData& /*data*/) override {}
    void test_run_start() override {}
    void test_case_exception(const doctest::TestCaseException& /*exception*/) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData& /*data*/) override {}
    void log_message(const doctest::MessageData& /*data*/) override {}
    void test_case_skipped(const doctest::TestCaseData& /*data*/) override {}

private:
    void end_way() {
        const auto judgements = take_judgements();
        Row row{current_.name + (way_.empty() ? "" : ": " + joined(way_, ", ")), {}, {}, 0};
        add(row, judgements);
        if (row.runs > 0) current_.rows.push_back(std::move(row));
        way_.clear();
    }

    /// A run of some cases tells nothing of the others.
    [[nodiscard]] bool is_whole(const std::string& file) const {
        const auto found = cases_.find(file);
        return found != cases_.end() && found->second.size() == count_of_cases(file);
    }

    void bless() const {
        for (const std::string& file : files_with_attacks())
            if (!is_whole(file)) {
                std::cout << kPage << " was not written: not all cases of " << file << " ran\n";
                return;
            }
        write_file(source_root() / kPage, page_of(cases_));
    }

    void check() const {
        std::cout << totals_of(cases_);
        const std::string page = page_on_disk();
        for (const auto& [file, of_file] : cases_) {
            if (!is_whole(file)) continue;
            const std::string lines = difference(section_on_page(page, file), section_of(file, of_file));
            if (!lines.empty())
                std::cout << kPage << " is not current; build the target `bless` (- page, + run):\n" << lines;
        }
    }

    bool is_listing_;
    std::string file_;
    Case current_;
    std::vector<std::string> way_;
    Cases cases_;
};

REGISTER_LISTENER("page", 1, PageListener);

} // namespace

TEST_CASE("the page has a section for each file of the suite, and no other") {
    if (is_blessing()) return;
    const std::string page = page_on_disk();
    std::set<std::string> expected, found;
    for (const std::string& file : files_with_attacks()) expected.insert("## " + title_of(file));
    for (std::size_t at = page.find("\n## "); at != std::string::npos; at = page.find("\n## ", at + 1))
        found.insert(page.substr(at + 1, page.find('\n', at + 1) - at - 1));
    CHECK(found == expected);
}

} // namespace docs_lint::tests

#include "engine/judge_documents.hpp"

#include "model/document.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::Result;
using facts::DocumentFacts;

constexpr std::size_t kFewestForAThread = 16;
constexpr std::size_t kMostThreads = 16;

} // namespace

Result<DocumentFacts> judge_text(DocumentText text, const policy::Policy& policy,
                                 std::optional<base::Instant> recorded_at,
                                 std::optional<base::Instant> clock) {
    auto document = model::read(std::move(text.path), std::move(text.text), *text.document_class, policy);
    if (!document) return base::fail(std::move(document.error()));
    return facts::judge_document(std::move(*document), policy, recorded_at, clock);
}

std::vector<Result<DocumentFacts>> judge_documents(std::vector<DocumentText> documents,
                                                   const policy::Policy& policy, base::Instant recorded_at,
                                                   std::optional<base::Instant> clock, std::size_t threads) {
    std::vector<std::optional<Result<DocumentFacts>>> slots(documents.size());
    std::atomic<std::size_t> next = 0;
    const auto judge = [&] {
        for (std::size_t at = next++; at < documents.size(); at = next++)
            slots[at].emplace(judge_text(std::move(documents[at]), policy, recorded_at, clock));
    };
    {
        std::vector<std::future<void>> others;
        const std::size_t most = std::min({threads, kMostThreads, documents.size() / kFewestForAThread});
        try {
            for (std::size_t thread = 1; thread < most; ++thread)
                others.push_back(std::async(std::launch::async, judge));
        } catch (const std::system_error&) { // a limit on processes: fewer threads do the same
        }
        judge();
        for (std::future<void>& other : others) other.get(); // a bug in a thread is one of the program
    }
    std::vector<Result<DocumentFacts>> judged;
    judged.reserve(slots.size());
    for (auto& slot : slots) judged.push_back(std::move(*slot));
    return judged;
}

} // namespace docs_lint::engine

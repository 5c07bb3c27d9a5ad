#include "engine/read_editions.hpp"

#include "engine/threads.hpp"

#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using facts::ReadEdition;
using facts::WantedEdition;
using Text = base::Result<std::string>;

/// Of texts that wait to be judged: enough for many threads, and little beside what is kept of them.
constexpr std::size_t kBytesAtOnce = 4U << 20U;

class Reading {
public:
    Reading(const std::vector<WantedEdition>& wanted, const facts::Corpus& corpus,
            const facts::FiledRecordJudge::ReadBlob& read, const base::TimeBudget& time)
        : wanted_(wanted), corpus_(corpus), read_(read), time_(time), editions_(wanted.size()) {}

    std::vector<ReadEdition> run(std::size_t threads) {
        for (std::size_t first = 0; first < wanted_.size();) {
            std::vector<Text> texts = read_some(first);
            for_each_number(texts.size(), threads, [&](std::size_t at) {
                editions_[first + at] =
                    facts::read_edition(wanted_[first + at], std::move(texts[at]), corpus_);
            });
            first += texts.size();
        }
        return std::move(editions_);
    }

private:
    std::vector<Text> read_some(std::size_t first) const {
        std::vector<Text> texts;
        std::size_t bytes = 0;
        for (std::size_t at = first; at < wanted_.size() && bytes < kBytesAtOnce; ++at) {
            texts.push_back(read(wanted_[at]));
            if (texts.back()) bytes += texts.back()->size();
        }
        return texts;
    }

    [[nodiscard]] Text read(const WantedEdition& wanted) const {
        if (time_.is_over()) return base::fail(base::ErrorKind::unverifiable, "too late");
        return read_(wanted.blob);
    }

    const std::vector<WantedEdition>& wanted_;
    const facts::Corpus& corpus_;
    const facts::FiledRecordJudge::ReadBlob& read_;
    const base::TimeBudget& time_;
    std::vector<ReadEdition> editions_;
};

} // namespace

facts::ReadEditions edition_reader(const facts::Corpus& corpus, const facts::FiledRecordJudge::ReadBlob& read,
                                   std::size_t threads, const base::TimeBudget& time) {
    return [&corpus, &read, threads, &time](const std::vector<WantedEdition>& wanted) {
        return Reading(wanted, corpus, read, time).run(threads);
    };
}

} // namespace docs_lint::engine

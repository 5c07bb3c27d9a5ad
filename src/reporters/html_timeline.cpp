#include "reporters/html_timeline.hpp"

#include "reporters/html_text.hpp"
#include "reporters/text.hpp"
#include "reporters/time_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <vector>

namespace docs_lint::reporters {
namespace {

using records::Event;
using records::EventKind;
using records::Period;
using records::Record;

constexpr double kLeft = 84, kRight = 16, kWidth = 960, kLane = 30, kTop = 26;
constexpr double kLetter = 7.5; ///< about what a letter takes
constexpr double kMark = 22;    ///< what a mark takes
constexpr double kDate = 80;    ///< what a date takes
constexpr double kBands = 0.4;  ///< of the width: shared out equally, so that short stays can be seen

/// From times to places. Times between two that matter are spread evenly; the stretches themselves are not
/// quite in proportion, so that an hour beside a month can be seen.
class Scale {
public:
    explicit Scale(const std::set<std::int64_t>& times) : times_(times.begin(), times.end()) {
        double at = kLeft;
        places_.push_back(at);
        const double all = static_cast<double>(times_.back() - times_.front());
        const double equal = kBands / static_cast<double>(std::max<std::size_t>(times_.size() - 1, 1));
        for (std::size_t next = 1; next < times_.size(); ++next) {
            const double share = static_cast<double>(times_[next] - times_[next - 1]) / all;
            at += (equal + (1 - kBands) * share) * (kWidth - kLeft - kRight);
            places_.push_back(at);
        }
    }

    [[nodiscard]] double place_of(std::int64_t time) const {
        const auto found = std::lower_bound(times_.begin(), times_.end(), time);
        return places_[static_cast<std::size_t>(found - times_.begin())];
    }

private:
    std::vector<std::int64_t> times_;
    std::vector<double> places_;
};

std::set<std::int64_t> times_of(const Record& record) {
    std::set<std::int64_t> times;
    for (const Period& period : record.periods) {
        times.insert(period.begin);
        if (period.end) times.insert(*period.end);
    }
    for (const Event& event : record.events) times.insert(event.at);
    return times;
}

/// One sign on a lane: what one commit did there.
struct Mark {
    double place = 0;
    std::string_view look;   ///< class of the style sheet
    std::string_view letter; ///< in it; empty: the number
    std::size_t number = 1;  ///< how many items
    std::string title;       ///< in full
};

std::string text_of(const Mark& mark) {
    if (!mark.letter.empty()) return std::string(mark.letter);
    return fmt::format("{}{}", mark.look == "lost" ? "−" : "", mark.number);
}

/// Marks are pushed apart where they would lie on one another, and back from the right edge.
void spread(std::vector<Mark>& marks) {
    for (std::size_t at = 1; at < marks.size(); ++at)
        marks[at].place = std::max(marks[at].place, marks[at - 1].place + kMark);
    double most = kWidth - kRight;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        mark->place = std::min(mark->place, most);
        most = mark->place - kMark;
    }
}

class Drawing {
public:
    Drawing(const Record& record, std::string_view id) : record_(record), scale_(times_of(record)), id_(id) {}

    std::string run() {
        draw_states();
        for (const records::Gate& gate : record_.gates) draw_gate(gate);
        draw_lane("Record", {EventKind::opened, EventKind::transition, EventKind::filed});
        draw_lane("Spec", {EventKind::spec_commit});
        draw_lane("Fix", {EventKind::fix_commit});
        return fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-t {}-d\">\n<title "
                           "id=\"{}-t\">History of "
                           "{}</title>\n<desc id=\"{}-d\">{}</desc>\n{}</svg>",
                           kWidth, lane_ + 4, id_, id_, id_, html_text(record_.title), id_,
                           html_text(in_words()), shapes_);
    }

private:
    [[nodiscard]] std::string in_words() const {
        std::string words;
        for (const Period& period : record_.periods)
            words +=
                fmt::format("{}{} from {}", words.empty() ? "" : "; ", period.state, time_text(period.begin));
        return words;
    }

    void text(double x, double y, std::string_view look, std::string_view content) {
        shapes_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\">{}</text>\n", x, y, look,
                               html_text(content));
    }

    void draw_states() {
        lane_ = kTop;
        text(0, lane_ + 19, "soft", "State");
        double free_from = 0;
        for (std::size_t at = 0; at < record_.periods.size(); ++at) {
            const Period& period = record_.periods[at];
            const double begin = scale_.place_of(period.begin);
            const double end =
                std::max(begin + 2, period.end ? scale_.place_of(*period.end) : kWidth - kRight);
            draw_state(period, begin, end - begin, at % 2 == 0);
            if (begin < free_from) continue;
            const double place = std::min(begin, kWidth - kDate);
            text(place, kTop - 10, "soft", time_text(period.begin).substr(0, 10));
            free_from = place + kDate;
        }
        lane_ += kLane + 6;
    }

    void draw_state(const Period& period, double begin, double width, bool even) {
        shapes_ += fmt::format("<g><title>{}</title><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" "
                               "height=\"{}\" class=\"state {}\"/>",
                               html_text(fmt::format("{} from {}{}", period.state, time_text(period.begin),
                                                     period.end ? " to " + time_text(*period.end) : "")),
                               begin, lane_, width, kLane, even ? "even" : "odd");
        const double needed = static_cast<double>(period.state.size()) * kLetter + 8;
        if (needed <= width) text(begin + 4, lane_ + 19, "", period.state);
        shapes_ += "</g>\n";
    }

    void draw_gate(const records::Gate& gate) {
        std::vector<Mark> marks;
        for (const Event& event : record_.events) {
            const bool lost = event.kind == EventKind::sign_off_lost;
            if (!lost && event.kind != EventKind::signed_off) continue;
            if (!has_item(gate, event.what)) continue;
            add(marks, event, lost ? "lost" : "signed", lost ? "lost" : "signed");
        }
        draw_marks("Gate " + gate.id, marks);
    }

    static bool has_item(const records::Gate& gate, const std::string& id) {
        return std::any_of(gate.items.begin(), gate.items.end(),
                           [&](const records::Item& item) { return item.id == id; });
    }

    /// Several items that one commit signed are one mark with their number.
    void add(std::vector<Mark>& marks, const Event& event, std::string_view look, std::string_view verb) {
        const double place = scale_.place_of(event.at);
        if (!marks.empty() && marks.back().look == look && marks.back().place == place) {
            ++marks.back().number;
            marks.back().title = fmt::format("{}, {}", event.what, marks.back().title);
            return;
        }
        marks.push_back({place, look, "", 1, describe(event, verb)});
    }

    static std::string describe(const Event& event, std::string_view verb) {
        return fmt::format("{} {} in commit {} of {}", event.what, verb, short_commit(event.commit),
                           time_text(event.at));
    }

    void draw_lane(std::string_view name, const std::set<EventKind>& kinds) {
        std::vector<Mark> marks;
        for (const Event& event : record_.events) {
            if (kinds.count(event.kind) == 0) continue;
            const bool filed = event.kind == EventKind::filed;
            marks.push_back({scale_.place_of(event.at), filed ? "filed" : "commit", letter_of(event.kind), 1,
                             describe(event, to_string(event.kind))});
        }
        if (!marks.empty()) draw_marks(name, marks);
    }

    static std::string_view letter_of(EventKind kind) {
        switch (kind) {
        case EventKind::opened:
            return "O";
        case EventKind::filed:
            return "F";
        case EventKind::spec_commit:
            return "S";
        case EventKind::fix_commit:
            return "X";
        default:
            return "T";
        }
    }

    void draw_marks(std::string_view name, std::vector<Mark>& marks) {
        spread(marks);
        text(0, lane_ + 19, "soft", name);
        shapes_ += fmt::format("<line x1=\"{}\" y1=\"{:.1f}\" x2=\"{}\" y2=\"{:.1f}\" class=\"grid\"/>\n",
                               kLeft, lane_ + kLane / 2, kWidth - kRight, lane_ + kLane / 2);
        for (const Mark& mark : marks) {
            shapes_ += fmt::format(
                "<g><title>{}</title><circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"10\" class=\"mark {}\"/>",
                html_text(mark.title), mark.place, lane_ + kLane / 2, mark.look);
            text(mark.place, lane_ + kLane / 2 + 4, "inside", text_of(mark));
            shapes_ += "</g>\n";
        }
        lane_ += kLane;
    }

    const Record& record_;
    Scale scale_;
    std::string id_;
    std::string shapes_;
    double lane_ = 0; ///< top of the next one
};

} // namespace

std::string timeline_svg(const Record& record, std::string_view id) {
    if (times_of(record).size() < 2) return {};
    return Drawing(record, id).run();
}

} // namespace docs_lint::reporters

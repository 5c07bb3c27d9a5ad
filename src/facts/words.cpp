#include "facts/words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

/// ASCII letters and digits, and every byte of a longer character; never the locale's opinion.
bool is_word_byte(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           value >= 0x80;
}

bool is_dash(std::string_view mark) {
    return mark == "—" || mark == "–";
}

bool is_quotation_mark(std::string_view mark) {
    return mark == "“" || mark == "”" || mark == "’" || mark == "‘";
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    Words run() {
        while (at_ < text_.size()) take_next();
        finish_word();
        return std::move(words_);
    }

private:
    void take_next() {
        const std::string_view mark = text_.substr(at_, 3);
        if (is_dash(mark) || is_quotation_mark(mark)) return take_mark(is_dash(mark) ? "-" : "", 3);
        const char byte = text_[at_];
        if (byte == '[' || byte == '{') return take_mark("?", placeholder_size(byte == '[' ? ']' : '}'));
        if (is_word_byte(byte) || joins_word(byte)) return take_into_word(byte);
        constexpr std::string_view kWithoutMeaning = " \t\"'`*_";
        const bool speaks = kWithoutMeaning.find(byte) == std::string_view::npos;
        take_mark(speaks ? text_.substr(at_, 1) : "", 1);
    }

    /// `openapi.yaml`, `sign-off`
    [[nodiscard]] bool joins_word(char byte) const {
        return (byte == '-' || byte == '.') && !word_.empty() && at_ + 1 < text_.size() &&
               is_word_byte(text_[at_ + 1]) && static_cast<unsigned char>(text_[at_ + 1]) < 0x80;
    }

    [[nodiscard]] std::size_t placeholder_size(char close) const {
        const std::size_t end = text_.find(close, at_);
        return end == std::string_view::npos ? text_.size() - at_ : end + 1 - at_;
    }

    void take_into_word(char byte) {
        word_ += byte;
        ++at_;
    }

    void take_mark(std::string_view word, std::size_t size) {
        finish_word();
        if (!word.empty()) words_.emplace_back(word);
        at_ += size;
    }

    void finish_word() {
        if (!word_.empty()) words_.push_back(base::lower(word_));
        word_.clear();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string word_;
    Words words_;
};

} // namespace

Words split_into_words(std::string_view text) {
    return Splitter(text).run();
}

} // namespace docs_lint::facts

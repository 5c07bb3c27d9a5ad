#pragma once

#include "base/result.hpp"
#include "engine/request.hpp"
#include "engine/working_copy.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::server {

/// Where a file lies: the root of its repository, with a final `/`, and its path from there. Without a
/// repository the root is the folder that the editor has open and that holds it.
struct Home {
    std::string root;
    std::string path;
};

/// The working copies of the repositories that the editor's files lie in, each read once and again when what
/// it rests on has changed.
class WorkingCopies {
public:
    /// `request` says by what rules, as of when and whose repositories are judged.
    explicit WorkingCopies(engine::Request request) : request_(std::move(request)) {}

    /// The folders that the editor has open.
    void set_folders(std::vector<std::string> folders) { folders_ = std::move(folders); }
    [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }

    /// Links on the way to the file are followed; the file itself need not be there. Nothing for a file that
    /// no working tree holds.
    [[nodiscard]] base::Result<std::optional<Home>> home_of(const std::string& file) const;

    /// The working copy with that root, as it is now.
    base::Result<std::shared_ptr<engine::WorkingCopy>> at(const std::string& root);

    /// The one that could be read last, whatever became of it; null where none could.
    [[nodiscard]] std::shared_ptr<engine::WorkingCopy> last_at(const std::string& root) const;

    /// A run over the files of these paths.
    [[nodiscard]] engine::Request request_for(const std::string& root, std::vector<std::string> paths) const;

private:
    engine::Request request_;
    std::vector<std::string> folders_;
    std::map<std::string, std::shared_ptr<engine::WorkingCopy>> by_root_;
};

} // namespace docs_lint::server

#include "engine/open_document.hpp"

#include "engine/filed_before.hpp"
#include "engine/judge_documents.hpp"
#include "engine/snapshot.hpp"
#include "markdown/parse.hpp"

#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::fail;
using base::Result;
using facts::DocumentFacts;

Result<void> refuse_filed(const Place& place, const DocumentFacts& document) {
    const auto refuse = [&](std::string_view where) {
        return fail(ErrorKind::usage,
                    fmt::format("{} is filed{}, and a filed record never changes", document->path, where),
                    "write what came later into a document of its own");
    };
    if (document.filing.filed) return refuse("");
    const auto filed = is_filed_before(place, document->path, *document->document_class);
    if (!filed) return fail(filed.error());
    if (*filed) return refuse(" in HEAD or in the index");
    return {};
}

} // namespace

Result<OpenDocument> open_document(const Request& request, const std::string& path) {
    const auto place = find_place(request);
    if (!place) return fail(place.error());
    if (place->mode != Mode::worktree || place->root.empty())
        return fail(ErrorKind::usage, "there is no working tree to write in",
                    "run this in a clone that has one");
    auto policy = find_policy(request, *place);
    if (!policy) return fail(policy.error());
    auto kept = std::make_unique<const RunPolicy>(std::move(*policy));
    if (kept->policy.class_of(path) == nullptr)
        return fail(ErrorKind::usage, fmt::format("{} is no document that a class covers", path),
                    "`docs-lint doctor` counts what is covered");
    auto text = path_reader(*place)(path);
    if (!text) return fail(text.error());
    auto document = judge_text({path, std::move(*text), kept->policy.class_of(path)}, kept->policy, {});
    if (!document) return fail(document.error());
    if (auto refused = refuse_filed(*place, *document); !refused) return fail(refused.error());
    auto ast = markdown::parse((*document)->text);
    if (!ast) return fail(ast.error());
    return OpenDocument{place->root + path, std::move(kept), std::move(*document), std::move(*ast)};
}

Result<std::string> edited_text(const OpenDocument& open, std::vector<base::TextEdit> edits, FixScope scope) {
    const model::Document& document = *open.document.document;
    auto text = base::apply_edits(document.text, std::move(edits));
    if (!text || !keeps_the_rest(open.document, *text, scope))
        return fail(ErrorKind::failure,
                    fmt::format("a row put into {} would change how the rest is read", document.path),
                    "write the row by hand");
    return std::move(*text);
}

} // namespace docs_lint::engine

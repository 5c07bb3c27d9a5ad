// Files on disk, and no git: texts are judged, and what only commits can tell is never a pass.
"use strict";
const { Editor, assert, run, shown } = require("./editor");
const { FOLDER, RECORD } = process.env;

run("no_repository", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    const first = await editor.open(RECORD);
    assert.deepEqual(first.map(shown), [
        "tool/unverifiable warning 0:0-0:42 could not verify: what happened to this record: there is no git repository here",
    ]);
    const undated = editor.document.text.replace("Yes — QA & Testing Owner, 2026-02-03", "Yes — QA & Testing Owner");
    const codes = (await editor.replace(undated)).map((one) => one.code).sort();
    assert.deepEqual(codes, ["gate/owner-unconfirmed", "tool/unverifiable"]);
    assert.match(await editor.hover("FS.2"), /cites commit [0-9a-f]{40}; there is no history to look for it in/);
    assert.equal(await editor.shutDown(), 0);
});

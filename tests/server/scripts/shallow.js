// A clone without its history: what it cannot tell is said as such, by diagnostics and hovers.
"use strict";
const { Editor, assert, run, shown } = require("./editor");
const { FOLDER, RECORD, SPEC, FIX } = process.env;

run("shallow", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    const found = await editor.open(RECORD);
    const why = `the history here is not complete: commit ${FIX} is not in this repository`;
    const whether = (id) => {
        const { line, character } = editor.position(id);
        const place = `${line}:${character}-${line}:${character + 40}`;
        return `evidence/commit-unknown warning ${place} could not verify: whether commit ${id} exists: ${why}`;
    };
    assert.deepEqual(found.map(shown), [whether(SPEC), whether(FIX)]);
    assert.match(await editor.hover(FIX, 3), /\n- could not verify: the history here is not complete: /);
    assert.equal(await editor.shutDown(), 0);
});

// What is shown of a record while it is edited, saved and suppressed. FOLDER holds the record in verification.
"use strict";
const { Editor, assert, run, shown } = require("./editor");
const { FOLDER, RECORD } = process.env;

const owner = "- Owner confirmation: Yes — QA & Testing Owner, 2026-02-03";
// What a save of the record says of a commit that is not there, on that line.
const unknownAt = (line) => [
    `gate/signoff-stale error ${line - 2}:0-${line - 2}:28 this change changes the evidence of I.1 after its sign-off, and it was not signed anew`,
    `evidence/commit-unknown error ${line}:26-${line}:36 there is no commit 0123456789`,
];
const commitOf = (text, label) => text.match(new RegExp(`${label} in commit ([0-9a-f]{40})`))[1];

run("diagnostics", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    assert.deepEqual((await editor.open(RECORD)).map(shown), []);
    const sound = editor.document.text;

    // A change shows what it does at once, and takes it away again.
    const undated = sound.replace(owner, "- Owner confirmation: Yes — QA & Testing Owner");
    const at = editor.position(owner);
    const [unconfirmed, ...others] = await editor.replace(undated);
    assert.deepEqual([unconfirmed, ...others].map(shown), [
        `gate/owner-unconfirmed error ${at.line}:2-${at.line}:46 the owner confirmation of T.1 has no date`,
    ]);
    assert.match(unconfirmed.message, /\nhelp: .+$/);
    const state = editor.position("VERIFICATION");
    assert.deepEqual(unconfirmed.relatedInformation, [
        {
            location: {
                uri: editor.uri(RECORD),
                range: { start: state, end: { line: state.line, character: state.character + "VERIFICATION".length } },
            },
            message: "T.1 counts as passed: the record's state is VERIFICATION",
        },
    ]);
    assert.deepEqual((await editor.replace(sound)).map(shown), []);

    // Changes of a range are counted in UTF-16: the parcel takes two units, the letters one each.
    const evidence = editor.position("Severity Medium: totals");
    const unsafe = sound.replace("Severity Medium: totals", "Severity Medium: 📦 é ü TBC totals");
    const inserted = { line: evidence.line, character: evidence.character + "Severity Medium:".length };
    const placeholder = await editor.change(
        [{ range: { start: inserted, end: inserted }, text: " 📦 é ü TBC" }],
        unsafe,
    );
    assert.deepEqual(placeholder.map(shown), [
        // 📦 is one of the 89 characters of the line, and takes two units.
        `gate/evidence-pending error ${evidence.line}:2-${evidence.line}:90 T.2 counts as passed while its evidence is still to come: "TBC"`,
    ]);
    const tbc = { line: evidence.line, character: inserted.character + " 📦 é ü ".length };
    const behind = { line: tbc.line, character: tbc.character + 3 };
    const mended = unsafe.replace("TBC", "certain");
    assert.deepEqual((await editor.change([{ range: { start: tbc, end: behind }, text: "certain" }], mended)).map(shown), []);
    assert.deepEqual((await editor.replace(sound)).map(shown), []);

    // Half-written text, an empty one, and what is no text at all.
    for (const text of ["", "#", "\0", sound.slice(0, 700), "```\n" + sound, "| a |\n|", sound.replaceAll("\n", "\r\n")])
        await editor.replace(text);
    assert.deepEqual((await editor.replace(sound)).map(shown), []);

    // What only commits can tell comes with the save, stays where its line goes, and goes with the next save.
    const fix = commitOf(sound, "Fix");
    const wrong = sound.replace(fix, "0123456789");
    assert.deepEqual((await editor.replace(wrong)).map(shown), []);
    const unknown = (await editor.save()).map(shown);
    const cited = editor.position("0123456789").line;
    assert.deepEqual(unknown, unknownAt(cited));
    assert.deepEqual((await editor.replace(wrong.replace("## Progress", "Two more lines.\n\n## Progress"))).map(shown), unknownAt(cited + 2));
    const stale = (await editor.replace(sound)).map(shown);
    assert.deepEqual(stale, unknownAt(cited));
    assert.deepEqual((await editor.save()).map(shown), []);

    await editor.notify("textDocument/didClose", { textDocument: { uri: editor.uri(RECORD) } });
    assert.equal(await editor.shutDown(), 0);
    assert.deepEqual(editor.published.get(editor.uri(RECORD)).diagnostics, []);
    assert.deepEqual(editor.messages, []);
    assert.equal(editor.stderr, "");
});

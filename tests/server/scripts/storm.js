// Many edits without a pause, of any size and in any place: the server's text stays the editor's, whatever it makes of it.
"use strict";
const { Editor, assert, run, shown } = require("./editor");
const { FOLDER, RECORD } = process.env;

// The same numbers in every run (mulberry32).
let seed = 20260301;
function random(below) {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

const pieces = ["", "📦", "é ü", "\r\n", "\n\n", "| a | b |\n", "- Evidence: TBC\n", "**", "```\n", "<!-- ", " -->", "# T", "\t", "\r"];
const position = (text, offset) => {
    const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines[lines.length - 1].length };
};
// Not between the halves of a character or of a line ending, where no editor has its cursor.
function place(text) {
    let at = random(text.length + 1);
    while (at > 0 && (/[\udc00-\udfff]/.test(text[at] || "") || (text[at] === "\n" && text[at - 1] === "\r"))) at -= 1;
    return at;
}

run("storm", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    await editor.open(RECORD);
    const sound = editor.document.text;
    const document = { textDocument: { uri: editor.uri(RECORD) } };
    for (let round = 0; round < 12; round += 1) {
        await editor.replace(sound);
        let text = sound;
        let found;
        for (let edit = 0; edit < 25; edit += 1) {
            const begin = place(text);
            let end = Math.min(text.length, begin + random(30));
            if (/[\udc00-\udfff]/.test(text[end] || "") || (text[end] === "\n" && text[end - 1] === "\r")) end += 1;
            const piece = pieces[random(pieces.length)];
            const range = { start: position(text, begin), end: position(text, end) };
            text = text.slice(0, begin) + piece + text.slice(end);
            found = editor.change([{ range, text: piece }], text);
            found.catch(() => {}); // only the last of a burst needs to be told
            if (edit % 8 === 0) {
                const at = position(text, place(text));
                for (const method of ["hover", "completion"]) await editor.request(`textDocument/${method}`, editor.place(at));
                await editor.request("textDocument/documentSymbol", document);
                await editor.request("textDocument/codeAction", { ...document, range: { start: at, end: at }, context: { diagnostics: [] } });
            }
        }
        const edited = (await found).map(shown);
        assert.deepEqual((await editor.replace(text)).map(shown), edited);
    }
    assert.deepEqual((await editor.replace(sound)).map(shown), []);
    assert.equal(await editor.shutDown(), 0);
    assert.equal(editor.stderr, "");
});

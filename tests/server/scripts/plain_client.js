// A client that offers nothing: flat symbols, plain hovers, related places in the message, edits without versions.
"use strict";
const { Editor, assert, run } = require("./editor");
const { FOLDER, RECORD } = process.env;

run("plain_client", async () => {
    const editor = new Editor(FOLDER);
    const { capabilities } = await editor.initialize({});
    assert.equal(capabilities.positionEncoding, "utf-16");
    await editor.open(RECORD);
    const text = editor.document.text;
    const symbols = await editor.request("textDocument/documentSymbol", { textDocument: { uri: editor.uri(RECORD) } });
    assert.ok(symbols.length > 20);
    for (const symbol of symbols) {
        assert.equal(symbol.location.uri, editor.uri(RECORD));
        assert.equal(symbol.children, undefined);
    }
    assert.ok(!(await editor.hover("Gate T — ")).includes("**"));
    const found = await editor.replace(text.replace("**Status:** Active", "**Status:** Active\n**Status:** Filed"));
    assert.ok(found.length > 0);
    for (const diagnostic of found) assert.equal(diagnostic.relatedInformation, undefined);
    assert.ok(found.some((one) => one.message.split("\n").some((line) => /\.md:\d+: /.test(line))));
    assert.equal(await editor.shutDown(), 0);

    // The same in a client that wants Markdown and counts in UTF-8.
    const other = new Editor(FOLDER);
    const able = await other.initialize({
        general: { positionEncodings: ["utf-8", "utf-16"] },
        textDocument: { hover: { contentFormat: ["markdown", "plaintext"] } },
    });
    assert.equal(able.capabilities.positionEncoding, "utf-8");
    await other.open(RECORD);
    const unsafe = text.replace("Severity Medium: totals", "Severity Medium: 📦 é ü TBC totals");
    const line = other.position("Severity Medium: totals").line;
    const [placeholder] = await other.replace(unsafe);
    const before = Buffer.byteLength(unsafe.split("\n")[line]);
    assert.equal(placeholder.range.start.line, line);
    assert.equal(placeholder.range.end.character, before);
    assert.match(await other.hover("Gate T — "), /^\*\*gate T \\\(TRIAGE → ROOT\\_CAUSE\\\)\*\*\n\n- /);
    assert.equal(await other.shutDown(), 0);
});

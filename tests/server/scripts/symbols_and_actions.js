// The outline with how everything stands, and suppressions that take a finding away once a reason is written.
"use strict";
const { Editor, assert, run, shown } = require("./editor");
const { FOLDER, RECORD } = process.env;

const outline = (symbols, depth = 0) =>
    symbols.flatMap((one) => [
        `${"  ".repeat(depth)}${one.name}${one.detail ? `: ${one.detail}` : ""}`,
        ...outline(one.children || [], depth + 1),
    ]);

const inside = (outer, inner) =>
    (outer.start.line < inner.start.line || (outer.start.line === inner.start.line && outer.start.character <= inner.start.character)) &&
    (inner.end.line < outer.end.line || (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));

function nested(symbol) {
    assert.ok(inside(symbol.range, symbol.selectionRange), `${symbol.name}: its heading is outside of it`);
    for (const child of symbol.children || []) {
        assert.ok(inside(symbol.range, child.range), `${child.name} is outside of ${symbol.name}`);
        nested(child);
    }
}

run("symbols_and_actions", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    await editor.open(RECORD);
    const sound = editor.document.text;
    const document = { textDocument: { uri: editor.uri(RECORD) } };
    const symbols = await editor.request("textDocument/documentSymbol", document);
    symbols.forEach(nested);
    assert.deepEqual(outline(symbols), [
        "Defect 104: totals are rounded too early",
        "  Progress",
        "  gate T (TRIAGE → ROOT_CAUSE): passed: 4 of 4 items are signed off",
        "    T.1 Defect confirmed against the canonical spec: signed off",
        "    T.2 Severity assigned: signed off",
        "    T.3 Reproduction confirmed: signed off",
        "    T.4 Owner assigned: signed off",
        "  gate RC (ROOT_CAUSE → FIX_SCOPE): passed: 3 of 3 items are signed off",
        "    RC.1 Root cause identified and documented: signed off",
        "    RC.2 Impact on the canonical spec assessed: signed off",
        "    RC.3 Regression surface identified: signed off",
        "  gate FS (FIX_SCOPE → IMPLEMENTATION): passed: 4 of 4 items are signed off",
        "    FS.1 Fix scope documented: signed off",
        "    FS.2 Canonical spec updates committed: signed off",
        "    FS.3 Update of expected values scoped: signed off",
        "    FS.4 Update of openapi.yaml scoped: signed off",
        "  gate I (IMPLEMENTATION → VERIFICATION): passed: 4 of 4 items are signed off",
        "    I.1 Fix committed: signed off",
        "    I.2 Expected values updated: signed off",
        "    I.3 openapi.yaml committed together with the API contract: signed off",
        "    I.4 Patch verification: signed off",
        "  gate V (VERIFICATION → CLOSED): open: 0 of 4 items are signed off",
        "    V.1 Defect behaviour resolved: open: the evidence is still to come",
        "    V.2 Validation passes: open: the evidence is still to come",
        "    V.3 No regressions in the identified areas: open: the evidence is still to come",
        "    V.4 Sign-off by the canonical owner: open: the evidence is still to come",
    ]);

    // Only what may be suppressed is offered, and only where it stands.
    const actions = async (part) => {
        const position = editor.position(part);
        return editor.request("textDocument/codeAction", {
            ...document,
            range: { start: position, end: position },
            context: { diagnostics: [] },
        });
    };
    const unknown = sound.replace("**Owner:** PMO Lead", "**Owner:** Nobody Known");
    const undated = unknown.replace("Yes — QA & Testing Owner, 2026-02-03", "Yes — QA & Testing Owner");
    const both = await editor.replace(undated);
    assert.deepEqual(both.map((one) => one.code), ["header/role-unknown", "gate/owner-unconfirmed"]);
    assert.deepEqual(await actions("Yes — QA & Testing Owner"), []);
    assert.deepEqual(await actions("## Progress"), []);
    const [action, ...more] = await actions("Nobody Known");
    assert.deepEqual(more, []);
    assert.equal(action.title, "Suppress header/role-unknown here (its reason is yours to write)");
    assert.equal(action.kind, "quickfix");
    assert.deepEqual(action.diagnostics.map(shown), [shown(both[0])]);
    const [{ textDocument, edits }] = action.edit.documentChanges;
    assert.deepEqual(textDocument, { uri: editor.uri(RECORD), version: editor.document.version });
    assert.equal(edits.length, 1);

    // As it is inserted it is a finding itself; with a reason it takes away what it was for, and nothing else.
    const lines = undated.split("\n");
    const { line, character } = edits[0].range.start;
    lines[line] = lines[line].slice(0, character) + edits[0].newText + lines[line].slice(character);
    const inserted = lines.join("\n");
    assert.deepEqual(
        (await editor.replace(inserted)).map((one) => one.code).sort(),
        ["gate/owner-unconfirmed", "header/role-unknown", "tool/suppression-unreasoned"],
    );
    const reasoned = inserted.replace('until=YYYY-MM-DD reason=""', 'until=2099-12-31 reason="the role is being set up"');
    assert.deepEqual((await editor.replace(reasoned)).map((one) => one.code), ["gate/owner-unconfirmed"]);
    assert.deepEqual(
        await editor.request("textDocument/codeAction", {
            ...document,
            range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
            context: { diagnostics: [], only: ["refactor"] },
        }),
        [],
    );
    assert.equal(await editor.shutDown(), 0);
});

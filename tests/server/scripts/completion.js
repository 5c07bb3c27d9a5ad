// What is offered while somebody writes at the end of the record, in the order in which it is shown.
"use strict";
const { Editor, assert, run } = require("./editor");
const { FOLDER, RECORD } = process.env;

run("completion", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    await editor.open(RECORD);
    const labels = async (text) => (await editor.completions(text)).map((item) => item.label);

    // Roles: who may confirm the item above comes first, and all others are there, too.
    const owners = await editor.completions("\n### Gate Item: V.1 — Defect behaviour resolved\n\n- Owner confirmation: Yes — ");
    const first = owners.filter((item) => item.detail !== undefined);
    assert.deepEqual(first.map((item) => [item.label, item.detail]), [["QA Lead", "may confirm V.1"]]);
    assert.deepEqual(owners.slice(0, first.length), first);
    assert.ok(owners.length > first.length + 5);
    assert.ok(owners.some((item) => item.label === "PMO Lead"));
    const validators = await editor.completions("\n- PMO validation: Pass — ");
    assert.deepEqual([validators[0].label, validators[0].detail], ["PMO Lead", "validates"]);
    assert.equal(validators[1].detail, undefined);
    assert.equal((await labels("\n**Owner:** ")).length, owners.length);

    // What is written already is replaced.
    const [lead] = (await editor.completions("\n- PMO validation: Pass ✅ 📦 — PMO Le")).slice(0, 1);
    const { start, end } = lead.textEdit.range;
    assert.equal(lead.textEdit.newText, "PMO Lead");
    assert.equal(end.character - start.character, "PMO Le".length);
    assert.equal(start.character, "- PMO validation: Pass ✅ 📦 — ".length);

    const states = ["TRIAGE", "ROOT_CAUSE", "FIX_SCOPE", "IMPLEMENTATION", "VERIFICATION", "CLOSED"];
    assert.deepEqual(await labels("\nCurrent state: "), states);
    assert.deepEqual(await labels("\n| current_state | "), states);
    assert.deepEqual(await labels("\n| From | To | Date |\n|---|---|---|\n| VERIFICATION | C"), states);
    assert.deepEqual(await labels("\n**Status:** "), ["Active", "Filed"]);
    assert.deepEqual(await labels("\n**Severity:** H"), ["Critical", "High", "Medium", "Low"]);

    // Items that the record lacks come first, then those that it has, then the gates.
    const items = await editor.completions("\n### Gate Item: ");
    assert.deepEqual(items.map((item) => item.label).slice(-5), [
        "T — TRIAGE → ROOT_CAUSE",
        "RC — ROOT_CAUSE → FIX_SCOPE",
        "FS — FIX_SCOPE → IMPLEMENTATION",
        "I — IMPLEMENTATION → VERIFICATION",
        "V — VERIFICATION → CLOSED",
    ]);
    assert.equal(items[0].label, "T.1 — Defect confirmed against the canonical spec");
    assert.equal(items[0].detail, "in this record already");
    const text = editor.document.text;
    await editor.replace(text.replace(/\*\*Gate RC\.3 [^#]*/, ""));
    const [missing] = await editor.completions("\n**Gate R");
    assert.equal(missing.label, "RC.3 — Regression surface identified");
    assert.match(missing.detail, /^confirmed by Engineering Owner, validated by PMO Lead$/);

    // Prose, evidence and code offer nothing.
    for (const nothing of ["\nWhose turn is it? ", "\n- Evidence: ", "\nGate status: "]) assert.deepEqual(await labels(nothing), []);
    assert.equal(await editor.shutDown(), 0);
});

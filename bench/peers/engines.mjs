// The engines of npm, each behind the same line: {"engine", "load"} comes in, {"ms"} or {"error"} goes out.
// One process serves them all, one document at a time; the last document of each load is written out on "save".
import { readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import carbone from "carbone";
import { createReport } from "docx-templates";
import Docxtemplater from "docxtemplater";
import { TemplateHandler } from "easy-template-x";
import PizZip from "pizzip";

const folder = process.argv[2];
const carboneRender = promisify(carbone.render);
const handler = new TemplateHandler();

const engines = {
  docxtemplater: async ({ template, data }) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(data);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  carbone: ({ path, data }) => carboneRender(path, data),
  "docx-templates": ({ template, data }) =>
    createReport({ template, data, cmdDelimiter: "+++", noSandbox: true, processLineBreaks: false }),
  "easy-template-x": ({ template, data }) => handler.process(template, data),
};

const loads = new Map();
function load(engine, name) {
  const key = `${engine} ${name}`;
  if (!loads.has(key)) {
    const path = `${folder}/${name}.${engine}.docx`;
    const data = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
    loads.set(key, { path, template: readFileSync(path), data });
  }
  return loads.get(key);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { engine, name, save } = JSON.parse(line);
  try {
    const made = load(engine, name);
    const start = performance.now();
    const bytes = await engines[engine](made);
    const ms = performance.now() - start;
    if (save) writeFileSync(save, bytes);
    console.log(JSON.stringify({ ms }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error?.stack ?? error) }));
  }
}

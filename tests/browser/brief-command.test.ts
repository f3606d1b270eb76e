import { spawn } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atlasPages } from "#domain/brief/atlas.ts";
import { readRegions } from "#geo/read.ts";
import { parseArguments } from "#server/brief-command/arguments.ts";
import { composePage } from "#server/brief-command/compose-page.ts";
import { chromePath } from "#server/chromium.ts";
import { en } from "../../client/words/en.ts";
import { aDataDir } from "../factories.ts";
import { aBrief } from "../server/brief/a-brief.ts";
import { expectOfficeFile } from "./office-file.ts";
import { freePort, type Served, serve } from "./serve.ts";

let site: Served;
beforeAll(async () => {
  site = await serve();
});
afterAll(() => site.stop());

type Ended = { code: number | null; said: string; complained: string };

function run(words: string, env: Record<string, string> = {}): Promise<Ended> {
  const args = ["server/brief-command/run.ts", ...words.split(" ")];
  const command = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let [said, complained] = ["", ""];
  command.stdout.on("data", (text) => {
    said += text;
  });
  command.stderr.on("data", (text) => {
    complained += text;
  });
  return new Promise((resolve) => command.once("close", (code) => resolve({ code, said, complained })));
}

test("the command writes a PDF of a region, its text in it, and nothing beside it", async () => {
  const folder = aDataDir();
  const out = join(folder, "ordos.pdf");
  const order = `--url ${site.url} --region 150600 --page a4 --dpi 150 --format pdf --out ${out}`;
  expect(await run(order)).toMatchObject({ code: 0, said: `${out}\n` });
  expect(readdirSync(folder)).toEqual(["ordos.pdf"]);
  const document = await getDocument({ data: new Uint8Array(readFileSync(out)), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str : "")).join("\n");
  expect(text).toContain("鄂尔多斯市落实国务院《意见》进展图");
  expect(text).toContain("达拉特旗");
  const [, , width = 0, height = 0] = page.view;
  expect([width / 72, height / 72].map((inches) => Math.round(inches * 25.4))).toEqual([297, 210]);
});

test("the command writes a picture of the extent, page and language asked for, in the place of the one before", async () => {
  const out = join(aDataDir(), "whole.png");
  writeFileSync(out, "the one before");
  const order = `--url ${site.url} --region 150600 --query level=county --lang en --page a4-portrait --dpi 150`;
  expect(await run(`${order} --extent whole --format png --out ${out}`)).toMatchObject({ code: 0 });
  const png = readFileSync(out);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1240, 1754]);
});

// DOCX and circular are written by the same press of another button: brief.test.ts holds them to the same.
test("the command writes PPTX with its words and the map's picture in it", async () => {
  const out = join(aDataDir(), "ordos.pptx");
  const order = `--url ${site.url} --region 150600 --page figure --dpi 150 --format pptx --out ${out}`;
  expect(await run(order)).toMatchObject({ code: 0, said: `${out}\n` });
  expectOfficeFile(readFileSync(out), "ppt/slides/slide1.xml", "鄂尔多斯市落实国务院《意见》进展图");
});

test("the command writes an atlas: the whole, each league and city, the two planned cities, each with its page", async () => {
  const out = join(aDataDir(), "atlas.pdf");
  const order = `--url ${site.url} --page a4 --dpi 150 --note 内部资料 --format atlas --out ${out}`;
  expect(await run(order)).toMatchObject({ code: 0, said: `${out}\n` });
  const document = await getDocument({ data: new Uint8Array(readFileSync(out)), verbosity: 0 }).promise;
  expect(document.numPages).toBe(15);
  const pages = atlasPages(aBrief(), readRegions(), false);
  for (const [index, { region }] of pages.entries()) {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    const name = region.level === "province" ? "内蒙古" : region.name;
    expect(text).toContain(`${name}落实国务院《意见》进展图`);
    expect(text).toContain(`第 ${index + 1} 页，共 15 页`);
    expect(text).toContain("内部资料");
  }
}, 400_000);

test("an atlas that stands still is given up, and says at which page", async () => {
  // Whoever sends the second page is never answered.
  const between = createServer((asked, answer) => {
    if (/^\/export\/atlas\/[^/]+\/2$/.test(asked.url ?? "")) return;
    const { method, headers, url = "/" } = asked;
    const passed = request(site.url + url, { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((listening) => between.listen(0, "127.0.0.1", listening));
  const { port } = between.address() as AddressInfo;
  const words = `--url http://127.0.0.1:${port} --page a4 --dpi 150 --format atlas --out a.pdf`;
  const order = parseArguments(words.split(" "));
  const written = composePage(order, { chrome: process.env.CHROME_PATH, still: 20_000 }, async () => {});
  await expect(written).rejects.toThrow(/^Nothing has happened for 20 s: 第 \d+ 页，共 15 页/);
  between.closeAllConnections();
  between.close();
});

test("without WebGL it ends with 1 and what the composer says, and leaves no file", async () => {
  const folder = aDataDir();
  const chrome = join(folder, "chrome");
  const found = await chromePath(process.env.CHROME_PATH);
  writeFileSync(chrome, `#!/bin/sh\nexec ${JSON.stringify(found)} --disable-gpu --disable-3d-apis "$@"\n`);
  chmodSync(chrome, 0o755);
  const order = `--url ${site.url} --lang en --format pdf --out ${join(folder, "a.pdf")}`;
  const { code, complained } = await run(order, { CHROME_PATH: chrome });
  const [start = ""] = en.brief.refused.split("{{");
  expect(complained).toMatch(new RegExp(`^${start}[^\\n]*WebGL[^\\n]*\\n$`));
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual(["chrome"]);
});

test("where nothing listens, where the file cannot be, and of a region unknown: one line at once, and its code", async () => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const out = join(aDataDir(), "a.pdf");
  const ends = async (words: string, code: number, line: RegExp) => {
    const ended = await run(`--format pdf ${words}`);
    expect(ended.complained).toMatch(line);
    expect(ended.complained.split("\n")).toHaveLength(2);
    expect(ended.code).toBe(code);
  };
  await ends(`--out ${out} --url ${nobody}`, 1, /^Nothing listens at http:\S+: start the server/);
  await ends(`--out ${out}/a.pdf --url ${site.url}`, 1, /cannot be written: ENOENT/);
  await ends(`--out ${out} --url ${site.url} --region 159900`, 2, /^159900: no such region/);
  await ends(`--out ${out} --page a5`, 2, /^--page is "a5", expected one of/);
});

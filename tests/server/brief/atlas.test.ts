import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atlasPages } from "#domain/brief/atlas.ts";
import type { Brief } from "#domain/brief/brief.ts";
import { readRegions } from "#geo/read.ts";
import { Atlas } from "#server/brief/atlas.ts";
import type { BriefFormat, BriefPage } from "#server/brief/format.ts";
import { NoSuchAtlas, OpenAtlases } from "#server/brief/open-atlases.ts";
import { TooManyExports } from "#server/export/places.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { aBrief, aMap } from "./a-brief.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  expect(unknownErrors(served)).toEqual([]);
  await served.stop();
});

const call = (method: string, path: string, body?: Buffer) =>
  ask(`${served.url}/export/atlas${path}`, {
    method,
    headers: { origin: served.url },
    ...(body === undefined ? {} : { body }),
  });

async function bodyOf(brief: Brief): Promise<Buffer> {
  const { sheet } = JSON.parse((await ask(callUrl(served, "brief.sheet", brief))).text).result.data;
  return Buffer.concat([Buffer.from(`${JSON.stringify(brief)}\n`), aMap(sheet)]);
}

const pages = atlasPages(aBrief({ page: "a4" }), readRegions(), false).map(({ brief }) => brief);
const bodies = (): Promise<Buffer[]> => Promise.all(pages.slice(0, 2).map(bodyOf));

async function begin(format = "pdf"): Promise<string> {
  const answer = await call("POST", `.${format}`);
  expect(answer.status).toBe(201);
  return JSON.parse(answer.text).id;
}

const opened = async (file: Buffer) =>
  await getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }).promise;

test("pages sent one by one are one file, fetched once, and gone after", async () => {
  const id = await begin();
  for (const [index, body] of (await bodies()).entries()) {
    expect((await call("POST", `/${id}/${index + 1}`, body)).status).toBe(204);
  }
  const { bytes } = JSON.parse((await call("POST", `/${id}/end`)).text);
  const head = await call("HEAD", `/${id}`);
  expect(head.headers["content-length"]).toBe(String(bytes));
  const file = await call("GET", `/${id}`);
  expect(file.headers["content-disposition"]).toMatch(/filename="one-map-atlas-YZT-\d{6}-[0-9A-F]{8}\.pdf"/);
  expect(file.body).toHaveLength(bytes);
  const document = await opened(file.body);
  expect(document.numPages).toBe(2);
  const { items } = await (await document.getPage(2)).getTextContent();
  const said = items.map((item) => ("str" in item ? item.str : "")).join("");
  expect(said).toContain("呼和浩特市落实国务院《意见》进展图");
  expect(said).toContain("第 2 页，共 15 页");
  expect((await document.getOutline()).map(({ title }) => title)).toEqual([
    "内蒙古落实国务院《意见》进展图",
    "呼和浩特市落实国务院《意见》进展图",
  ]);
  expect(refusalOf(await call("GET", `/${id}`))).toMatchObject({ status: 404, code: "NOT_FOUND" });
}, 120_000);

test("a page whose answer was lost is sent again, and is in the file once", async () => {
  const id = await begin("pptx");
  const [body = Buffer.alloc(0)] = await bodies();
  for (const _ of ["sent", "sent again"]) expect((await call("POST", `/${id}/1`, body)).status).toBe(204);
  await call("POST", `/${id}/end`);
  const file = (await call("GET", `/${id}`)).body.toString("latin1");
  expect(file).toContain("ppt/slides/slide1.xml");
  expect(file).not.toContain("ppt/slides/slide2.xml");
}, 120_000);

test("a page out of turn, a wrong picture, an early end and an early fetch are refused in words, and nothing is lost", async () => {
  const id = await begin();
  const [body = Buffer.alloc(0), second = Buffer.alloc(0)] = await bodies();
  expect(refusalOf(await call("POST", `/${id}/2`, body)).message).toContain("expected page 1");
  expect(refusalOf(await call("POST", `/${id}/one`, body)).status).toBe(400);
  expect(refusalOf(await call("POST", `/${id}/1`, body.subarray(0, 3000))).status).toBe(400);
  expect(refusalOf(await call("POST", `/${id}/end`)).message).toContain("expected page 1 before the end");
  expect((await call("POST", `/${id}/1`, body)).status).toBe(204);
  expect(refusalOf(await call("GET", `/${id}`)).message).toContain("expected an atlas that is ended");
  await call("POST", `/${id}/end`);
  expect(refusalOf(await call("POST", `/${id}/2`, second)).message).toContain("expected no page more");
  expect((await opened((await call("GET", `/${id}`)).body)).numPages).toBe(1);
}, 120_000);

test("one that is given up is gone", async () => {
  const id = await begin();
  expect((await call("DELETE", `/${id}`)).status).toBe(204);
  expect((await call("POST", `/${id}/end`)).status).toBe(404);
});

test("three are open at once, the next is told to wait, and another site begins none", async () => {
  const ids = [await begin(), await begin(), await begin("pptx")];
  const fourth = await call("POST", ".pdf");
  expect(refusalOf(fourth)).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
  expect(fourth.headers["retry-after"]).toBe("10");
  await Promise.all(ids.map((id) => call("DELETE", `/${id}`)));
  const foreign = await ask(`${served.url}/export/atlas.pdf`, {
    method: "POST",
    headers: { origin: "http://elsewhere.test" },
  });
  expect(foreign.status).toBe(403);
});

const aPage = { sheet: { id: "YZT" } } as BriefPage;
const aFormat = (write: BriefFormat["write"]): BriefFormat => ({
  name: { "zh-CN": "册", en: "atlas" },
  extension: "txt",
  type: "text/plain",
  write,
});
const lines = aFormat(async function* (given) {
  for await (const { sheet } of given) yield Buffer.from(`${sheet.id}\n`);
});

test("the writer is asked for one page at a time, and the file has no name on disk", async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith("one-map-atlas"));
  const atlas = await Atlas.begin(lines);
  for (let page = 1; page <= 3; page += 1) await atlas.add(aPage);
  expect((await readdir(tmpdir())).filter((name) => name.startsWith("one-map-atlas"))).toEqual(before);
  expect(await atlas.finish()).toBe(12);
  for (const _ of ["once", "twice"]) {
    let read = "";
    for await (const piece of atlas.read()) read += String(piece);
    expect(read).toBe("YZT\nYZT\nYZT\n");
  }
  await atlas.close();
});

test("what is in the file is held no longer, however many pages follow", async () => {
  const pieces: Uint8Array[] = [];
  const atlas = await Atlas.begin(
    aFormat(async function* (given) {
      for await (const _ of given) {
        const piece = new Uint8Array(100_000);
        pieces.push(piece);
        yield piece;
      }
    }),
  );
  for (let page = 1; page <= 3; page += 1) await atlas.add(aPage);
  expect(await atlas.finish()).toBe(300_000);
  expect(pieces.map(({ length }) => length)).toEqual([0, 0, 0]);
  await atlas.close();
});

test("a disk that is full is told with the page it has no room for, and ends the atlas", async () => {
  const atlases = new OpenAtlases();
  const full = aFormat(async function* (given) {
    for await (const { sheet } of given) {
      if (atlas.drawn === 1) throw Object.assign(new Error("write"), { code: "ENOSPC" });
      yield Buffer.from(sheet.id);
    }
  });
  const atlas = await atlases.begin(full);
  const add = () => atlases.use(atlas.id, (one) => one.add(aPage));
  await add();
  await expect(add()).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(add()).rejects.toThrow(NoSuchAtlas);
});

test("one that nobody touches is given up, with its writer; a second hand has to wait", async () => {
  const atlases = new OpenAtlases({ idleMs: 20 });
  const ended = Promise.withResolvers<void>();
  const watched = aFormat(async function* (given) {
    try {
      for await (const { sheet } of given) yield Buffer.from(sheet.id);
    } finally {
      ended.resolve();
    }
  });
  const atlas = await atlases.begin(watched);
  await atlases.use(atlas.id, async () => {
    await expect(atlases.use(atlas.id, async () => undefined)).rejects.toThrow(TooManyExports);
  });
  await ended.promise;
  await expect(atlases.use(atlas.id, async () => undefined)).rejects.toThrow(NoSuchAtlas);
});

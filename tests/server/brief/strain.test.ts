import { readdir, readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peakMemory } from "../peak-memory.ts";
import { ask, refusalOf } from "../serve.ts";
import { aBrief } from "./a-brief.ts";
import { alone, type Sent, send } from "./alone.ts";

const MB = 1024 * 1024;
/** What a thousand bodies take, were they all held. */
const HELD = 500 * MB;
const brief = aBrief({ page: "figure" });
let one: Awaited<ReturnType<typeof alone>>;
beforeAll(async () => {
  one = await alone();
});
afterAll(async () => {
  expect(one.unknown).toEqual([]);
  await one.close();
}, 60_000);

const titleOf = async (file: Buffer): Promise<unknown> => {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  return (info as { Title?: unknown }).Title;
};

test("two exports at once are both good, and each is its own", async () => {
  const titles = ["甲", "乙"];
  const answers = await Promise.all(
    titles.map(async (title) =>
      ask(`${one.url}pdf`, { method: "POST", body: await one.bodyOf({ ...brief, title }) }),
    ),
  );
  expect(await Promise.all(answers.map(({ body }) => titleOf(body)))).toEqual(titles);
}, 60_000);

test("of a thousand at once two are made and twenty wait, the rest are told to come back, and memory stays", async () => {
  const body = await one.bodyOf(brief, Math.floor(HELD / 1000));
  const open = new Set<Sent>();
  const refused: { status: number | undefined; retry: string | undefined; words: string }[] = [];
  const left: unknown[] = [];
  const peak = await peakMemory(async () => {
    for (let n = 0; n < 1000; n += 1) {
      const page = send(`${one.url}pdf`);
      open.add(page);
      page.sent.end(body);
      const answered = async () => {
        const answer = await page.answered;
        const { statusCode: status, headers } = answer;
        const words = String(await buffer(answer));
        open.delete(page);
        if (status !== 200) refused.push({ status, retry: headers["retry-after"], words });
      };
      answered().catch((error: unknown) => left.push(error));
    }
    await expect.poll(() => open.size, { timeout: 100_000 }).toBeLessThanOrEqual(22);
  });
  expect(left).toEqual([]);
  expect(refused.length).toBeGreaterThan(900);
  for (const { status, retry, words } of refused) {
    expect([status, retry]).toEqual([429, "10"]);
    expect(JSON.parse(words).error.data.code).toBe("TOO_MANY_REQUESTS");
  }
  // Two threads with their fonts and pictures, and what the senders in this process take.
  expect(peak).toBeLessThan(HELD);
  for (const { sent } of open) sent.destroy();
  const again = async () => (await ask(`${one.url}pdf`, { method: "POST", body })).status;
  await expect.poll(again, { timeout: 60_000 }).toBe(200);
}, 180_000);

test("a body over the limit is refused in words at once, however long it is and whether it says so", async () => {
  const strict = await alone({ mostBytes: 1000 });
  const body = Buffer.alloc(16 * MB);
  for (const headers of [{ "content-length": String(body.length) }, { "transfer-encoding": "chunked" }]) {
    const answer = await ask(`${strict.url}pdf`, { method: "POST", headers, body });
    expect(refusalOf(answer)).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  }
  await strict.close();
});

test("no page is written to the server's disk: of all that writes documents an atlas alone opens a file to write", async () => {
  const opening: string[] = [];
  for (const room of ["brief", "circular", "document"]) {
    const dir = new URL(`../../../server/${room}/`, import.meta.url);
    for (const name of await readdir(dir)) {
      const source = await readFile(new URL(name, dir), "utf8");
      if (/"node:fs(\/promises)?"/.test(source)) opening.push(name);
    }
  }
  // The tables of a font are read.
  expect(opening).toEqual(["atlas.ts", "font-tables.ts"]);
});

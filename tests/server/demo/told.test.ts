import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PAGES as BRIEF_PAGES } from "#domain/brief/page.ts";
import { markDemo } from "#server/db/demo.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";
import { aBrief, aMap } from "../brief/a-brief.ts";
import { parseCsv, tableOf } from "../export/parse-csv.ts";
import { type HttpVisitor, signedIn, theAdministrator } from "../http/people-http.ts";
import { type Answer, ask, callUrl, type Served, serve } from "../serve.ts";

/** Every page, and every file that is text, of a ledger marked as made up. */
const PAGES = ["/desk", "/desk/sign-in", "/setup", "/wall/remote"];
const FILES = [
  "/overview.svg",
  "/export/ledger.csv",
  "/export/ledger.geojson",
  "/export/projects.oc4ids.json",
];
const WORDS = { "zh-CN": "演示数据", en: "Demonstration data" } as const;

let made: Served;
let earnest: Served;
beforeAll(async () => {
  const dir = aDataDir();
  const { database } = await openLedger(dir, "test");
  await database.write.transaction().execute(markDemo);
  await database.close();
  [made, earnest] = await Promise.all([serve({ DATA_DIR: dir }), serve()]);
});
afterAll(() => Promise.all([made.stop(), earnest.stop()]));

test.each(["zh-CN", "en"] as const)(
  "pages and files of made-up data say so, in %s, and no others do (truth rule 8)",
  async (lang) => {
    const headers = { Cookie: `lang=${lang}` };
    for (const path of [...PAGES, ...FILES]) {
      expect([path, (await ask(made.url + path, { headers })).text.includes(WORDS[lang])]).toEqual([
        path,
        true,
      ]);
      expect([path, (await ask(earnest.url + path, { headers })).text.includes(WORDS[lang])]).toEqual([
        path,
        false,
      ]);
    }
    for (const path of ["/", "/wall"]) {
      expect((await ask(made.url + path, { headers })).text).toContain('"demo":true');
      expect((await ask(earnest.url + path, { headers })).text).toContain('"demo":false');
    }
  },
);

/** All text that a file holds, whatever its format. */
async function textOf({ status, body }: Answer): Promise<string> {
  expect(status).toBe(200);
  const start = body.subarray(0, 4).toString("latin1");
  if (start === "PK\x03\x04") {
    return Object.values(unzipSync(body))
      .map((part) => strFromU8(part))
      .join("\n");
  }
  if (start !== "%PDF") return body.toString("utf8");
  const document = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

test.each(["zh-CN", "en"] as const)(
  "so do briefings of every page and format, in %s",
  async (lang) => {
    const sheetOf = async (served: Served, asked: object) =>
      JSON.parse((await ask(callUrl(served, "brief.sheet", asked))).text).result.data.sheet;
    const written = async (served: Served, format: string, page: (typeof BRIEF_PAGES)[number]) => {
      const asked = aBrief({ lang, page });
      const lines = [Buffer.from(`${JSON.stringify(asked)}\n`), aMap(await sheetOf(served, asked))];
      const headers = { Origin: served.url };
      const url = `${served.url}/export/brief.${format}`;
      return textOf(await ask(url, { method: "POST", headers, body: Buffer.concat(lines) }));
    };
    for (const page of BRIEF_PAGES) {
      const says = async (served: Served) =>
        JSON.stringify(await sheetOf(served, aBrief({ lang, page }))).includes(WORDS[lang]);
      expect([page, await says(made), await says(earnest)]).toEqual([page, true, false]);
    }
    for (const [format, page] of [
      ["pdf", "a4"],
      ["pptx", "slide"],
      ["docx", "figure"],
    ] as const) {
      const says = async (served: Served) => (await written(served, format, page)).includes(WORDS[lang]);
      expect([format, await says(made), await says(earnest)]).toEqual([format, true, false]);
    }
  },
  120_000,
);

test("so do the ledger's workbook, a circular, a unit's sheet to fill in, and the trail", async () => {
  const open = async (served: Served) => {
    const administrator = await theAdministrator(served);
    return {
      administrator,
      unit: await signedIn(administrator, "水利厅", ["reporter"], "dept-water"),
      auditor: await signedIn(administrator, "审计", ["audit"], null),
    };
  };
  const [one, other] = [await open(made), await open(earnest)];
  const says = async (visitor: HttpVisitor, path: string) => {
    const { read } = visitor.served.ledger.database;
    const { month } = await read.selectFrom("period").select("month").executeTakeFirstOrThrow();
    const file = await visitor.send(path.replace("MONTH", month));
    const name = decodeURIComponent(String(file.headers["content-disposition"]));
    return `${name} ${await textOf(file)}`.includes(WORDS["zh-CN"]);
  };
  for (const [who, path] of [
    ["administrator", "/export/ledger.xlsx"],
    ["administrator", "/export/circular.docx?period=2012Q3"],
    ["unit", "/filing/sheet.xlsx?month=MONTH"],
    ["unit", "/filing/sheet.csv?month=MONTH"],
    ["auditor", "/export/audit.csv"],
    ["auditor", "/export/audit.json"],
  ] as const) {
    expect([path, await says(one[who], path), await says(other[who], path)]).toEqual([path, true, false]);
  }
  // Whatever the trail's file is called, each of its rows says so.
  const trail = async ({ auditor }: typeof one, extension: string) =>
    (await auditor.send(`/export/audit.${extension}`)).text;
  const rows = tableOf(parseCsv(await trail(one, "csv")));
  expect(new Set(rows.map((row) => row.说明))).toEqual(new Set([WORDS["zh-CN"]]));
  const entries = JSON.parse(await trail(one, "json")) as { demo?: string }[];
  expect(new Set(entries.map(({ demo }) => demo))).toEqual(new Set([WORDS["zh-CN"]]));
  expect(await trail(other, "csv")).not.toContain("说明");
  expect(await trail(other, "json")).not.toContain(WORDS["zh-CN"]);
}, 120_000);

test("a demonstration's month is one of its own, whatever the day", async () => {
  const { read } = made.ledger.database;
  const periods = await read.selectFrom("period").select("month").execute();
  expect(periods).toEqual([{ month: "2014-09" }]);
});

import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Brief } from "#domain/brief/brief.ts";
import { fillWithHostile, hostile } from "../../hostile-ledger.ts";
import { aBrief, aMap } from "../brief/a-brief.ts";
import { parseCsv } from "../export/parse-csv.ts";
import { readXlsx } from "../export/read-xlsx.ts";
import { MONTH } from "../filing/filing-office.ts";
import { type Answer, ask, callUrl, type Served, serve, unknownErrors } from "../serve.ts";
import { type HttpVisitor, signedIn, theAdministrator } from "./people-http.ts";

let served: Served;
let unit: HttpVisitor;
let office: HttpVisitor;
let auditor: HttpVisitor;
let ids: Awaited<ReturnType<typeof fillWithHostile>>;
beforeAll(async () => {
  served = await serve();
  ids = await fillWithHostile(served.ledger);
  const administrator = await theAdministrator(served);
  unit = await signedIn(administrator, "水利厅", ["reporter"], "dept-water");
  office = await signedIn(administrator, "办公室", ["office"], "office-leading-group");
  auditor = await signedIn(administrator, "审计", ["audit"], null);
}, 120_000);
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const ESCAPED = "&lt;img src=x onerror=window.xss=1&gt;&lt;script&gt;window.xss=1&lt;/script&gt;";
/** Elements that the text would open, were it no text. */
const OPENED = /<img src=x|<script>window/;

const xmlOf = (file: Answer): string => {
  expect(file.status).toBe(200);
  return Object.entries(unzipSync(file.body))
    .filter(([name]) => /\.(xml|rels|vml)$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join("\n");
};

describe("in pages and pictures it is text", () => {
  test.each(["/?asof=M", "/?asof=M&item=N-0001", "/wall?asof=M", "/overview.svg?asof=M", "/desk"])(
    "%s",
    async (path) => {
      const page = await ask(`${served.url}${path.replace("M", MONTH)}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(OPENED);
    },
  );

  test("the page with the list holds it, escaped", async () => {
    const { text } = await ask(`${served.url}/?asof=${MONTH}&item=N-0001`);
    expect(text).toContain("onerror=window.xss=1");
  });
});

describe("in documents it is text, escaped where the format is XML", () => {
  const brief = (more: Partial<Brief> = {}): Brief =>
    aBrief(
      {
        page: "a3",
        blocks: ["items", "ranking"],
        extent: { kind: "region" },
        title: hostile("page title").slice(0, 60),
        subtitle: hostile("page subtitle"),
        note: hostile("page note"),
        ...more,
      },
      `?asof=${MONTH}&region=150782&sort=-source`,
    );
  const briefing = async (format: string): Promise<Answer> => {
    const asked = brief(format === "docx" ? { page: "figure" } : {});
    const { sheet } = JSON.parse((await ask(callUrl(served, "brief.sheet", asked))).text).result.data;
    expect(JSON.stringify(sheet)).toContain("onerror=window.xss=1");
    const body = Buffer.concat([Buffer.from(`${JSON.stringify(asked)}\n`), aMap(sheet)]);
    return ask(`${served.url}/export/brief.${format}`, {
      method: "POST",
      headers: { Origin: served.url },
      body,
    });
  };

  test.each(["pptx", "docx"])(
    "a briefing as %s",
    async (format) => {
      const xml = xmlOf(await briefing(format));
      expect(xml).not.toMatch(OPENED);
      expect(xml).toContain("&lt;img src=x onerror");
    },
    60_000,
  );

  test("a briefing as PDF: no action, no script, no link but the page's own", async () => {
    const { status, body } = await briefing("pdf");
    expect(status).toBe(200);
    const text = body.toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    const active = /\/(?:JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile)\b/.exec(text)?.[0];
    expect(active).toBeUndefined();
    // Strings of a PDF are no markup; the packet that describes it is.
    const packet = /<\?xpacket begin[\s\S]*<\?xpacket end/.exec(text)?.[0] ?? "";
    expect(OPENED.test(packet)).toBe(false);
    expect(packet).toContain("&lt;img src=x");
  }, 60_000);

  test("a circular, of what units report to be in the way too", async () => {
    const xml = xmlOf(await office.send("/export/circular.docx?period=2012Q3"));
    expect(xml).not.toMatch(OPENED);
    expect(xml).toContain("&lt;");
  });

  test("GeoJSON and OC4IDS are one JSON text", async () => {
    for (const path of ["ledger.geojson", "projects.oc4ids.json"]) {
      const file = await ask(`${served.url}/export/${path}?asof=${MONTH}`);
      expect(JSON.stringify(JSON.parse(file.text))).toContain("onerror=window.xss=1");
    }
  });
});

describe("in a table it starts no formula", () => {
  /** Cells that hold it: none begins as a formula does. */
  const safe = (cells: readonly string[]) => {
    const found = cells.filter((cell) => cell.includes("window.xss"));
    expect(found).not.toEqual([]);
    for (const cell of found) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  };
  const csv = async (answer: Promise<Answer>) => {
    const { status, text } = await answer;
    expect(status).toBe(200);
    safe(parseCsv(text).flat());
  };
  const workbook = async (answer: Promise<Answer>) => {
    const file = await answer;
    const xml = xmlOf(file);
    expect(xml).not.toMatch(OPENED);
    expect(xml).not.toMatch(/<f>|<f [^>]*>[^<]*window/);
    expect(xml).toContain(ESCAPED.slice(0, 20));
    const cells = (await readXlsx(file.body)).flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => cell?.type === "formula")).toEqual([]);
  };

  test("the ledger", async () => {
    await csv(ask(`${served.url}/export/ledger.csv?asof=${MONTH}`));
    await workbook(ask(`${served.url}/export/ledger.xlsx?asof=${MONTH}`));
  });

  test("a unit's month to be filled in", async () => {
    await csv(unit.send("/filing/sheet.csv?month=2012-10"));
    await workbook(unit.send("/filing/sheet.xlsx?month=2012-10"));
  });

  test("the trail", async () => {
    await csv(auditor.send("/export/audit.csv"));
  });
});

test("every answer of the API that holds it is JSON that no browser takes for a page", async () => {
  const asked: [HttpVisitor, string, unknown][] = [
    [unit, "period.mine", { month: MONTH }],
    [unit, "report.get", undefined],
    [office, "light.overrides", undefined],
    [office, "light.rules", undefined],
    [office, "month.list", undefined],
    [office, "period.list", undefined],
    [office, "unit.list", undefined],
    [office, "project.get", { id: ids.led, asOf: MONTH }],
    [office, "project.list", { asOf: MONTH }],
    [office, "map.features", { asOf: MONTH }],
    [auditor, "audit.search", { filter: {} }],
  ];
  for (const [who, path, input] of asked) {
    const answer = await who.query(path, input);
    expect([path, answer.headers["content-type"]]).toEqual([
      path,
      expect.stringMatching(/^application\/json/),
    ]);
    expect([path, answer.headers["x-content-type-options"]]).toEqual([path, "nosniff"]);
  }
});

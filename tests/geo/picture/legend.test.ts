import { describe, expect, test } from "vitest";
import { LOZENGE, SHEET } from "#domain/look/marks.ts";
import type { Theme } from "#domain/look/palette.ts";
import { type LegendEntry, legendOf } from "#geo/drawn/legend.ts";
import { overviewDocument } from "#geo/picture/document.ts";
import { brokenAt, legendNode } from "#geo/picture/legend.ts";
import { toMarkup } from "#geo/picture/markup.ts";
import { textEm } from "#geo/picture/placement.ts";
import { sceneOf } from "#geo/picture/scene.ts";
import { aPictureInput, features } from "./picture-input.ts";

const SIZE = { width: 1264, height: 990 };
const hub = { id: "pl-dam", name: "尼尔基枢纽", at: [124.5, 48.5] as [number, number], errorKm: 3 };
const inputOf = (search: string, theme: Theme = "light") =>
  aPictureInput(search, { theme, features: { ...features, hubs: [{ ...hub, confidence: "high" }] } });

const wordsOf = (entry: LegendEntry): string[] => {
  if (entry.kind === "note") return [entry.text];
  if (entry.kind === "ramp") {
    const labels = entry.classes.map(({ label }) => label);
    return [entry.title, ...labels, entry.zero.label, entry.none, entry.n ?? ""];
  }
  if (entry.kind === "mix") return [entry.title, entry.none, ...entry.stages.map(({ label }) => label)];
  return [entry.label];
};
/** The picture's legend as one text, and as markup. */
function legendIn(search: string) {
  const { drawing, frame } = sceneOf(inputOf(search), SIZE, true);
  const markup = toMarkup(legendNode(drawing, frame.nominal.zoom, "url(#hatch)").node);
  const text = [...markup.matchAll(/<text[^>]*>([^<]*)/g)].map(([, said]) => said).join("");
  const wanted = legendOf(drawing.view, { ...drawing, theme: "light", zoom: frame.nominal.zoom });
  return { markup, text, wanted };
}

describe("the legend of a picture", () => {
  test.each([
    "",
    "measure=started&level=county",
    "measure=mix&lang=en",
    "at=7/44/116",
    "layers=-progress,-uhv",
  ])("says what the map's legend says: %j", (search) => {
    const { text, wanted } = legendIn(search);
    expect(wanted.length).toBeGreaterThan(2);
    const squeezed = (said: string) => said.replace(/\s/g, "").replaceAll(">", "&gt;");
    for (const said of wanted.flatMap(wordsOf)) expect(squeezed(text)).toContain(squeezed(said));
  });

  test("has one text for a class of shares, on screen as in a document", () => {
    expect(legendIn("measure=started").text).toContain("&gt;0–2020–4040–6060–80≥80");
  });

  test("shows the mark that is drawn: a lozenge for a project, a sheet for the policy picked", () => {
    expect(legendIn("").markup).toContain(LOZENGE);
    expect(legendIn("").markup).not.toContain(SHEET);
    const { markup, text } = legendIn("item=S-1.2-21");
    expect(markup).toContain(SHEET);
    expect(text).toContain("已列入/已授予");
  });

  test("says how many places are unchecked, and how far off lines and places may be", () => {
    expect(legendIn("").text).toContain("1 处位置未核，误差 20 公里");
    expect(legendIn("").text).toContain("线路均为示意，误差 40 公里");
    expect(legendIn("layers=-projects,-uhv").text).not.toMatch(/未核|示意/);
  });

  test("stands in a document above the map, within its card", () => {
    const svg = overviewDocument(inputOf("measure=mix&lang=en"), SIZE, {
      asOf: "2012-07",
      reviewNumber: null,
      source: "",
    });
    const { drawing, frame } = sceneOf(inputOf("measure=mix&lang=en"), SIZE, true);
    const { height } = legendNode(drawing, frame.nominal.zoom, "");
    expect(height).toBeLessThan(SIZE.height - 150);
    expect(svg).toContain(`height="${height}" rx="6"`);
  });
});

test("a sentence is broken into lines that fit, at spaces or between Han characters", () => {
  const english = "n: items whose stage is known, of which the share is taken";
  const lines = brokenAt(english, 20);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(" ")).toBe(english);
  const han = "线路均为示意，误差 6–40 公里";
  expect(brokenAt(han, 6).join("").replaceAll(" ", "")).toBe(han.replaceAll(" ", ""));
  for (const line of [...lines, ...brokenAt(han, 6)]) {
    expect(textEm(line, false)).toBeLessThanOrEqual(20);
    expect(line).not.toMatch(/^[，。）]/);
  }
});

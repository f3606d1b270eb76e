import { type Charts, chartsOf } from "#domain/brief/charts.ts";
import { EDGE_MM, HATCH_WIDTH_MM, hatchLines, placeTable } from "#domain/brief/drawing.ts";
import { MM_PER_PT } from "#domain/brief/page.ts";
import type { Box, Element, MarkElement, Sheet, TextElement, TextStyle } from "#domain/brief/sheet.ts";

/** The page's own faces where they are installed, else what Chinese systems bring: the text stays text. */
const FAMILY: Record<TextStyle["font"], string> = {
  sans: "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif",
  serif: "'Noto Serif SC','Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun,serif",
};

/** Legend and charts of a page with its title and address: text that can be edited, a unit to the millimetre. */
export function sheetAsSvg(sheet: Sheet): string {
  const { width, height, parts } = chartsOf(sheet);
  const drawn = tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: `${round(width)}mm`,
      height: `${round(height)}mm`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      lang: sheet.lang,
      "xml:lang": sheet.lang,
    },
    tag("title", {}, escaped(sheet.title)),
    tag("desc", {}, escaped(sheet.id)),
    tag("rect", { width, height, fill: sheet.paper }),
    ...parts.map(partOf),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`;
}

const partOf = ({ name, move, elements }: Charts["parts"][number]): string =>
  tag("g", { id: name, transform: `translate(${move.map(round).join(" ")})` }, ...elements.map(elementOf));

function elementOf(element: Element): string {
  switch (element.kind) {
    case "text":
      return textOf(element);
    case "rule":
      return lineOf(element);
    case "box":
      return boxOf(element);
    case "mark":
      return markOf(element);
    case "table": {
      const { cells, rules } = placeTable(element);
      const shown = cells.map(({ swatch, bar, text, alt }) =>
        [
          swatch === null ? "" : boxOf(edged(swatch)),
          bar.length === 0 ? "" : tag("g", {}, tag("title", {}, escaped(alt)), ...bar.map(edged).map(boxOf)),
          text === null ? "" : textOf(text),
        ].join(""),
      );
      return shown.concat(rules.map((one) => lineOf({ ...one, dash: [] }))).join("");
    }
    case "stages":
      return element.steps
        .flatMap(({ mark, countText, labelText }) => [markOf(mark), textOf(countText), textOf(labelText)])
        .join("");
    case "ramp":
      return element.classes.map((one) => boxOf(edged(one)) + textOf(one.label)).join("");
    case "qr":
      return qrOf(element);
    // They tell of the map, which is not here.
    case "map":
    case "scaleBar":
      return "";
  }
}

/** Without the edge that sets a text off the map: it stands on paper here. */
function textOf({ lines, box, align }: TextElement): string {
  const x = { left: box.x, center: box.x + box.width / 2, right: box.x + box.width }[align];
  const anchor = { left: null, center: "middle", right: "end" }[align];
  return lines
    .map(({ baseline, runs }) => {
      const spans = runs.map(({ text, style }) => tag("tspan", fontOf(style), escaped(text)));
      return tag("text", { x, y: baseline, "text-anchor": anchor }, ...spans);
    })
    .join("");
}

const fontOf = ({ font, weight, size, color }: TextStyle) => ({
  "font-family": FAMILY[font],
  "font-weight": weight,
  "font-size": size * MM_PER_PT,
  fill: color,
});

type Line = { from: [number, number]; to: [number, number]; color: string; width: number; dash: number[] };

const lineOf = ({ from, to, color, width, dash }: Line): string =>
  tag("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...strokeOf(color, width, dash) });

const strokeOf = (color: string, width: number, dash: readonly number[]) => ({
  stroke: color,
  "stroke-width": width,
  "stroke-dasharray": dash.length === 0 ? null : dash.map(round).join(" "),
});

type Look = Omit<Extract<Element, { kind: "box" }>, "kind">;
const edged = (part: { box: Box; fill: string; hatch: string | null; stroke: string }): Look => ({
  ...part,
  strokeWidth: EDGE_MM,
  dash: [],
});

/** The edge over the hatch. */
function boxOf({ box, fill, hatch, stroke, strokeWidth, dash }: Look): string {
  const rect = (look: Attributes) => tag("rect", { ...box, ...look });
  const edge = stroke === null ? {} : strokeOf(stroke, strokeWidth, dash);
  if (hatch === null) return rect({ fill: fill ?? "none", ...edge });
  const lines = hatchLines(box).map(({ from, to }) => `M${[...from].map(round)}L${[...to].map(round)}`);
  return [
    fill === null ? "" : rect({ fill }),
    tag("path", { d: lines.join(""), fill: "none", ...strokeOf(hatch, HATCH_WIDTH_MM, []) }),
    stroke === null ? "" : rect({ fill: "none", ...edge }),
  ].join("");
}

const GRID = 24;

function markOf({ x, y, size, alt, paths }: MarkElement): string {
  const drawn = paths.map(({ d, fill, stroke, strokeWidth, dash }) =>
    fill !== null
      ? tag("path", { d, fill })
      : tag("path", { d, fill: "none", ...(stroke === null ? {} : strokeOf(stroke, strokeWidth, dash)) }),
  );
  const place = `translate(${round(x)} ${round(y)}) scale(${round(size / GRID)})`;
  return tag("g", { transform: place }, alt === "" ? "" : tag("title", {}, escaped(alt)), ...drawn);
}

/** One path of runs of dark modules: a seam between two would show. */
function qrOf({ box, rows, color, url }: Extract<Element, { kind: "qr" }>): string {
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  );
  const place = `translate(${round(box.x)} ${round(box.y)}) scale(${round(box.width / rows.length)})`;
  const drawn = tag("path", { d: runs.join(""), fill: color });
  return tag("a", { href: url }, tag("g", { transform: place }, tag("title", {}, escaped(url)), drawn));
}

type Attributes = Record<string, string | number | null>;

function tag(name: string, attributes: Attributes, ...children: string[]): string {
  const said = Object.entries(attributes).map(([key, value]) =>
    value === null ? "" : ` ${key}="${typeof value === "number" ? round(value) : escaped(value)}"`,
  );
  return children.length === 0
    ? `<${name}${said.join("")}/>`
    : `<${name}${said.join("")}>${children.join("")}</${name}>`;
}

/** A ten-thousandth of a millimetre is finer than any printer. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Characters that XML 1.0 has no place for, whatever the way they are written. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  text.replace(NO_XML, "\ufffd").replace(/[&<>"]/g, (character) => NAMED[character] ?? character);

import { NO_REVIEW_NUMBER } from "#domain/look/words.ts";
import type { Size } from "../camera.ts";
import { hatchPattern } from "./areas.ts";
import { emPx } from "./em.ts";
import type { PictureInput } from "./input.ts";
import { legendNode } from "./legend.ts";
import { toMarkup } from "./markup.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import { textEm } from "./placement.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { SANS, SERIF } from "./text.ts";
import { PICTURE_WORDS } from "./words.ts";

/** What a picture that leaves the page must say of itself (STANDARDS.md, Print). */
export type DocumentNotes = {
  /** YYYY-MM */
  asOf: string;
  /** 审图号 of the boundary data set, or null: then it says that there is none. */
  reviewNumber: string | null;
  /** Source document and credits of the data, as one reads them. */
  source: string;
  /** Address of the view, where there is one. */
  url?: string;
  /** 演示数据 and the like; stands in the title line. */
  caution?: string;
};
const MARGIN = 16;
const NOTE_PX = 11;
/** Length of the equator, km. */
const EQUATOR_KM = 40075.017;

/** A standalone SVG of exactly `size` px with title, legend, scale, north, date, source and review number. */
export function overviewDocument(input: PictureInput, size: Size, notes: DocumentNotes): string {
  const scene = sceneOf(input, size, true, "overview");
  const { palette } = scene.drawing;
  const { nominal } = scene.frame;
  const px = (value: number) => rounded(value, 2);
  const said = PICTURE_WORDS.title[input.lang];
  const drawn = node(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: "img",
      "font-family": SANS,
      "xml:lang": input.lang,
    },
    node("title", {}, `${said} · ${PICTURE_WORDS.asOf[input.lang]} ${notes.asOf}`),
    node("desc", {}, [notes.source, review(input, notes), notes.url ?? ""].filter(Boolean).join("\n")),
    node("rect", { width: size.width, height: size.height, fill: scene.background }),
    node(
      "svg",
      {
        x: px(nominal.x),
        y: px(nominal.y),
        width: px(nominal.width),
        height: px(nominal.height),
        overflow: "visible",
        "font-size": px(emPx(nominal.zoom)),
      },
      ...scene.ground,
      ...scene.names,
    ),
    heading(scene, notes, said),
    ...scaleAndNorth(scene, size, stripHeight(notes)),
    strip(scene, size, input, notes),
    node("rect", {
      x: 0.5,
      y: 0.5,
      width: size.width - 1,
      height: size.height - 1,
      fill: "none",
      stroke: palette.hairline,
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(drawn)}\n`;
}

const review = (input: PictureInput, notes: DocumentNotes): string =>
  notes.reviewNumber ?? NO_REVIEW_NUMBER[input.lang];

/** Title and legend, in the corner that the region's diagonal leaves empty. */
function heading(scene: Scene, notes: DocumentNotes, title: string): PictureNode {
  const { palette, lang } = scene.drawing;
  const legend = legendNode(scene.drawing, scene.frame.nominal.zoom, "url(#overview-sample)");
  const halo = {
    stroke: palette.halo,
    "stroke-width": 4,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  };
  const line = [`${PICTURE_WORDS.asOf[lang]} ${notes.asOf}`, notes.caution].filter(Boolean).join(" · ");
  return node(
    "g",
    {},
    node("defs", {}, hatchPattern(palette, "overview-sample", 1)),
    node(
      "text",
      { x: 16, y: 36, "font-family": SERIF, "font-size": 20, "font-weight": 700, fill: palette.ink, ...halo },
      title,
    ),
    node("text", { x: 16, y: 56, "font-size": 12, fill: palette.ink2, ...halo }, line),
    node("g", { transform: "translate(16 72)" }, legend.node),
  );
}

/** Longest round length under 120 px, true at the latitude of the centre. */
function scaleAndNorth(scene: Scene, size: Size, strip: number): PictureNode[] {
  const { palette, lang } = scene.drawing;
  const { frame } = scene;
  const world = frame.nominal.width / frame.width;
  const centreY = frame.top + (size.height / 2 - frame.nominal.y) / world;
  // cos(lat) of a Mercator y, without the latitude itself.
  const narrow = 1 / Math.cosh((0.5 - centreY) * 2 * Math.PI);
  const kmPerPx = (EQUATOR_KM * narrow) / world;
  const km = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].find((one) => one / kmPerPx <= 120) ?? 1;
  const width = rounded(km / kmPerPx, 1);
  const right = size.width - 20;
  const y = size.height - strip - 14;
  const halo = { stroke: palette.halo, "stroke-width": 3, "paint-order": "stroke" };
  return [
    node("path", {
      d: `M${rounded(right - width, 1)} ${y - 5}v5h${width}v-5`,
      fill: "none",
      stroke: palette.ink,
      "stroke-width": 1.2,
    }),
    node(
      "text",
      { x: right, y: y - 9, "text-anchor": "end", "font-size": 11, fill: palette.ink, ...halo },
      lang === "en" ? `${km} km` : `${km} 公里`,
    ),
    node("path", { d: `M${right - 8} 20l7 20-7-4-7 4z`, fill: palette.ink }),
    node(
      "text",
      {
        x: right - 8,
        y: 54,
        "text-anchor": "middle",
        "font-size": 11,
        "font-weight": 600,
        fill: palette.ink,
        ...halo,
      },
      lang === "en" ? "N" : "北",
    ),
  ];
}

/** Review line left, source right, the view's address beneath; a long source is set smaller, never cut. */
function strip(scene: Scene, size: Size, input: PictureInput, notes: DocumentNotes): PictureNode {
  const { palette } = scene.drawing;
  const height = stripHeight(notes);
  const top = size.height - height;
  const left = review(input, notes);
  const room = size.width - 2 * MARGIN - textEm(left, false) * NOTE_PX - 24;
  const fitted = (text: string, width: number) => rounded(Math.min(NOTE_PX, width / textEm(text, false)), 1);
  const { source, url } = notes;
  return node(
    "g",
    { "font-size": NOTE_PX, fill: palette.ink2 },
    node("rect", { y: top, width: size.width, height, fill: palette.page, stroke: palette.hairline }),
    node("text", { x: MARGIN, y: top + 17 }, left),
    node(
      "text",
      { x: size.width - MARGIN, y: top + 17, "text-anchor": "end", "font-size": fitted(source, room) },
      source,
    ),
    ...(url
      ? [
          node(
            "text",
            {
              x: MARGIN,
              y: top + 34,
              "font-size": fitted(url, size.width - 2 * MARGIN),
              fill: palette.ink3,
            },
            url,
          ),
        ]
      : []),
  );
}

const stripHeight = (notes: DocumentNotes): number => (notes.url ? 42 : 26);

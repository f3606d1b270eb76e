import { z } from "zod";
import { LANGUAGES, zCamera, zView } from "../view.ts";
import { DPIS, PAGES } from "./page.ts";

/** What may stand on a page beside map, title, scale, north, credits and address, which always do. */
export const BLOCKS = ["statistics", "legend", "ranking", "stages", "deadlines", "items", "sources"] as const;
export type Block = (typeof BLOCKS)[number];

/** Longer than any frame holds: what is too long is told in words, not refused. */
const MOST_TITLE = 1000;
const MOST_NOTE = 4000;
/** More than any atlas has: the whole, the 14 that report, and 103 banners and counties. */
const MOST_PAGES = 200;
const zPageNumber = z.int().min(1).max(MOST_PAGES);
const zText = (most: number) => z.string().max(most).nullable();
const zLength = z.number().min(1).max(16_384);

/** What the map shows: what the screen shows, as large as the frame allows; the view's region fitted; or all. */
export const zExtent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("view"),
    camera: zCamera,
    /** CSS pixels of the map on screen under that camera. */
    width: zLength,
    height: zLength,
  }),
  z.strictObject({ kind: z.literal("region") }),
  z.strictObject({ kind: z.literal("whole") }),
]);

/** Which page of how many, where it is one of several (atlas.ts). */
export const zFolio = z.strictObject({ page: zPageNumber, pages: zPageNumber });
export type Folio = z.infer<typeof zFolio>;

/** What a reader chose of a page. Where a text is null the page says what fits the view. */
export const zBrief = z.strictObject({
  page: z.enum(PAGES),
  dpi: z.union(DPIS.map((dpi) => z.literal(dpi))),
  extent: zExtent,
  title: zText(MOST_TITLE),
  subtitle: zText(MOST_TITLE),
  note: zText(MOST_NOTE),
  blocks: z.array(z.enum(BLOCKS)).max(BLOCKS.length),
  lang: z.enum(LANGUAGES),
  folio: zFolio.optional(),
  /** What the address of the workbench says (domain/view.ts). */
  view: zView,
});
export type Brief = z.infer<typeof zBrief>;
export type Extent = Brief["extent"];

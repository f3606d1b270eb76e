import { z } from "zod";
import { LANGUAGES, zCamera, zView } from "../view.ts";
import { DPIS, PAGES } from "./page.ts";

/** What may stand on a page beside map, title, scale, north, credits and address, which always do. */
export const BLOCKS = ["statistics", "legend", "ranking", "stages", "deadlines", "items", "sources"] as const;
export type Block = (typeof BLOCKS)[number];

/** Characters, longer than any frame holds: what is too long for its frame is told in words, not refused. */
export const MOST_CHARACTERS = { title: 1000, subtitle: 1000, note: 4000 } as const;
export type TextField = keyof typeof MOST_CHARACTERS;
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
  title: zText(MOST_CHARACTERS.title),
  subtitle: zText(MOST_CHARACTERS.subtitle),
  note: zText(MOST_CHARACTERS.note),
  blocks: z.array(z.enum(BLOCKS)).max(BLOCKS.length),
  lang: z.enum(LANGUAGES),
  folio: zFolio.optional(),
  /** What the address of the workbench says (domain/view.ts). */
  view: zView,
});
export type Brief = z.infer<typeof zBrief>;
export type Extent = Brief["extent"];

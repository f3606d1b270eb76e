import type { Region } from "../region.ts";
import type { Statistic } from "../source.ts";
import type { CircularLedger } from "./ledger.ts";

/** Where a sentence comes from. A sentence without one does not exist. */
export type Source =
  | {
      kind: "quote";
      /** Of the item or the statistic. */
      id: string;
      document: string;
      section: string;
      quote: string;
      /** Code points of the document, half-open. */
      start: number;
      end: number;
      /** What the ledger adds: the stage it was put at, another reading. */
      remark: string | null;
    }
  /** A count of the ledger, and what was counted. */
  | { kind: "ledger"; id: string; remark: string }
  /** Words that every circular has (现通报如下). */
  | { kind: "form"; id: string }
  /** The ledger is silent: a person fills it in. */
  | { kind: "silent"; id: string };

/** Words that belong together, and that one note vouches for. A sentence that is `silent` is highlighted. */
export type Sentence = { text: string; sources: readonly [Source, ...Source[]] };

export const PARAGRAPH_ROLES = [
  "organ",
  "number",
  "title",
  "addressee",
  "body",
  "heading1",
  "heading2",
  "caption",
  "remark",
  "attachments",
  "signature",
  "date",
  "attachment-mark",
  "attachment-title",
] as const;
export type ParagraphRole = (typeof PARAGRAPH_ROLES)[number];
export type Paragraph = { kind: "paragraph"; role: ParagraphRole; sentences: readonly Sentence[] };

export type Column = { head: string; share: number; align: "left" | "center" };
export type Table = {
  kind: "table";
  id: "ranking" | "items" | "tasks" | "slip" | "findings";
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
};
/** Where the map stands. What it is called is the caption after it. */
export type MapPlace = { kind: "map"; missing: Sentence };
/** 版记: at the foot of the last page, who else gets it, who printed it and on what day (GB/T 9704-2012, 7.4). */
export type Imprint = { kind: "imprint"; copies: Sentence; printer: Sentence; printedOn: Sentence };
/** What follows begins on a page of its own. */
export type PageBreak = { kind: "page-break" };
export type Block = Paragraph | Table | MapPlace | PageBreak | Imprint;

/** The whole circular, top to bottom, as data: what a renderer prints and nothing more. */
export type Draft = {
  /** Of the ledger that it is written from. */
  id: string;
  viewUrl: string;
  title: string;
  organ: string;
  period: string;
  asOf: string | null;
  revision: number;
  blocks: readonly Block[];
};

/** What stands where the ledger is silent. */
export const TO_FILL = "——（待补）";

export const form = (text: string, id = "form"): Sentence => ({ text, sources: [{ kind: "form", id }] });
export const silent = (id: string, text = TO_FILL): Sentence => ({
  text,
  sources: [{ kind: "silent", id }],
});
export const isSilent = ({ sources }: Sentence): boolean => sources.some(({ kind }) => kind === "silent");

export const paragraph = (role: ParagraphRole, ...sentences: Sentence[]): Paragraph => ({
  kind: "paragraph",
  role,
  sentences,
});

/** Every sentence of a draft, in reading order. */
export const sentencesOf = ({ blocks }: Pick<Draft, "blocks">): Sentence[] =>
  blocks.flatMap((block) => {
    if (block.kind === "paragraph") return block.sentences;
    if (block.kind === "imprint") return [block.copies, block.printer, block.printedOn];
    return block.kind === "map" ? [block.missing] : [];
  });

export const statisticSource = (statistic: Statistic): Source => {
  const { document, section, quote, start, end } = statistic.source;
  return { kind: "quote", id: statistic.id, document, section, quote, start, end, remark: statistic.note };
};

/** 鄂尔多斯市、兴安盟; more than three by the first and their number. */
export function regionWords(regions: readonly Pick<Region, "name">[]): string {
  const [first] = regions;
  if (first === undefined) return "";
  if (regions.length > 3) return `${first.name}等${regions.length}个地区`;
  return regions.map(({ name }) => name).join("、");
}

export type Part = (ledger: CircularLedger) => Block[];

import type { SourceDocumentWithMarks } from "#domain/query.ts";

export type SourceMark = SourceDocumentWithMarks["marks"][number];
type Range = { start: number; end: number };

/** A sentence (or a clause that ends with a semicolon) in code points, half-open, and what it proves. */
export type Sentence = Range & {
  items: SourceMark[];
  /** The text in runs; `lit` is what the address points at. */
  runs: { text: string; lit: boolean }[];
};
export type Paragraph = { start: number; sentences: Sentence[] };
export type Section = { id: string; heading: string; paragraphs: Paragraph[] };

const ENDS = new Set(["。", "！", "？", "；", ";", "!", "?"]);
/** Closing marks belong to the sentence before them. */
const CLOSING = new Set(["”", "’", "）", ")", "》", "」", "】"]);

const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end;

/** Ranges of sentences from `start` to `end`; line breaks end one and belong to none. */
function sentenceRanges(points: readonly string[], start: number, end: number): Range[][] {
  const paragraphs: Range[][] = [];
  let sentences: Range[] = [];
  let from = start;
  const close = (to: number) => {
    if (to > from) sentences.push({ start: from, end: to });
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    const point = points[at];
    if (point === "\n" || point === "\r") {
      close(at);
      from = at + 1;
      if (sentences.length > 0) paragraphs.push(sentences);
      sentences = [];
    } else if (point !== undefined && ENDS.has(point)) {
      while (at + 1 < end && CLOSING.has(points[at + 1] ?? "")) at += 1;
      close(at + 1);
    }
  }
  close(end);
  if (sentences.length > 0) paragraphs.push(sentences);
  return paragraphs;
}

function runsOf(points: readonly string[], range: Range, lit: Range): Sentence["runs"] {
  const from = Math.min(Math.max(lit.start, range.start), range.end);
  const to = Math.max(Math.min(lit.end, range.end), from);
  const slice = (start: number, end: number) => points.slice(start, end).join("");
  return [
    { text: slice(range.start, from), lit: false },
    { text: slice(from, to), lit: true },
    { text: slice(to, range.end), lit: false },
  ].filter((run) => run.text !== "");
}

/**
 * The document as it is read: sections, their paragraphs, their sentences, each with its items. Nothing of
 * the text is left out or doubled, but for the line breaks between paragraphs.
 * `lit` (code points, half-open) may span several sentences; an empty range lights nothing.
 */
export function segment(source: SourceDocumentWithMarks, lit: Range): Section[] {
  const points = [...source.text];
  const sections = [...source.sections].sort((a, b) => a.start - b.start);
  return sections.map((section, index) => {
    // A section that holds others ends, as text, where the first of them begins.
    const next = sections[index + 1];
    const end = next && next.start < section.end ? next.start : section.end;
    return {
      id: section.id,
      heading: section.heading,
      paragraphs: sentenceRanges(points, section.start, end).map((sentences) => ({
        start: sentences[0]?.start ?? section.start,
        sentences: sentences.map((range) => ({
          ...range,
          items: source.marks.filter((mark) => overlaps(mark, range)),
          runs: runsOf(points, range, lit),
        })),
      })),
    };
  });
}

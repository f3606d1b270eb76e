import {
  AlignmentType,
  BorderStyle,
  InternalHyperlink,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from "docx";
import {
  isSilent,
  type ParagraphRole,
  type Paragraph as Role,
  type Sentence,
} from "#domain/circular/draft.ts";
import { type Face, inFace, SIZE } from "./face.ts";
import { noteMark } from "./note-mark.ts";
import { BLOCK, LINE } from "./page.ts";

type Look = { face: Face; size: number; color?: string; options: Omit<IParagraphOptions, "children"> };

/** A character of 三号 in twips, its −0.25 pt counted. */
const CHARACTER = 315;
const BODY = {
  indent: { firstLine: 2 * CHARACTER },
  alignment: AlignmentType.BOTH,
  // A page has its 22 lines, whatever line of a paragraph is its last.
  widowControl: false,
} as const;
/** A character taller than a line of the grid would take two of them. */
const ONE_LINE = { line: LINE, lineRule: LineRuleType.EXACT } as const;
const RED = "C00000";
/** 28 pt, in half points: the standard leaves the size of the organ's name to the organ. */
const LARGEST = 56;

/** Every role of a draft as GB/T 9704-2012 sets it. */
const LOOKS: Record<ParagraphRole, Look> = {
  organ: {
    face: "title",
    size: LARGEST,
    color: RED,
    options: {
      alignment: AlignmentType.CENTER,
      spacing: { line: 2 * LINE, lineRule: LineRuleType.EXACT, before: LINE },
    },
  },
  number: {
    face: "body",
    size: SIZE.third,
    options: {
      alignment: AlignmentType.CENTER,
      spacing: { before: LINE, after: LINE },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 6 } },
    },
  },
  title: {
    face: "title",
    size: SIZE.second,
    options: { alignment: AlignmentType.CENTER, spacing: ONE_LINE, keepNext: true },
  },
  addressee: { face: "body", size: SIZE.third, options: { spacing: { before: LINE } } },
  body: { face: "body", size: SIZE.third, options: BODY },
  heading1: { face: "heading1", size: SIZE.third, options: { ...BODY, keepNext: true, outlineLevel: 0 } },
  heading2: { face: "heading2", size: SIZE.third, options: { ...BODY, keepNext: true, outlineLevel: 1 } },
  caption: {
    face: "heading1",
    size: SIZE.fourth,
    options: { alignment: AlignmentType.CENTER, keepNext: true },
  },
  remark: {
    face: "body",
    size: SIZE.smallFourth,
    options: {
      alignment: AlignmentType.BOTH,
      spacing: { line: 360, lineRule: LineRuleType.EXACT, before: 80, after: 200 },
    },
  },
  attachments: {
    face: "body",
    size: SIZE.third,
    options: { ...BODY, spacing: { before: LINE }, keepNext: true },
  },
  signature: {
    face: "body",
    size: SIZE.third,
    options: {
      alignment: AlignmentType.RIGHT,
      spacing: { before: 2 * LINE },
      indent: { right: 2 * CHARACTER },
      keepNext: true,
    },
  },
  date: {
    face: "body",
    size: SIZE.third,
    options: { alignment: AlignmentType.RIGHT, indent: { right: 4 * CHARACTER } },
  },
  "attachment-mark": { face: "heading1", size: SIZE.third, options: {} },
  "attachment-title": {
    face: "title",
    size: SIZE.second,
    options: {
      alignment: AlignmentType.CENTER,
      spacing: { ...ONE_LINE, before: LINE, after: LINE },
      keepNext: true,
    },
  },
};

/** The number of the note of a sentence, or null where it has no source to name. */
export type NoteOf = (sentence: Sentence) => number | null;

export function paragraphOf({ role, sentences }: Role, noteOf: NoteOf, keepNext = false): Paragraph {
  const { face, color, options } = LOOKS[role];
  const size = role === "organ" ? sizeOnOneLine(sentences) : LOOKS[role].size;
  const runs = sentences.flatMap((sentence) => {
    const format = { ...inFace(face, size), ...(color === undefined ? {} : { color }) };
    const highlight = isSilent(sentence) ? ({ highlight: "yellow" } as const) : {};
    const note = noteOf(sentence);
    const text = (words: string) => new TextRun({ ...format, ...highlight, text: words });
    if (note === null) return [text(sentence.text)];
    // The number stands before the full stop (GB/T 7714).
    const [, words = "", stop = ""] = /^(.*?)(。?)$/su.exec(sentence.text) ?? [];
    const number = new InternalHyperlink({
      anchor: noteMark(note),
      children: [new TextRun({ ...format, superScript: true, text: String(note) })],
    });
    return [text(words), number, ...(stop === "" ? [] : [text(stop)])];
  });
  return new Paragraph({ ...options, ...(keepNext ? { keepNext } : {}), children: runs });
}

/** The organ's name stands on one line: as large as its length allows. */
function sizeOnOneLine(sentences: readonly Sentence[]): number {
  const characters = [...sentences.map(({ text }) => text).join("")].length;
  return Math.min(LARGEST, Math.floor(BLOCK / 10 / characters));
}

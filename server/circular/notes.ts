import { Bookmark, LineRuleType, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { type Draft, type Sentence, type Source, sentencesOf } from "#domain/circular/draft.ts";
import { fullWidth } from "#domain/circular/full-width.ts";
import type { SourceDocument } from "#domain/source.ts";
import { inFace, SIZE } from "./face.ts";
import { noteMark } from "./note-mark.ts";
import type { NoteOf } from "./paragraph.ts";

type Documents = ReadonlyMap<string, Pick<SourceDocument, "title" | "publisher" | "publishedOn" | "url">>;

/** A sentence gets a note where a document or the ledger vouches for it. */
const hasNote = ({ sources }: Sentence): boolean =>
  sources.some(({ kind }) => kind === "quote" || kind === "ledger");

/** Sentences that have a note, numbered from 1, and under a head what each note says, to stand after the text. */
export function notesOf(draft: Draft, documents: Documents): { noteOf: NoteOf; notes: Paragraph[] } {
  const sentences = sentencesOf(draft).filter(hasNote);
  const numbers = new Map(sentences.map((sentence, index) => [sentence, index + 1]));
  const named = new Map<string, number>();
  const notes = sentences.map((sentence, index) => {
    const words = sentence.sources
      .flatMap((source) => sourceWords(source, documents, named, index + 1))
      .join("；");
    return noteParagraph(index + 1, `${words}。`);
  });
  return {
    noteOf: (sentence) => numbers.get(sentence) ?? null,
    notes: notes.length === 0 ? [] : [head, ...notes],
  };
}

/** A document is named whole in the note where it is met first, by that note's number later. */
function sourceWords(
  source: Source,
  documents: Documents,
  named: Map<string, number>,
  note: number,
): string[] {
  if (source.kind === "ledger") return [`${source.remark}（${source.id}）`];
  if (source.kind !== "quote") return [];
  const { id, document, section, start, end, quote, remark } = source;
  const first = named.get(document);
  if (first === undefined) named.set(document, note);
  const where =
    first === undefined ? wholeName(document, documents) : first === note ? "同上" : `同注${first}`;
  // For a reader the first character is the first.
  const place = `${fullWidth(section)}，第${start + 1}—${end}字`;
  return [`${id}：${where}，${place}：“${quote}”${remark === null ? "" : `。${remark}`}`];
}

function wholeName(id: string, documents: Documents): string {
  const document = documents.get(id);
  if (document === undefined) return id;
  const { title, publisher, publishedOn, url } = document;
  return `《${title.replace("《", "〈").replace("》", "〉")}》（${publisher}，${publishedOn}，${url}）`;
}

const head = new Paragraph({
  keepNext: true,
  spacing: { line: 360, lineRule: LineRuleType.EXACT, before: 400, after: 80 },
  children: [new TextRun({ ...inFace("heading1", SIZE.smallFourth), text: "注（正文各句出处）" })],
});

const FORMAT = inFace("body", SIZE.smallFifth);
/** Three digits of 小五 in twips, and a space. */
const NUMBER = 360;

/** Written out, not counted by Word: a sentence that is struck out takes its number along, and the others stand. */
const noteParagraph = (number: number, text: string): Paragraph =>
  new Paragraph({
    spacing: { line: 260, lineRule: LineRuleType.EXACT, after: 40 },
    indent: { left: NUMBER, hanging: NUMBER },
    tabStops: [{ type: TabStopType.LEFT, position: NUMBER }],
    children: [
      new Bookmark({ id: noteMark(number), children: [new TextRun({ ...FORMAT, text: String(number) })] }),
      new TextRun({ ...FORMAT, children: [new Tab(), text] }),
    ],
  });

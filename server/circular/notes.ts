import { LineRuleType, Paragraph, TextRun } from "docx";
import { type Draft, type Sentence, type Source, sentencesOf } from "#domain/circular/draft.ts";
import { fullWidth } from "#domain/circular/full-width.ts";
import type { SourceDocument } from "#domain/source.ts";
import { inFace, SIZE } from "./face.ts";
import type { NoteOf } from "./paragraph.ts";

type Documents = ReadonlyMap<string, Pick<SourceDocument, "title" | "publisher" | "publishedOn" | "url">>;

/** A sentence gets a note where a document or the ledger vouches for it. */
const hasNote = ({ sources }: Sentence): boolean =>
  sources.some(({ kind }) => kind === "quote" || kind === "ledger");

/** Native end notes of Word: the sentences that have one, numbered from 1, and what each note says. */
export function notesOf(
  draft: Draft,
  documents: Documents,
): { noteOf: NoteOf; endnotes: Record<string, { children: Paragraph[] }> } {
  const sentences = sentencesOf(draft).filter(hasNote);
  const numbers = new Map(sentences.map((sentence, index) => [sentence, index + 1]));
  const named = new Map<string, number>();
  const endnotes = Object.fromEntries(
    sentences.map((sentence, index) => {
      const words = sentence.sources
        .flatMap((source) => sourceWords(source, documents, named, index + 1))
        .join("；");
      return [String(index + 1), { children: [noteParagraph(`${words}。`)] }];
    }),
  );
  return { noteOf: (sentence) => numbers.get(sentence) ?? null, endnotes };
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

const FORMAT = inFace("body", SIZE.smallFifth);

/** docx puts the note's own number before the first run. */
const noteParagraph = (text: string): Paragraph =>
  new Paragraph({
    style: "EndnoteText",
    spacing: { line: 260, lineRule: LineRuleType.EXACT, after: 40 },
    children: [new TextRun({ ...FORMAT, text: ` ${text}` })],
  });

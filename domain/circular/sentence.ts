import type { LedgerNames, LedgerRecord } from "../export/record.ts";
import { STAGE_WORDS } from "../look/words.ts";
import { originWords } from "../origin-words.ts";
import { isWithin, type Region } from "../region.ts";
import { type SourceDocument, sliceCodePoints } from "../source.ts";
import type { Sentence, Source } from "./draft.ts";
import { fullWidth } from "./full-width.ts";

/** A sentence of a source with the records that rest on it, in the source's order. */
export type SourceSentence = {
  document: string;
  start: number;
  end: number;
  records: readonly LedgerRecord[];
};

/** Records by the sentence that their first quote stands in. Items of one sentence are printed once. */
export function bySentence(records: readonly LedgerRecord[]): SourceSentence[] {
  const keyOf = ({ item }: LedgerRecord) => {
    const source = item.sources[0];
    return source === undefined ? "" : `${source.document} ${source.sentence.start} ${source.sentence.end}`;
  };
  return [...Map.groupBy(records, keyOf).values()]
    .flatMap((group) => {
      const source = group[0]?.item.sources[0];
      if (source === undefined) return [];
      return [{ document: source.document, ...source.sentence, records: group }];
    })
    .sort((a, b) => (a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1));
}

/** The words of the source whole, so that 争取 and 取得积极进展 stand as they stand there (truth rules 1 and 2). */
export function sentenceWords(document: SourceDocument, start: number, end: number): string {
  const text = sliceCodePoints(document.text, start, end).trim();
  return fullWidth(text.replace(/[;。,]+$/u, ""));
}

export function quoteSources({ item }: LedgerRecord): Source[] {
  const stage = STAGE_WORDS[item.stage]["zh-CN"];
  const other =
    item.stageBasis === "ambiguous"
      ? `；可作他解${item.stageNote === null ? "" : `：${item.stageNote}`}`
      : "";
  return item.sources.map(({ document, section, quote, start, end }, index) => ({
    kind: "quote",
    id: item.id,
    document,
    section,
    quote,
    start,
    end,
    remark:
      index === 0
        ? `阶段：${stage}（${item.stageBasis === "reported" ? "月报用语" : "原词"}“${fullWidth(item.stageWords)}”${fullWidth(other)}）`
        : null,
  }));
}

/**
 * A sentence of the source as the circular prints it, its full stop included. Where an item lies in the asked
 * regions by inference alone, the sentence says so (truth rule 3).
 */
export function printed(
  sentence: SourceSentence,
  documents: ReadonlyMap<string, SourceDocument>,
  regions: readonly Region[],
  names: LedgerNames,
): Sentence {
  const document = documents.get(sentence.document);
  if (document === undefined) throw new Error(`no document ${sentence.document}`);
  const [first, ...rest] = sentence.records.flatMap(quoteSources);
  if (first === undefined) throw new Error(`a sentence at ${sentence.start} has no source`);
  const words = sentenceWords(document, sentence.start, sentence.end);
  return { text: `${words}${inferredWords(sentence.records, regions, names)}。`, sources: [first, ...rest] };
}

/** An item that no document speaks of, in its unit's own words; null of any other. */
export function printedOrigin({
  item: { id, title, stage, stageWords, origin },
}: LedgerRecord): Sentence | null {
  if (origin === undefined) return null;
  const text = `${fullWidth(title)}（${origin.unitName}申报，${STAGE_WORDS[stage]["zh-CN"]}）：${fullWidth(stageWords)}。`;
  return { text, sources: [{ kind: "ledger", id, remark: originWords(origin, "zh-CN") }] };
}

/** （“引绰济辽”工程涉及兴安盟为推断，原文未写明） */
function inferredWords(
  records: readonly LedgerRecord[],
  regions: readonly Region[],
  { regions: known }: LedgerNames,
): string {
  if (regions.length === 0) return "";
  const inferred = records
    .filter(({ counted }) => counted)
    .flatMap(({ item }) => {
      const here = item.regions.filter(({ code }) => regions.some((region) => isWithin(code, region.code)));
      if (here.length === 0 || here.some(({ basis }) => basis === "stated")) return [];
      return [`${item.title}涉及${here.map(({ code }) => known.get(code)?.name ?? code).join("、")}`];
    });
  return inferred.length === 0 ? "" : `（${inferred.join("；")}，系推断，原文未写明）`;
}

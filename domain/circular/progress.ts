import { snapshotWords } from "../export/about.ts";
import type { LedgerRecord } from "../export/record.ts";
import { type Item, type ItemType, isOfficeType } from "../item.ts";
import { type Block, form, type Paragraph, type Part, paragraph, type Sentence, silent } from "./draft.ts";
import type { CircularLedger } from "./ledger.ts";
import { bySentence, printed, printedOrigin, type SourceSentence } from "./sentence.ts";

/** The source's own four headings, in its order. */
export const HEADINGS = [
  { id: "ministries", section: "一(一)", words: "部委支持" },
  { id: "policies", section: "一(二)", words: "政策争取" },
  { id: "plans", section: "一(三)", words: "规划编制" },
  { id: "projects", section: "一(四)", words: "项目落实" },
] as const;
export type HeadingId = (typeof HEADINGS)[number]["id"];

/** The part of the source that speaks of the whole. */
const OPENING = "一(导语)";

const BY_TYPE: Partial<Record<ItemType, HeadingId>> = {
  project: "projects",
  plan: "plans",
  support: "policies",
  pilot: "policies",
  agreement: "policies",
};

/** Where the source puts an item; what it says elsewhere goes by its type, the office's own work nowhere. */
export function headingOf({ sources, type }: Item): HeadingId | "opening" | null {
  const section = sources[0]?.section;
  if (section === OPENING) return "opening";
  return HEADINGS.find((heading) => heading.section === section)?.id ?? BY_TYPE[type] ?? null;
}

/** What the source says of the whole, and from when to when the circular speaks. */
export const opening: Part = (ledger) => {
  const { id, viewUrl, revision, snapshot, period, asOf, office, records, documents, names } = ledger;
  const about = new Map(
    [...records, ...office]
      .filter(({ item }) => headingOf(item) === "opening")
      .map((record) => [record.item.id, record]),
  );
  const whole = bySentence([...about.values()]).map((one) => printed(one, documents, [], names));
  const current = asOf !== null && asOf >= period.from;
  const head: Sentence = {
    text: `现将${period.words}贯彻落实《意见》进展情况${period.kind === "half" ? "汇总报告" : "通报"}如下。`,
    sources: [
      {
        kind: "ledger",
        id,
        remark: `本稿依据台账修订号${revision}起草${snapshot === null ? "" : `，定版${snapshotWords({ snapshot })}`}，视图地址${viewUrl}`,
      },
    ],
  };
  if (asOf === null) return [paragraph("body", head), paragraph("body", silent("period"))];
  const until = `${Number(asOf.slice(0, 4))}年${Number(asOf.slice(5))}月`;
  const remark = `台账中${period.words}末之前最近一期`;
  const said = current
    ? [{ text: `所列情况截至${until}。`, sources: [{ kind: "ledger", id: asOf, remark }] as const }]
    : [
        form(`${period.words}进展：`),
        silent("period"),
        {
          text: `。以下为台账最近一期所载，截至${until}。`,
          sources: [{ kind: "ledger", id: asOf, remark }] as const,
        },
      ];
  return [...whole.map((one) => paragraph("body", one)), paragraph("body", head, ...said)];
};

const NUMBERS = ["一", "二", "三", "四"] as const;

/** The four headings with their sentences; the leagues' and the departments' apart where a heading has both. */
export const progress: Part = (ledger) =>
  HEADINGS.flatMap(({ id, words }, index): Block[] => {
    const here = ledger.records.filter(({ item }) => headingOf(item) === id);
    const sentences = bySentence(here);
    const heading = paragraph("heading1", form(`${NUMBERS[index]}、${words}`));
    if (!here.some(({ item }) => !isOfficeType(item.type))) return [heading, paragraph("body", silent(id))];
    const leagues = sentences.filter((one) => isOfLeagues(one, ledger));
    const departments = sentences.filter((one) => !leagues.includes(one));
    const broughtIn = here
      .flatMap((record) => printedOrigin(record) ?? [])
      .map((one) => paragraph("body", one));
    if (leagues.length === 0 || departments.length === 0)
      return [heading, ...printedAll(sentences, ledger), ...broughtIn];
    return [
      heading,
      paragraph("heading2", form("（一）盟市和计划单列市")),
      ...printedAll(leagues, ledger),
      paragraph("heading2", form("（二）自治区厅局")),
      ...printedAll(departments, ledger),
      ...broughtIn,
    ];
  });

const printedAll = (sentences: readonly SourceSentence[], ledger: CircularLedger): Paragraph[] =>
  sentences.map((one) => paragraph("body", printed(one, ledger.documents, ledger.regions, ledger.names)));

const isOfLeagues = ({ records }: SourceSentence, { names }: CircularLedger): boolean =>
  records.some(({ item }: LedgerRecord) =>
    item.units.some(({ unit, role }) => {
      const kind = names.units.get(unit)?.kind;
      return role === "responsible" && (kind === "league" || kind === "planned-city");
    }),
  );

import { NO_REVIEW_NUMBER, STAGE_WORDS, TYPE_WORDS } from "../look/words.ts";
import { STARTED_STAGES } from "../measure.ts";
import type { RegionProgress } from "../query.ts";
import { type SourceDocument, type Statistic, sliceCodePoints } from "../source.ts";
import { ladderSteps, OFF_LADDER } from "../stage.ts";
import {
  type Block,
  form,
  type Part,
  paragraph,
  type Sentence,
  silent,
  statisticSource,
  type Table,
} from "./draft.ts";
import { fullWidth } from "./full-width.ts";
import type { CircularLedger } from "./ledger.ts";
import { sentenceWords } from "./sentence.ts";

/** What the source itself counted, word for word; what the ledger counts; and the regions by it. */
export const statistics: Part = (ledger) => [
  paragraph("heading1", form("五、进展统计")),
  paragraph("heading2", form("（一）来源文件的统计")),
  ...ownStatistics(ledger),
  paragraph("heading2", form("（二）台账计数")),
  ...ledgerCounts(ledger),
  ...rankedRegions(ledger),
  { kind: "map", missing: silent("map", "——（待补：进展地图）") },
  paragraph("caption", form(`图1　进展地图（${ledger.reviewNumber ?? NO_REVIEW_NUMBER["zh-CN"]}）`)),
];

/** Before the first month of the ledger nothing is known of any region: no row of noughts says otherwise. */
function rankedRegions(ledger: CircularLedger): Block[] {
  const which = ledger.regions.length === 0 ? "各盟市和计划单列市" : "所列地区";
  const caption = paragraph("caption", form(`表1　${which}台账事项数排序`));
  if (ledger.asOf === null) return [caption, paragraph("body", silent("ranking"))];
  return [caption, ranking(ledger), paragraph("remark", form(RANKING_REMARK))];
}

export const RANKING_REMARK =
  "注：按台账事项数排序，不是工作评价。一个事项涉及几个地区的，在各地区分别计数，故各行相加不等于全区；全区性事项不计入各地区；满洲里市、二连浩特市的事项也计入所在盟市。“阶段未说明”不计入任何比率。";

/** Truth rule 1: as the source prints them, 初步统计 apart from its other statements, nothing recomputed. */
function ownStatistics({ statistics: all, documents }: CircularLedger): Block[] {
  const preliminary = all.filter((one) => one.preliminary);
  const whole = all.filter((one) => !one.preliminary && isOfTheWhole(one));
  const lines = [
    ...sentencesAround(preliminary, documents).map((one) => paragraph("body", one)),
    ...whole.map((one) =>
      paragraph("body", {
        text: `${one.title}：“${fullWidth(one.source.quote)}”（来源文件的陈述，不是初步统计）。`,
        sources: [statisticSource(one)],
      }),
    ),
  ];
  return lines.length === 0 ? [paragraph("body", silent("statistics"))] : lines;
}

/** Statements about who took part; the figures of single items stand in their items' sentences. */
const isOfTheWhole = ({ id }: Statistic): boolean => ["ST-01", "ST-06", "ST-07", "ST-08"].includes(id);

/** The whole sentence around each quote, once. */
function sentencesAround(
  all: readonly Statistic[],
  documents: ReadonlyMap<string, SourceDocument>,
): Sentence[] {
  const found = all.flatMap((statistic) => {
    const document = documents.get(statistic.source.document);
    if (document === undefined) return [];
    const before = [...sliceCodePoints(document.text, 0, statistic.source.start)];
    const start = before.findLastIndex((sign) => "。;\n".includes(sign)) + 1;
    const after = [...document.text].slice(statistic.source.end);
    const length = after.findIndex((sign) => "。;\n".includes(sign));
    const end = statistic.source.end + (length < 0 ? after.length : length);
    return [{ statistic, document, start, end }];
  });
  return [...Map.groupBy(found, ({ document, start }) => `${document.id} ${start}`).values()].flatMap(
    (same) => {
      const [first, ...rest] = same.toSorted((a, b) => a.statistic.source.start - b.statistic.source.start);
      if (first === undefined) return [];
      const text = sentenceWords(first.document, first.start, Math.max(...same.map(({ end }) => end)));
      return [
        {
          text: `${text}。`,
          sources: [
            statisticSource(first.statistic),
            ...rest.map(({ statistic }) => statisticSource(statistic)),
          ],
        },
      ];
    },
  );
}

function ledgerCounts({ counts, asOf, revision, regions }: CircularLedger): Block[] {
  if (asOf === null) return [paragraph("body", silent("counts"))];
  const counted = (text: string, remark: string): Sentence => ({
    text,
    sources: [
      {
        kind: "ledger",
        id: `progress.summary@${revision}`,
        remark: `${remark}，截至${asOf}，修订号${revision}`,
      },
    ],
  });
  const where = regions.length === 0 ? "全区" : "所列地区";
  const stages = [...ladderSteps("project"), ...OFF_LADDER].flatMap((stage) => {
    const n = counts.projectStages[stage];
    return n === undefined ? [] : [`${STAGE_WORDS[stage]["zh-CN"]}${n}项`];
  });
  const policies = (["support", "pilot", "agreement", "plan"] as const).flatMap((type) => {
    const n = counts.types[type];
    return n === undefined ? [] : [`${TYPE_WORDS[type]["zh-CN"]}${n}项`];
  });
  return [
    paragraph(
      "body",
      counted(
        `台账计${where}事项${counts.items}项，其中项目${counts.projects}项、政策事项${counts.policies}项${
          regions.length === 0 ? `；全区性事项${counts.regionWide}项` : ""
        }。`,
        "台账计数，不含工作机制和工作要求，与来源文件的统计口径不同",
      ),
      ...(stages.length === 0 ? [] : [counted(`项目按阶段：${stages.join("、")}。`, "台账中项目的阶段")]),
      ...(policies.length === 0
        ? []
        : [counted(`政策事项按类型：${policies.join("、")}。`, "台账中政策事项的类型")]),
    ),
  ];
}

/** Most first; equal numbers share a place. Cells are the API's own figures. */
export function ranking({ ranking: of, names }: Pick<CircularLedger, "ranking" | "names">): Table {
  const in_ = (rows: readonly RegionProgress[], code: string) => rows.find((row) => row.code === code);
  const rows = of.items.toSorted((a, b) => b.n - a.n);
  return {
    kind: "table",
    id: "ranking",
    columns: [
      { head: "位次", share: 9, align: "center" },
      { head: "地区", share: 18, align: "left" },
      { head: "事项", share: 9, align: "center" },
      { head: "其中推断", share: 13, align: "center" },
      { head: "项目", share: 9, align: "center" },
      { head: "开工和建成", share: 15, align: "center" },
      { head: "政策事项", share: 13, align: "center" },
      { head: "阶段未说明", share: 14, align: "center" },
    ],
    rows: rows.map((row) => {
      const projects = in_(of.projects, row.code);
      const started = STARTED_STAGES.reduce((sum, stage) => sum + (projects?.stages[stage] ?? 0), 0);
      return [
        rows.findIndex((other) => other.n === row.n) + 1,
        names.regions.get(row.code)?.name ?? row.code,
        row.n,
        row.inferred,
        projects?.n ?? 0,
        started,
        in_(of.policies, row.code)?.n ?? 0,
        row.stages.unstated ?? 0,
      ].map(String);
    }),
  };
}

/** 督查报告: what an inspection found and how far each finding is put right, for who is reported to. */
import { type Block, type Draft, form, paragraph, type Sentence, silent } from "../../circular/draft.ts";
import { fullWidth } from "../../circular/full-width.ts";
import { dateWords } from "../../circular/period.ts";
import { DEMO_WORDS } from "../../look/words.ts";
import type { WorkRead } from "../exchange.ts";
import { type Finding, RECTIFICATIONS, type Rectification, rectificationOf } from "../inspection.ts";
import { RECTIFICATION_WORDS } from "../words.ts";

/** What a report is written from. */
export type InspectionReport = {
  id: string;
  viewUrl: string;
  demo: boolean;
  /** YYYY-MM-DD */
  today: string;
  revision: number;
  read: WorkRead<"inspection">;
  unitOf: (id: string) => string;
  regionOf: (code: string) => string;
  organ: string;
};

export function inspectionReport(report: InspectionReport): Draft {
  const { id, viewUrl, demo, today, revision, organ, read } = report;
  const title = `关于${fullWidth(read.work.content.title)}的报告`;
  const lines = [...(demo ? [`（${DEMO_WORDS["zh-CN"]}）`] : []), title];
  return {
    ...{ id, viewUrl, revision, organ, asOf: today },
    title: lines.join(""),
    period: dateWords(today),
    blocks: [
      paragraph("organ", form(organ)),
      paragraph("number", silent("number")),
      ...lines.map((line) => paragraph("title", form(line))),
      paragraph("addressee", form("自治区党委、自治区人民政府：")),
      ...overview(report),
      ...findings(report),
      ...rectification(report),
      paragraph("heading1", form("四、意见建议")),
      paragraph("body", silent("advice")),
      paragraph("signature", form(organ)),
      paragraph("date", silent("date")),
      {
        kind: "imprint",
        copies: silent("copies"),
        printer: silent("printer"),
        printedOn: silent("printed on"),
      },
    ],
  };
}

/** A sentence that the record vouches for. */
const told = ({ read }: InspectionReport, text: string): Sentence => ({
  text,
  sources: [{ kind: "ledger", id: read.work.number, remark: "督查台账" }],
});

function overview(report: InspectionReport): Block[] {
  const { read, unitOf } = report;
  const { lead, inspectors, units, from, until } = read.work.content;
  const days = [from, until].flatMap((day) => (day === null ? [] : [dateWords(day)])).join("至");
  const who = lead === null ? "" : unitOf(lead);
  const by = inspectors === "" ? "" : `（${fullWidth(inspectors)}）`;
  const about =
    read.items.length === 0 ? "" : `，涉及${read.items.map(({ title }) => fullWidth(title)).join("、")}`;
  return [
    paragraph("heading1", form("一、督查情况")),
    paragraph(
      "body",
      told(report, `${days}，${who}${by}对${units.map(unitOf).join("、")}进行了督查${about}。`),
    ),
  ];
}

function findings(report: InspectionReport): Block[] {
  const { findings } = report.read.work.content;
  return [
    paragraph("heading1", form("二、发现的问题")),
    ...(findings.length === 0
      ? [paragraph("body", told(report, "没有发现问题。"))]
      : findings.map((finding, at) => paragraph("body", told(report, findingWords(report, finding, at))))),
  ];
}

const stop = (words: string): string => words.replace(/[。；;.\s]+$/u, "");

function findingWords({ unitOf, regionOf }: InspectionReport, finding: Finding, at: number): string {
  const { words, evidence, region, lead, due, files = [] } = finding;
  const parts = [
    `${at + 1}．${stop(fullWidth(words))}`,
    region === null ? "" : `地点：${regionOf(region)}`,
    evidence === "" ? "" : `依据：${stop(fullWidth(evidence))}`,
    files.length === 0 ? "" : `佐证材料：${files.map(({ name }) => fullWidth(name)).join("、")}`,
    lead === null ? "" : `整改单位：${unitOf(lead)}`,
    due === null ? "" : `期限：${dateWords(due)}`,
  ];
  return `${parts.filter(Boolean).join("；")}。`;
}

/** Where each finding stands, and how many stand where. */
function rectification(report: InspectionReport): Block[] {
  const { read, today, unitOf } = report;
  const { findings } = read.work.content;
  const taskOf = (finding: Finding) =>
    read.related.find(({ noun, part }) => noun === "task" && part === finding.id);
  const stands = findings.map((finding) => ({ finding, at: rectificationOf(taskOf(finding)) }));
  const counts = RECTIFICATIONS.flatMap((state) => {
    const count = stands.filter(({ at }) => at === state).length;
    return count === 0 ? [] : [`${say(state)}${count}个`];
  });
  const sum =
    counts.length === 0
      ? "没有需要整改的问题。"
      : `截至${dateWords(today)}，${findings.length}个问题中，${counts.join("、")}。`;
  return [
    paragraph("heading1", form("三、整改情况")),
    paragraph("body", told(report, sum)),
    ...(stands.length === 0
      ? []
      : [
          {
            kind: "table",
            id: "findings",
            columns: [
              { head: "序号", share: 8, align: "center" },
              { head: "问题", share: 36, align: "left" },
              { head: "整改单位", share: 23, align: "left" },
              { head: "期限", share: 21, align: "center" },
              { head: "状态", share: 12, align: "center" },
            ],
            rows: stands.map(({ finding, at }, n) => [
              String(n + 1),
              fullWidth(finding.words),
              finding.lead === null ? "——" : unitOf(finding.lead),
              finding.due === null ? "——" : dateWords(finding.due),
              say(at),
            ]),
          } as const,
        ]),
  ];
}

const say = (state: Rectification): string => RECTIFICATION_WORDS[state]["zh-CN"];

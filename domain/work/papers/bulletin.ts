/** 简报 of a month, written from the ledger: what changed, what is stuck, the regions, meetings and inspections. */
import {
  type Block,
  type Draft,
  form,
  type Paragraph,
  paragraph,
  type Sentence,
  silent,
} from "../../circular/draft.ts";
import { fullWidth } from "../../circular/full-width.ts";
import type { CircularLedger, ReportedProblem } from "../../circular/ledger.ts";
import { dateWords } from "../../circular/period.ts";
import { problemSentence } from "../../circular/problems.ts";
import { RANKING_REMARK, ranking } from "../../circular/statistics.ts";
import { snapshotWords } from "../../export/about.ts";
import { CHANGE_WORDS, LIGHT_WORDS } from "../../light/words.ts";
import { DEMO_WORDS, STAGE_WORDS, TYPE_WORDS } from "../../look/words.ts";
import { lastDayOf } from "../../month.ts";
import type { Change } from "../../wall/news.ts";
import type { WorkEntry } from "../exchange.ts";
import { MEETING_KIND_WORDS } from "../words.ts";

/** A meeting that was held in the month. */
export type HeldMeeting = {
  number: string;
  title: string;
  kind: keyof typeof MEETING_KIND_WORDS;
  heldOn: string;
  decisions: number;
};
/** An inspection on some day of the month, with how many of its findings were struck off by the month's end. */
export type HeldInspection = {
  number: string;
  title: string;
  from: string;
  until: string | null;
  units: readonly string[];
  findings: number;
  closed: number;
};

/** What a bulletin is written from. */
export type BulletinLedger = {
  id: string;
  viewUrl: string;
  demo: boolean;
  /** YYYY-MM */
  month: string;
  /** Whether the month is published: else the ledger knows nothing that changed in it. */
  isPublished: boolean;
  revision: number;
  snapshot: CircularLedger["snapshot"];
  organ: string;
  /** Since the month before; null where there is none. */
  changes: readonly Change[] | null;
  problems: readonly ReportedProblem[];
  /** Tasks past their day, and approvals past their limit, at the month's end. */
  overdue: readonly WorkEntry<"task">[];
  runOut: readonly WorkEntry<"approval">[];
  ranking: CircularLedger["ranking"];
  names: CircularLedger["names"];
  meetings: readonly HeldMeeting[];
  inspections: readonly HeldInspection[];
};

const TITLE = "贯彻落实国务院《意见》工作简报";
/** A bulletin of more lines of a kind is one that nobody reads. */
const MOST_LINES = 40;

export function bulletinDraft(ledger: BulletinLedger): Draft {
  const { id, viewUrl, demo, month, revision, organ } = ledger;
  const lines = [...(demo ? [`（${DEMO_WORDS["zh-CN"]}）`] : []), TITLE, `（${dateWords(month)}）`];
  return {
    ...{ id, viewUrl, organ, revision, asOf: month },
    title: lines.join(""),
    period: dateWords(month),
    blocks: [
      paragraph("organ", form(organ)),
      paragraph("number", silent("number")),
      ...lines.map((line) => paragraph("title", form(line))),
      paragraph("addressee", form("各盟市、计划单列市，自治区各有关厅局：")),
      opening(ledger),
      paragraph("heading1", form("一、进展变化")),
      ...changed(ledger),
      paragraph("heading1", form("二、存在问题和滞后事项")),
      ...stuck(ledger),
      paragraph("heading1", form("三、各地区台账事项数")),
      ...ranked(ledger),
      paragraph("heading1", form("四、会议和督查")),
      ...held(ledger),
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

/** A sentence that the ledger vouches for. @param id of the record, or of what was counted */
const told = (text: string, id: string, remark: string): Sentence => ({
  text,
  sources: [{ kind: "ledger", id, remark }],
});
const body = (...sentences: Sentence[]): Paragraph => paragraph("body", ...sentences);
const stop = (words: string): string => fullWidth(words.trim()).replace(/[。；;.\s]+$/u, "");

function opening({ id, month, revision, snapshot, viewUrl }: BulletinLedger): Paragraph {
  const frozen = snapshot === null ? "" : `，定版${snapshotWords({ snapshot })}`;
  return body(
    told(
      `现将${dateWords(month)}贯彻落实《意见》有关情况简报如下。`,
      id,
      `本稿依据台账修订号${revision}起草${frozen}，视图地址${viewUrl}`,
    ),
  );
}

/** The first of a list, and how many there are where that is more. */
function cut<Row>(rows: readonly Row[], line: (row: Row) => Sentence): Paragraph[] {
  const more = rows.length - MOST_LINES;
  return [
    ...rows.slice(0, MOST_LINES).map((row) => body(line(row))),
    ...(more > 0 ? [body(form(`另有${more}项，见台账。`))] : []),
  ];
}

function changed({ month, changes, isPublished }: BulletinLedger): Block[] {
  if (!isPublished || changes === null) return [body(silent("changes"))];
  if (changes.length === 0)
    return [body(told("与上一期相比，台账所列事项的阶段和灯色没有变化。", month, "台账两期对照"))];
  return cut(changes, (change) =>
    told(changeWords(change), change.id, `台账${dateWords(month)}与上一期对照`),
  );
}

function changeWords({ title, type, kind, stage, from, light, lightFrom }: Change): string {
  const name = `${stop(title)}（${TYPE_WORDS[type]["zh-CN"]}）`;
  const now = `“${STAGE_WORDS[stage]["zh-CN"]}”`;
  const parts = [
    from === null
      ? `本期列入台账，阶段为${now}`
      : from === stage
        ? ""
        : `阶段由“${STAGE_WORDS[from]["zh-CN"]}”转为${now}`,
    light !== lightFrom && light !== null && from !== null
      ? `${lightFrom === null ? "" : `由${LIGHT_WORDS[lightFrom]["zh-CN"]}`}转为${LIGHT_WORDS[light]["zh-CN"]}`
      : "",
  ].filter(Boolean);
  return `${name}：${parts.length === 0 ? CHANGE_WORDS[kind]["zh-CN"] : parts.join("，")}。`;
}

function stuck(ledger: BulletinLedger): Block[] {
  const { month, problems, overdue, runOut, names } = ledger;
  const end = dateWords(lastDayOf(month));
  const unit = (id: string | null) => (id === null ? null : (names.units.get(id)?.name ?? id));
  const head = form("各地区、各部门反映的困难和问题：");
  const tasks =
    overdue.length === 0
      ? [body(told(`截至${end}，没有超过期限未报结的任务。`, month, "任务台账"))]
      : [
          body(told(`截至${end}，超过期限未报结的任务${overdue.length}项：`, month, "任务台账")),
          ...cut(overdue, ({ number, title, lead, due, standing, brief }) =>
            told(
              `${stop(title)}，${unit(lead) ?? stop(brief.leadWords ?? "未点名")}牵头，期限${due === null ? "未写明" : dateWords(due)}，${standing.percent === null ? "没有上报进度" : `上报进度${standing.percent}%`}。`,
              number,
              "任务台账",
            ),
          ),
        ];
  return [
    ...(problems.length === 0
      ? [body(head, silent("problems"))]
      : [body(head), ...cut(problems, problemSentence)]),
    ...tasks,
    ...cut(runOut, ({ number, title, lead, brief: { authority, clock } }) =>
      told(
        `${stop(title)}（${stop(authority)}），${unit(lead) ?? "未点名"}申报，已用${clock?.used ?? 0}日，超过办理时限${-(clock?.left ?? 0)}日。`,
        number,
        "审批台账",
      ),
    ),
  ];
}

const ranked = (ledger: BulletinLedger): Block[] =>
  ledger.isPublished
    ? [
        paragraph("caption", form("表1　各盟市和计划单列市台账事项数排序")),
        ranking(ledger),
        paragraph("remark", form(RANKING_REMARK)),
      ]
    : [body(silent("ranking"))];

function held({ month, meetings, inspections, names }: BulletinLedger): Block[] {
  const of = dateWords(month);
  const days = (from: string, until: string | null) =>
    [from, ...(until === null || until === from ? [] : [until])].map(dateWords).join("至");
  return [
    ...(meetings.length === 0
      ? [body(form(`${of}召开的会议：`), silent("meetings"))]
      : cut(meetings, ({ number, title, kind, heldOn, decisions }) =>
          told(
            `${dateWords(heldOn)}，召开${stop(title)}${title.includes(MEETING_KIND_WORDS[kind]["zh-CN"]) ? "" : `（${MEETING_KIND_WORDS[kind]["zh-CN"]}）`}，${decisions === 0 ? "没有列出议定事项" : `议定事项${decisions}项`}。`,
            number,
            "会议台账",
          ),
        )),
    ...(inspections.length === 0
      ? [body(form(`${of}开展的督查：`), silent("inspections"))]
      : cut(inspections, ({ number, title, from, until, units, findings, closed }) =>
          told(
            `${days(from, until)}，${stop(title)}，督查${units.map((id) => names.units.get(id)?.name ?? id).join("、")}，${findings === 0 ? "没有列出问题" : `发现问题${findings}个，截至${dateWords(lastDayOf(month))}销号${closed}个`}。`,
            number,
            "督查台账",
          ),
        )),
  ];
}

/** Roles that belong to the sheet of paper, not to what is said: a publication has its own number, sender and day. */
const OF_THE_SHEET = ["organ", "number", "title", "addressee", "signature", "date", "caption"];

/** A draft as plain text: a paragraph a line, a table a line for each of its rows. @param most characters of all */
export function draftText({ blocks }: Pick<Draft, "blocks">, most: number): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === "table")
      return block.rows.map(([place = "", name = "", ...cells]) => {
        const said = cells.map((cell, at) => `${block.columns[at + 2]?.head ?? ""}${cell}`);
        return `${place}．${name}：${said.join("，")}。`;
      });
    if (block.kind !== "paragraph" || OF_THE_SHEET.includes(block.role)) return [];
    return [block.sentences.map(({ text }) => text).join("")];
  });
  const cutOff = "（台账所载较多，其余见草稿文件。）";
  const whole = lines.join("\n");
  if (whole.length <= most) return whole;
  const kept: string[] = [];
  let left = most - cutOff.length - 1;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return [...kept, cutOff].join("\n");
}

/** 督办通知单: one page to the unit that leads a task which is due soon, behind or overdue. */
import { type Block, type Draft, form, paragraph, type Sentence, silent } from "../../circular/draft.ts";
import { fullWidth } from "../../circular/full-width.ts";
import { dateWords } from "../../circular/period.ts";
import { DEMO_WORDS } from "../../look/words.ts";
import { dayOf } from "../../zone.ts";
import type { WorkRead } from "../exchange.ts";
import { daysBetween, type Slip } from "../slip.ts";
import { SLIP_WORDS } from "../words.ts";

/** What a notice is written from. */
export type SlipNotice = {
  id: string;
  viewUrl: string;
  demo: boolean;
  /** YYYY-MM-DD */
  today: string;
  revision: number;
  read: WorkRead<"task">;
  /** Colour by the rule today, or of the slip that was sent and not answered. */
  slip: Slip;
  nameOf: (unit: string) => string;
  organ: string;
};

const TITLE = "督办通知单";
/** Steps that a reader of the notice has to know of. */
const TOLD = {
  chase: "督办",
  escalate: "升级督办",
  answer: "答复",
  progress: "报进度",
  return: "退回",
} as const;
/** The newest of them that a page has room for. */
const MOST_TOLD = 5;

export function slipNotice(notice: SlipNotice): Draft {
  const { id, viewUrl, demo, today, revision, organ, read, nameOf } = notice;
  const { lead, leadWords } = read.work.content;
  const lines = [...(demo ? [`（${DEMO_WORDS["zh-CN"]}）`] : []), TITLE];
  const unit = lead === null ? fullWidth(leadWords ?? "") : nameOf(lead);
  const blocks: Block[] = [
    // No organ's name in red at the head: with it the whole would not go on one page.
    paragraph("number", silent("number")),
    ...lines.map((line) => paragraph("title", form(line))),
    paragraph("addressee", form(`${unit}：`)),
    paragraph("body", whyNow(notice)),
    paragraph("body", form("请抓紧办理，并于"), silent("answer by"), form("前答复。")),
    {
      kind: "table",
      id: "slip",
      columns: [
        { head: "事项", share: 20, align: "center" },
        { head: "内容", share: 80, align: "left" },
      ],
      rows: facts(notice),
    },
    paragraph("signature", form(organ)),
    paragraph("date", silent("date")),
  ];
  return {
    id,
    viewUrl,
    title: lines.join(""),
    organ,
    period: dateWords(today),
    asOf: today,
    revision,
    blocks,
  };
}

/** What the rule saw, in its numbers. */
function whyNow({ slip, today, read: { work } }: SlipNotice): Sentence {
  const { content, standing } = work;
  const { title, due } = content;
  const said = standing.percent === null ? "没有上报进度" : `上报进度为${standing.percent}%`;
  const left = due === null ? null : daysBetween(today, due);
  const where =
    left === null
      ? "没有写明期限"
      : left < 0
        ? `应于${dateWords(due ?? today)}完成，截至${dateWords(today)}已超过期限${-left}天`
        : `应于${dateWords(due ?? today)}完成，截至${dateWords(today)}距期限还有${left}天`;
  const text = `你单位牵头的任务“${fullWidth(title)}”${where}，${said}，按规则列为${SLIP_WORDS[slip]["zh-CN"].replace(" · ", "（")}）督办。`;
  return form(text);
}

function facts({ read, nameOf }: SlipNotice): string[][] {
  const { content, number, standing } = read.work;
  const { goal, helpers, due, dueWords } = content;
  const told = read.steps.flatMap(({ step, at, said, slip }) => {
    const name = (TOLD as Partial<Record<string, string>>)[step];
    if (name === undefined) return [];
    const words = [
      slip === null ? "" : SLIP_WORDS[slip]["zh-CN"].slice(0, 2),
      said.percent == null ? "" : `${said.percent}%`,
      said.words ?? "",
    ];
    return [
      `${dateWords(dayOf(new Date(at)))}${name}${words
        .filter(Boolean)
        .map((one) => `，${fullWidth(one)}`)
        .join("")}`,
    ];
  });
  return [
    ["任务编号", number],
    ["目标", fullWidth(goal)],
    ["配合单位", helpers.map(nameOf).join("、") || "无"],
    [
      "完成时限",
      due === null ? "——" : `${dateWords(due)}${dueWords === null ? "" : `（原文：${fullWidth(dueWords)}）`}`,
    ],
    ["上报进度", standing.percent === null ? "没有上报" : `${standing.percent}%`],
    ["办理经过", told.slice(-MOST_TOLD).join("；") || "无"],
    ["答复意见", ""],
  ];
}

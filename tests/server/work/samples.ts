/** One record of each noun of the office's work, led by 水利厅 with 林业厅 beside it. */

import { isOfficeType } from "#domain/item.ts";
import type { Who } from "#domain/permission.ts";
import type { Finding } from "#domain/work/inspection.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Part } from "#domain/work/part.ts";
import type { Said } from "#domain/work/standing.ts";
import { type ContentOf, type StepOf, type Work, wayOf } from "#domain/work/work.ts";
import { newId } from "#server/db/filing/filed.ts";
import type { Ledger } from "#server/ledger.ts";
import { as, NOW, OFFICE } from "../filing/filing-office.ts";
import { aTask, said } from "./work-office.ts";

export const aPart = (part: Partial<Part> = {}): Part => ({
  id: newId(),
  words: "支持文得根水库移民安置",
  lead: "dept-forestry",
  helpers: [],
  due: "2012-10-31",
  ...part,
});

/** In 科右前旗, where 文得根水库 is not far. */
export const aFinding = (finding: Partial<Finding> = {}): Finding => ({
  ...aPart({ words: "移民安置点未按期开工" }),
  evidence: "现场照片三张，施工日志",
  region: "152221",
  at: [121.9, 46.1],
  ...finding,
});

type Sample<N extends WorkNoun> = {
  content: ContentOf<N>;
  /** The step by which it is a draft no longer. */
  first: StepOf<N>;
};
export const SAMPLES: { [N in WorkNoun]: Sample<N> } = {
  task: { content: aTask(), first: "assign" },
  meeting: {
    content: {
      title: "水利重点工程厅际联席会议第一次会议",
      kind: "joint",
      lead: "dept-water",
      attendees: ["dept-forestry"],
      heldOn: "2012-09-28",
      place: "呼和浩特",
      agenda: ["文得根水库前期工作"],
      minutes: "会议议定如下事项。",
      decisions: [],
    },
    first: "hold",
  },
  opinion: {
    content: {
      title: "水利部支持意见",
      ministry: "central-mwr",
      ministryWords: "",
      form: "policy",
      document: "水利部关于支持内蒙古水利发展的意见",
      documentNumber: "水规计〔2012〕1号",
      issuedOn: "2012-09-20",
      lead: "dept-water",
      due: "2012-12-31",
      grants: [aPart(), aPart({ words: "支持节水改造", lead: null })],
      items: ["S-1.3-06.1"],
    },
    first: "list",
  },
  inspection: {
    content: {
      title: "水利重点工程督查",
      kind: "key",
      lead: "dept-water",
      inspectors: "督查一组",
      units: ["dept-forestry"],
      items: ["S-1.3-06.1"],
      from: "2012-09-20",
      until: "2012-09-22",
      findings: [aFinding()],
    },
    first: "begin",
  },
  approval: {
    content: {
      title: "文得根水库可研报批",
      item: "S-1.3-06.1",
      kind: "feasibility",
      level: "national",
      authority: "国家发展改革委",
      lead: "dept-water",
      helpers: ["dept-forestry"],
      limitDays: 20,
      conferences: [],
    },
    first: "list",
  },
  plan: {
    content: {
      title: "水利厅贯彻落实《意见》工作实施方案",
      scope: "unit",
      lead: "dept-water",
      documentNumber: "内水办〔2012〕1号",
      entries: [{ ...aPart({ words: "完成林地手续" }), task: null }],
    },
    first: "adopt",
  },
  publication: {
    content: {
      title: "关于报送水利项目进展的通知",
      kind: "notice",
      issue: null,
      lead: "dept-water",
      audience: ["dept-forestry"],
      text: "各有关单位：\n请于10月20日前报送进展。",
      items: ["S-1.3-06.1"],
      answerBy: "2012-10-20",
    },
    first: "publish",
  },
  measure: {
    content: {
      title: "牧区节水灌溉人工种草工程扶持政策",
      item: "S-1.2-04",
      reading: "placeholder",
      why: "没有写明资金和标准",
      lead: "dept-water",
      helpers: ["dept-forestry"],
      due: "2012-12-31",
      measures: [],
    },
    first: "list",
  },
};

/** The procedures of a noun that only its caller knows. */
type Desk<N extends WorkNoun> = {
  list: (asked?: object) => Promise<{ rows: { id: string; state: string }[]; total: number }>;
  get: (asked: { id: string }) => Promise<{ work: Work<N>; steps: { step: string }[]; may: string[] }>;
  save: (asked: object) => Promise<Work<N>>;
  manage: (asked: object) => Promise<Work<N>>;
  plan: (asked: object) => Promise<Work<N>>;
  report: (asked: object) => Promise<Work<N>>;
};
export const deskOf = <N extends WorkNoun>(ledger: Ledger, who: Who | null, noun: N, now = NOW): Desk<N> =>
  as(ledger, who, now)[noun] as unknown as Desk<N>;

/** One of which there is no record: the sample's own, or else the first. */
async function freePolicy(ledger: Ledger): Promise<{ item: string }> {
  const { rows } = await as(ledger, OFFICE).measure.list();
  const { items } = await as(ledger, OFFICE).policy.list({ limit: 200 });
  const policies = items.filter(({ type }) => !isOfficeType(type)).map(({ id }) => id);
  const own = SAMPLES.measure.content.item ?? "";
  const item = [own, ...policies].find((one) => rows.every(({ brief }) => brief.item !== one));
  if (item === undefined) throw new Error("every policy has a record");
  return { item };
}

/** A record that is only drawn up; of a policy's, the policy is one that has none yet. */
export const aDraft = async <N extends WorkNoun>(
  ledger: Ledger,
  noun: N,
  content: Partial<ContentOf<N>> = {},
  now = NOW,
): Promise<Work<N>> =>
  deskOf(ledger, OFFICE, noun, now).save({
    id: newId(),
    edition: 0,
    content: {
      ...SAMPLES[noun].content,
      ...(noun === "measure" && !("item" in content) ? await freePolicy(ledger) : {}),
      ...content,
    },
  });

const verbOf = (noun: WorkNoun, step: string, who: Who): "manage" | "plan" | "report" => {
  if (wayOf(noun)[step]?.action === "work.plan") return "plan";
  return who.roles.includes("office") ? "manage" : "report";
};

/** Takes a record a step on, by the procedure of the office or of a unit. */
export const take = <N extends WorkNoun>(
  ledger: Ledger,
  who: Who,
  noun: N,
  { id, edition }: Pick<Work<N>, "id" | "edition">,
  step: StepOf<N>,
  { words = {}, content, now = NOW }: { words?: Partial<Said>; content?: ContentOf<N>; now?: Date } = {},
): Promise<Work<N>> =>
  deskOf(ledger, who, noun, now)[verbOf(noun, step, who)]({
    id,
    edition,
    step,
    said: said(words),
    ...(content === undefined ? {} : { content }),
  });

/** A record that is a draft no longer. */
export const aRecord = async <N extends WorkNoun>(
  ledger: Ledger,
  noun: N,
  content: Partial<ContentOf<N>> = {},
): Promise<Work<N>> => take(ledger, OFFICE, noun, await aDraft(ledger, noun, content), SAMPLES[noun].first);

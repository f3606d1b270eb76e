import type { LedgerRecord } from "../export/record.ts";
import { isOfficeType } from "../item.ts";
import { PROBLEM_KIND_WORDS } from "../report/problem-words.ts";
import { type Block, form, type Part, paragraph, type Sentence, silent } from "./draft.ts";
import { fullWidth } from "./full-width.ts";
import type { CircularLedger, ReportedProblem } from "./ledger.ts";
import { dateWords } from "./period.ts";
import { bySentence, printed, quoteSources } from "./sentence.ts";

/** What the ledger itself shows to be open, and what the units report; where they report nothing a person fills it in. */
export const problems: Part = (ledger) => [
  paragraph("heading1", form("六、存在问题")),
  ...unstated(ledger),
  ...deadlines(ledger),
  ...reported(ledger),
];

function reported({ problems: said }: CircularLedger): Block[] {
  const head = form("各地区、各部门反映的困难和问题：");
  if (said === null || said.length === 0) return [paragraph("body", head, silent("problems"))];
  return [paragraph("body", head), ...said.map((one) => paragraph("body", problemSentence(one)))];
}

/** What a unit reports to be in the way of an item. */
export function problemSentence({ item, title, unitName, month, problem }: ReportedProblem): Sentence {
  const words = fullWidth(problem.words.trim().replace(/[。；;.]+$/u, ""));
  const until = problem.by === null ? "" : `于${dateWords(problem.by)}前`;
  const kind = PROBLEM_KIND_WORDS[problem.kind]["zh-CN"];
  return {
    text: `${fullWidth(title)}（${kind}）：${words}；需${fullWidth(problem.actor)}${until}解决。`,
    sources: [{ kind: "ledger", id: item, remark: `${unitName}${dateWords(month)}月报` }],
  };
}

function unstated({ records }: CircularLedger): Block[] {
  const open = records.filter(
    ({ item, counted }) => counted && item.stage === "unstated" && !isOfficeType(item.type),
  );
  const [first, ...rest] = open.flatMap(quoteSources);
  if (first === undefined) return [];
  const titles = open.map(({ item }) => fullWidth(item.title)).join("；");
  return [
    paragraph("body", {
      text: `来源文件未写明阶段、台账列为“有进展·阶段未说明”的${open.length}项：${titles}。`,
      sources: [first, ...rest],
    }),
  ];
}

/** Sentences with a deadline and the day it is read as; what is due by the period's end is to be accounted for. */
function deadlines(ledger: CircularLedger): Block[] {
  const { office, records, documents, names, period } = ledger;
  const dated = new Map([...records, ...office].map((record) => [record.item.id, record] as const));
  return bySentence([...dated.values()].filter((record) => dueOf(record).length > 0))
    .filter((one) =>
      one.records.some((record) => dueOf(record).some(({ due }) => due >= `${period.from}-01`)),
    )
    .map((one) => {
      const { text, sources } = printed(one, documents, [], names);
      const days = one.records
        .flatMap(dueOf)
        .map(
          ({ words, due, basis }) =>
            `${fullWidth(words)}${basis === "inferred" ? "读作" : "即"}${dateWords(due)}`,
        );
      const said: Sentence = {
        text: `${text.slice(0, -1)}（期限：${[...new Set(days)].join("；")}）。`,
        sources,
      };
      const isDue = one.records.flatMap(dueOf).some(({ due }) => due.slice(0, 7) <= period.to);
      const done = [form("完成情况："), silent(`due ${one.records[0]?.item.id}`), form("。")];
      return paragraph("body", said, ...(isDue ? done : []));
    });
}

const dueOf = ({ item }: LedgerRecord) =>
  item.dates.flatMap(({ kind, due, words, basis }) =>
    kind === "deadline" && due !== null ? [{ due, words, basis }] : [],
  );

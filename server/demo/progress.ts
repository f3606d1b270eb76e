import { formatMoney } from "#domain/money.ts";
import { lastDayOf, monthAfter, monthsBetween } from "#domain/month.ts";
import { PROBLEM_KINDS, type ReportContent } from "#domain/report/report.ts";
import { type Ladder, ladderSteps, type Stage, stepOf } from "#domain/stage.ts";
import { DEMO_FIRST } from "./months.ts";
import { randomOf } from "./random.ts";

/** How a made-up work goes: what was planned, and how far behind its plan it falls. */
export type Course = {
  /** Month in which building is to begin. */
  begins: string;
  months: number;
  /** 万元. */
  total: number;
  /** Of what is planned for a month, how much is done: 1 is on plan. */
  pace: number;
  /** Months by which the beginning slips. */
  late: number;
  /** What holds it up, between two months; null for nothing. */
  trouble: { kind: (typeof PROBLEM_KINDS)[number]; from: string; until: string } | null;
};

/** One in five has trouble, one in seven begins late. */
export function courseOf(key: string, of: { begins: number; months: number; total: number }): Course {
  const random = randomOf(`course ${key}`);
  const begins = monthAfter(DEMO_FIRST, of.begins);
  const from = monthAfter(begins, random.whole(2, 9));
  return {
    begins,
    months: of.months,
    total: of.total,
    pace: 0.82 + random.next() * 0.24,
    late: random.chance(1 / 7) ? random.whole(1, 5) : 0,
    trouble: random.chance(1 / 5)
      ? { kind: random.pick(PROBLEM_KINDS), from, until: monthAfter(from, random.whole(2, 8)) }
      : null,
  };
}

const DONE: Readonly<Record<(typeof PROBLEM_KINDS)[number], string>> = {
  funds: "配套资金尚未到位，施工放缓。",
  land: "用地手续尚未办结，部分标段停工待批。",
  approval: "核准要件尚缺一项，正在补报。",
  environment: "环评批复尚未取得，不具备开工条件。",
  resettlement: "征地拆迁剩余部分未签协议。",
  design: "设计变更正在审查。",
  coordination: "与铁路、电力交叉施工方案待协调。",
  other: "受冬季停工影响，进度放缓。",
};

/** Percent, one decimal: how far along by the month's end at an even pace. */
function percentAfter(months: number, of: number): number {
  return Math.round(Math.min(Math.max(months / of, 0), 1) * 1000) / 10;
}

/** Months of work done by the end of `month`: none while trouble lasts but a third. */
function workedMonths({ begins, late, pace, trouble }: Course, month: string): number {
  const began = monthAfter(begins, late);
  const all = Math.max(monthsBetween(began, month) + 1, 0);
  if (trouble === null) return all * pace;
  const held = [...Array(all).keys()].filter((n) => {
    const at = monthAfter(began, n);
    return at >= trouble.from && at < trouble.until;
  }).length;
  return (all - held * (2 / 3)) * pace;
}

function stageAt(course: Course, month: string, actual: number): Stage {
  if (actual >= 100) return "completed";
  if (actual > 0) return "construction";
  const ahead = monthsBetween(month, course.begins);
  return ahead > 9 ? "planned" : ahead > 2 ? "preparation" : "approved";
}

/** Of two steps of a ladder the higher; one that is off it gives way. */
function higher(ladder: Ladder, a: Stage, b: Stage): Stage {
  return (stepOf(ladder, a) ?? -1) >= (stepOf(ladder, b) ?? -1) ? a : b;
}

/** Nothing said but where it stands. */
const silent = (stage: Stage, done: string): ReportContent => {
  const unsaid = { planned: null, actual: null };
  return {
    stage,
    backReason: null,
    plannedPercent: null,
    actualPercent: null,
    startPlannedOn: null,
    startActualOn: null,
    investment: { month: unsaid, year: unsaid, total: unsaid },
    milestones: [],
    done,
    problem: null,
    next: "继续推进。",
    attachments: [],
  };
};

/** What is reported of something won on paper: now and then it is a step further, and it never goes back. */
export function paperAt(key: string, ladder: Ladder, stage: Stage, month: string): ReportContent {
  const random = randomOf(`paper ${key}`);
  const steps = ladderSteps(ladder);
  const from = stepOf(ladder, stage);
  if (from === null) return silent(stage, "工作正在推进。");
  const pause = random.whole(5, 20);
  const moved = Math.floor(monthsBetween(DEMO_FIRST, month) / pause);
  const now = steps[Math.min(from + moved, steps.length - 1)] ?? stage;
  return silent(now, now === stage ? "正在与有关部委衔接。" : "有新的进展，文件正在办理。");
}

/** What is reported of something built; `stage` is where it stood before, below which it does not fall. */
export function contentAt(course: Course, month: string, stage: Stage = "planned"): ReportContent {
  const planned = percentAfter(monthsBetween(course.begins, month) + 1, course.months);
  const done = (at: string) => percentAfter(workedMonths(course, at), course.months);
  const actual = done(month);
  const before = done(monthAfter(month, -1));
  const january = done(`${Number(month.slice(0, 4)) - 1}-12`);
  const plannedBefore = percentAfter(monthsBetween(course.begins, month), course.months);
  const plannedJanuary = percentAfter(monthsBetween(course.begins, `${month.slice(0, 4)}-01`), course.months);
  const share = (percent: number) => money((course.total * percent) / 100);
  // What goes well is paid as planned; what is held up, or began late, is paid as it is built.
  const isShort = course.trouble !== null || course.late > 0;
  const paid = (built: number, due: number) => share(isShort ? built : due);
  const held = course.trouble !== null && month >= course.trouble.from && month < course.trouble.until;
  const trouble = held && actual < 100 ? course.trouble : null;
  const began = monthAfter(course.begins, course.late);
  return {
    stage: higher("project", stage, stageAt(course, month, actual)),
    backReason: null,
    plannedPercent: planned,
    actualPercent: actual,
    startPlannedOn: lastDayOf(course.begins),
    startActualOn: began <= month ? lastDayOf(began) : null,
    investment: {
      month: {
        planned: share(planned - plannedBefore),
        actual: paid(actual - before, planned - plannedBefore),
      },
      year: {
        planned: share(planned - plannedJanuary),
        actual: paid(actual - january, planned - plannedJanuary),
      },
      total: { planned: share(planned), actual: paid(actual, planned) },
    },
    milestones: [
      {
        name: "开工",
        plannedOn: lastDayOf(course.begins),
        actualOn: began <= month ? lastDayOf(began) : null,
      },
      {
        name: "完工",
        plannedOn: lastDayOf(monthAfter(course.begins, course.months - 1)),
        actualOn: actual >= 100 && before < 100 ? lastDayOf(month) : null,
      },
    ],
    done:
      actual >= 100
        ? "工程完工，正在组织验收。"
        : actual > 0
          ? `累计完成工程量 ${actual}%。`
          : "正在办理前期手续。",
    problem:
      trouble === null
        ? null
        : {
            kind: trouble.kind,
            words: DONE[trouble.kind],
            actor: "自治区有关厅局",
            by: lastDayOf(trouble.until),
          },
    next: actual >= 100 ? "办理竣工验收。" : "按计划推进。",
    attachments: [],
  };
}

/** 万元 to the second decimal, from whole hundredths. */
const money = (wan: number): string => formatMoney(BigInt(Math.round(wan * 100)) * 10_000n);

/** What months of a demonstration are like that are not over: who is late, and how far each unit is with this one. */
import { monthAfter } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import type { Comment } from "#domain/report/exchange.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { writeNil } from "../db/filing/nil.ts";
import { openMonth, writeDue } from "../db/filing/periods.ts";
import type { Db } from "../db/schema.ts";
import { type Filed, file, momentOf, type OnItsWay } from "./reports.ts";

/** Whose the demonstration's reporter is: something of everything waits for it. */
export const DEMO_UNIT = "league-150600";

/** Units that have something to file, in the order of their first items, and what each files. */
const byUnit = (filed: readonly Filed[]): [string, Filed[]][] => [
  ...Map.groupBy(
    filed.filter(({ unit }) => unit !== DEMO_UNIT),
    ({ unit }) => unit,
  ),
];

/** By their place: how many of their last items some units still owe of the last month, and one of the month before. */
const OWED: readonly ReadonlyMap<number, number>[] = [
  new Map([
    [1, 2],
    [4, 1],
  ]),
  new Map([[6, 1]]),
];

/**
 * What a month's reports are about: all, but for what some units owe of the last two.
 * @param ago months from this one to the last, which is 0
 */
export function handedIn(filed: readonly Filed[], ago: number): Filed[] {
  const owed = new Set(
    byUnit(filed).flatMap(([, own], place) => {
      const count = OWED[ago]?.get(place) ?? 0;
      return count === 0 ? [] : own.slice(-count);
    }),
  );
  return filed.filter((one) => !owed.has(one));
}

/** The last month's reports are due later: its day has passed by two days, and the one before it by two months. */
export const moveDue = (tx: Db, month: string) =>
  writeDue(tx, month, `${monthAfter(month, 2)}-01`, "（演示）汛期抢险，顺延报送");

/** Nothing is said yet but where it stands: what the unit has begun to write. */
const BEGUN: Partial<ReportContent> = { done: "", next: "" };
const REMARKS: Comment[] = [
  { path: ["actualPercent"], words: "（演示）请核对实际进度与完成的工程量是否一致。" },
  { path: ["next"], words: "（演示）请写明下月的具体安排。" },
];

const all =
  (state: "accepted" | "submitted") =>
  (own: readonly Filed[]): OnItsWay[] =>
    own.map((filed) => ({ filed, state }));
const half = (own: readonly Filed[]): OnItsWay[] =>
  own
    .slice(0, Math.ceil(own.length / 2))
    .map((filed, n) => ({ filed, state: n === 0 ? "draft" : "accepted" }));
/** Most items of a unit that may have nothing to say of any of them. */
const FEW = 5;

/** How units are with the month that is under way, in turn. */
const FATES: readonly ((own: readonly Filed[]) => OnItsWay[] | "nil")[] = [
  all("accepted"),
  () => [],
  all("submitted"),
  all("accepted"),
  (own) => (own.length > FEW ? half(own) : "nil"),
  half,
  all("accepted"),
];

/** Of the works that are being built one came back with a word at its fields and one is begun; two thirds are on their way. */
function ownFate(own: readonly Filed[], month: string): OnItsWay[] {
  const isBuilding = ({ content }: Filed) => {
    const { actualPercent } = content(month);
    return actualPercent !== null && actualPercent > 0 && actualPercent < 100;
  };
  const [returned, begun] = own.filter(isBuilding);
  return own.slice(0, Math.ceil((own.length * 2) / 3)).map((filed, n): OnItsWay => {
    if (filed === returned) return { filed, state: "returned", comments: REMARKS };
    if (filed === begun) return { filed, state: "draft", said: BEGUN };
    return { filed, state: n % 2 === 0 ? "accepted" : "submitted" };
  });
}

/** The month that is under way: some units have filed, some are at it, some have not begun, some have nothing to say. */
export async function addMonthUnderWay(
  tx: Db,
  month: string,
  filed: readonly Filed[],
  people: { reporter: Who; reviewer: Who },
): Promise<number> {
  await openMonth(tx, month, new Date(`${month}-01T00:10:00+08:00`));
  const reports = ownFate(
    filed.filter(({ unit }) => unit === DEMO_UNIT),
    month,
  );
  for (const [place, [unit, own]] of byUnit(filed).entries()) {
    const fate = FATES[place % FATES.length]?.(own) ?? [];
    if (fate === "nil") await writeNil(tx, unit, month, people.reporter, momentOf(month, "submit"));
    else reports.push(...fate);
  }
  await file(tx, month, reports, people);
  return reports.length;
}

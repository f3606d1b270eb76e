import { listPeriods } from "../db/filing/periods.ts";
import { unitOf } from "../db/filing/units.ts";
import type { Db } from "../db/schema.ts";
import { listWorkRows } from "../db/work/list.ts";

/** Something that is due on a day, YYYY-MM-DD. */
export type UnitDay = { id: string; title: string; on: string; changedAt: string };

/** Months whose reports are still looked at. */
const MONTHS = 12;

/** What a unit has to do by when: tasks that it leads or has a part in and that are not closed, and its months' reports. */
export async function daysOfUnit(db: Db, unit: string): Promise<UnitDay[]> {
  const reach = { drafts: [], limits: { leads: [unit], parts: [unit] } };
  const [tasks, periods, of] = await Promise.all([
    listWorkRows(db, "task", reach, { states: ["assigned", "reported"] }),
    listPeriods(db),
    unitOf(db, unit),
  ]);
  return [
    ...tasks.flatMap(({ id, title, due, edited_at }) =>
      due === null ? [] : [{ id, title, on: due, changedAt: edited_at }],
    ),
    ...(of?.files ? periods.slice(0, MONTHS) : []).map(({ month, dueOn, openedAt }) => ({
      ...{
        id: `${month}-${unit}`,
        title: `报送${Number(month.slice(0, 4))}年${Number(month.slice(5))}月月报`,
        on: dueOn,
        changedAt: openedAt,
      },
    })),
  ];
}

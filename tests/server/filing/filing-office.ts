import type { Role, Who } from "#domain/permission.ts";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { openMonth } from "#server/db/filing/periods.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger, apiOf } from "../../factories.ts";

export const someone = (role: Role, unit: string | null, name = `${role} of ${unit}`): Who => ({
  id: `${role}-${unit}-${name}`,
  name,
  roles: [role],
  unit,
});

/** Of 水利厅, which leads some items alone and files for others beside a league. */
export const WATER = someone("reporter", "dept-water");
export const FORESTRY = someone("reporter", "dept-forestry");
export const OFFICE = someone("office", OFFICE_UNIT);
export const REVIEWER = someone("reviewer", OFFICE_UNIT);

/** The 3rd of October 2012, 10 o'clock in Hohhot: two days before the reports of September are due. */
export const NOW = new Date("2012-10-03T02:00:00Z");
export const MONTH = "2012-09";

/** A ledger with the seed in it that takes reports for the months. */
export async function aFilingLedger(...months: string[]): Promise<Ledger> {
  const ledger = await aLedger();
  for (const month of [MONTH, ...months]) await openMonth(ledger.database.write, month, NOW);
  return ledger;
}

export const as = (ledger: Ledger, who: Who | null, now: Date = NOW) => apiOf(ledger, who, () => now);

/** An item that the unit leads, as its month shows it. */
export async function ledItem(ledger: Ledger, who: Who, noun?: "project" | "policy") {
  const { items } = await as(ledger, who).period.mine({ month: MONTH });
  const found = items.find((one) => one.lead && (noun === undefined || one.item.noun === noun));
  if (found === undefined) throw new Error(`${who.unit} leads no ${noun ?? "item"}`);
  return found;
}

/** A whole report of what a unit has to say. */
export const aReport = (content: Partial<ReportDraft> = {}): ReportDraft => ({
  ...EMPTY_DRAFT,
  stage: "planned",
  plannedPercent: 40,
  actualPercent: 25.5,
  investment: {
    month: { planned: "100", actual: "80.50" },
    year: { planned: "900", actual: "700.25" },
    total: { planned: "2000", actual: "1500" },
  },
  done: "完成坝基开挖",
  next: "浇筑坝体",
  ...content,
});

export const codeOf = async (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => "OK",
    (error: { code?: string }) => error.code ?? String(error),
  );

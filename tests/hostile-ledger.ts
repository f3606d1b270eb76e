import type { Who } from "#domain/permission.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { newId } from "#server/db/filing/filed.ts";
import { openMonth } from "#server/db/filing/periods.ts";
import type { Ledger } from "#server/ledger.ts";
import { apiOf } from "./factories.ts";
import { aReport, MONTH, NOW, OFFICE, REVIEWER, WATER } from "./server/filing/filing-office.ts";
import { SYSTEM } from "./server/people/visitor.ts";

/** Would be a formula, an element, a script, or the end of an attribute, if anybody let it. `field` tells where it is. */
export const hostile = (field: string): string =>
  `=1+1<img src=x onerror=window.xss=1><script>window.xss=1</script>"'&${field}`;

/** Where the proposed item is: longitude and latitude. */
export const PROPOSED_AT = [120.6, 49.2] as const;

const HASH = "ab".repeat(32);
const said = (more: Partial<ReportDraft> = {}): ReportDraft =>
  aReport({
    stage: "construction",
    milestones: [{ name: hostile("milestone"), plannedOn: "2012-12-01", actualOn: null }],
    done: hostile("done"),
    problem: { kind: "funds", words: hostile("problem"), actor: hostile("actor"), by: "2012-12-31" },
    next: hostile("next"),
    attachments: [{ hash: HASH, name: `${hostile("file")}.pdf`, type: "pdf", bytes: 9 }],
    ...more,
  });

/**
 * Writes such text into every field that anybody writes text in, and publishes it: units, the office and the system
 * administrator each by way of the API. A further month is left with a report that was returned.
 */
export async function fillWithHostile(ledger: Ledger): Promise<{ led: string; proposed: string }> {
  const { write } = ledger.database;
  const as = (who: Who) => apiOf(ledger, who, () => NOW);
  const [unit, reviewer, office] = [as(WATER), as(REVIEWER), as(OFFICE)];
  const later = "2012-10";
  for (const month of [MONTH, later]) await openMonth(write, month, NOW);
  const at = NOW.toISOString();
  await write.insertInto("stored_file").values({ hash: HASH, type: "pdf", bytes: 9, at }).execute();
  await write.insertInto("file_upload").values({ hash: HASH, unit_id: "dept-water" }).execute();

  await as(SYSTEM).unit.add({
    kind: "department",
    name: hostile("unit").slice(0, 60),
    short: hostile("short").slice(0, 20),
    nameEn: hostile("unit").slice(0, 120),
  });
  await as(SYSTEM).screen.create({ name: hostile("screen").slice(0, 60) });
  await unit.contact.save({
    ...{ id: newId(), edition: 0, unit: "dept-water", telephone: "0471-4810000" },
    ...{ name: hostile("n").slice(0, 40), duty: hostile("duty").slice(0, 60) },
  });
  await office.period.setDue({ month: MONTH, dueOn: "2012-10-08", note: hostile("due") });

  const { items } = await unit.period.mine({ month: MONTH });
  const led = items.find((one) => one.lead && one.item.noun === "project")?.item.id ?? "";
  const back = { path: ["done"], words: hostile("comment") };
  const handIn = async (month: string, edition: number, content: ReportDraft) => {
    const saved = await unit.report.save({ unit: "dept-water", month, item: led, edition, content });
    return unit.report.submit({ id: saved.id, edition: saved.edition });
  };
  const first = await handIn(MONTH, 0, said());
  const returned = await reviewer.report.return({ id: first.id, edition: first.edition, comments: [back] });
  const again = await handIn(MONTH, returned.edition, said());
  await reviewer.report.accept({ reports: [{ id: again.id, edition: again.edition }] });

  const proposal = await unit.proposal.save({
    id: null,
    edition: 0,
    unit: "dept-water",
    month: MONTH,
    item: null,
    content: {
      why: hostile("why"),
      title: hostile("title"),
      type: "project",
      stage: "preparation",
      sector: "water",
      regions: ["150782"],
      units: [{ unit: "dept-water", role: "responsible", words: hostile("unit words") }],
      geometry: {
        kind: "point",
        places: [],
        points: [
          {
            name: hostile("").slice(0, 80),
            nameEn: hostile("").slice(0, 80),
            at: [...PROPOSED_AT],
            errorKm: 5,
          },
        ],
      },
      figures: [{ value: 2.6, unit: hostile("").slice(0, 40), words: hostile("figure"), kind: "exact" }],
    },
  });
  const proposed = await unit.proposal.submit({ id: proposal.id, edition: proposal.edition });
  await reviewer.proposal.accept({ id: proposed.id, edition: proposed.edition });
  await office.report.publish({ month: MONTH });
  await office.light.override({ item: led, month: MONTH, state: "green", reason: hostile("override") });
  const rules = (await office.light.rules())[0]?.rules;
  if (rules === undefined) throw new Error("the ledger has no rules");
  await office.light.saveRules({ rules, from: later, reason: hostile("rules") });
  await office.month.freeze({ month: MONTH });
  // A correction with its reason, which becomes that of the frozen month's next version.
  const correction = await unit.report.correct({ id: first.id, reason: hostile("correction") });
  const saved = await unit.report.save({
    unit: "dept-water",
    month: MONTH,
    item: led,
    edition: correction.edition,
    content: said({ actualPercent: 30 }),
  });
  const corrected = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await reviewer.report.accept({ reports: [{ id: corrected.id, edition: corrected.edition }] });
  await office.report.publish({ month: MONTH });

  const next = await handIn(later, 0, said({ stage: "preparation", backReason: hostile("back") }));
  await reviewer.report.return({ id: next.id, edition: next.edition, comments: [back] });
  return { led, proposed: "N-0001" };
}

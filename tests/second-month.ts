import type { Who } from "#domain/permission.ts";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import type { Stage } from "#domain/stage.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { actOf } from "#server/act.ts";
import { newId } from "#server/db/filing/filed.ts";
import { openMonth } from "#server/db/filing/periods.ts";
import { insertReport } from "#server/db/filing/reports.ts";
import type { Db } from "#server/db/schema.ts";
import { publishMonth as publish } from "#server/filing/publish.ts";
import type { Ledger } from "#server/ledger.ts";

const OFFICE: Who = { id: "office", name: "office", roles: ["office"], unit: OFFICE_UNIT };
/** Leads what nobody does. */
const ANYBODY = "dept-drc";

/** What a report says beside the stage. */
type Said = Partial<Omit<ReportDraft, "stage">>;

type Stages = Readonly<Record<string, Stage | (Said & { stage: Stage })>>;

async function fill(tx: Db, month: string, stages: Stages): Promise<void> {
  await openMonth(tx, month, new Date());
  for (const [item, of] of Object.entries(stages)) {
    const { stage, ...said } = typeof of === "string" ? { stage: of } : of;
    await accept(tx, item, month, stage, said);
  }
}

/**
 * A month that waits to be published, in which items stand on other steps than before, or where reports say more, by
 * reports of those who lead them that are accepted already.
 */
export const fillMonth = ({ database }: Ledger, month: string, stages: Stages): Promise<void> =>
  database.write.transaction().execute((tx) => fill(tx, month, stages));

/** The same, published. Every screen is told. */
export async function publishMonth(
  { database, revisions }: Ledger,
  month: string,
  stages: Stages,
): Promise<void> {
  const act = actOf(
    { write: database.write, revisions, auditHash: "sha256" },
    { id: OFFICE.id, name: OFFICE.name, address: "here", requestId: "test" },
  );
  await act(async (deed) => {
    await fill(deed.tx, month, stages);
    return publish(deed, OFFICE, { month });
  });
}

/** Puts an accepted report of an item's lead unit into the database, whatever it says. */
export async function accept(
  tx: Db,
  item: string,
  month: string,
  stage: Stage,
  said: Said = {},
): Promise<void> {
  const lead = await tx
    .selectFrom("assignment")
    .select("unit_id")
    .where("item_id", "=", item)
    .where("lead", "=", 1)
    .executeTakeFirst();
  const unit_id = lead?.unit_id ?? ANYBODY;
  if (lead === undefined) {
    await tx.insertInto("assignment").values({ item_id: item, unit_id, ordinal: 0, lead: 1 }).execute();
  }
  const versions = await tx
    .selectFrom("report")
    .select((eb) => eb.fn.max("version").as("last"))
    .where("item_id", "=", item)
    .where("unit_id", "=", unit_id)
    .where("month", "=", month)
    .executeTakeFirst();
  await insertReport(
    tx,
    {
      id: newId(),
      item_id: item,
      unit_id,
      month,
      version: (versions?.last ?? 0) + 1,
      state: "accepted",
      content: JSON.stringify({ ...EMPTY_DRAFT, ...said, stage }),
      reason: null,
    },
    OFFICE,
    new Date().toISOString(),
  );
}

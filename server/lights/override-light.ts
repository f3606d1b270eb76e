import { ConflictError, NotFoundError, UnauthorizedError } from "#domain/error.ts";
import type { Light } from "#domain/light/light.ts";
import type { OverrideSet } from "#domain/light/requests.ts";
import type { Who } from "#domain/permission.ts";
import type { Deed } from "../act.ts";
import { lightMonths } from "../db/lights/light-month.ts";
import { putOverride } from "../db/lights/overrides.ts";
import { reportsOf } from "../db/lights/published.ts";
import { lightIn } from "../db/lights/read.ts";
import { lastFrozen } from "../db/months/snapshots.ts";
import { bumpRevision } from "../db/revision.ts";

/**
 * The office's word in place of the rules', from a month on. It ends by itself when it is overtaken: when a report of
 * the item arrives that it has not seen, or when the rules come to say the same.
 * @throws NotFoundError where the item has no light in that month; ConflictError where that month or a later one is frozen, or where
 *   the light is that already
 */
export async function overrideLight(
  { tx, note, announce }: Deed,
  who: Who | null,
  { item, month, state, reason }: OverrideSet,
): Promise<Light> {
  if (who === null) throw new UnauthorizedError();
  const frozen = await lastFrozen(tx);
  if (frozen !== null && month <= frozen) throw new ConflictError(`${frozen} is frozen`);
  const before = await lightIn(tx, month, item);
  if (before === null) throw new NotFoundError(`light in ${month}`, item);
  const computed = before.override?.computed ?? before.state;
  if (state === null ? before.override === null : state === computed) {
    throw new ConflictError(`by the rules the light is ${computed} already`);
  }
  const seen = await reportsOf(tx, month, item);
  await putOverride(tx, { item, month, state, reason, seen, author: who });
  await lightMonths(tx, month);
  const after = await lightIn(tx, month, item);
  if (after === null) throw new NotFoundError(`light in ${month}`, item);
  await note({
    action: "light.override",
    noun: "light",
    target: `${item} ${month}`,
    unit: before.unit,
    before: { state: before.state, computed },
    after: { state: after.state, reason },
  });
  announce(await bumpRevision(tx, `override ${item} ${month}`));
  const { unitName: _, unitNameEn: __, ...light } = after;
  return light;
}

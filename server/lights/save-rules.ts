import { ConflictError, UnauthorizedError } from "#domain/error.ts";
import type { RulesSave } from "#domain/light/requests.ts";
import type { RuleSet } from "#domain/light/rules.ts";
import type { Who } from "#domain/permission.ts";
import type { Deed } from "../act.ts";
import { lightMonths } from "../db/lights/light-month.ts";
import { addRuleSet, rulesIn } from "../db/lights/rule-sets.ts";
import { lastFrozen } from "../db/months/snapshots.ts";
import { bumpRevision } from "../db/revision.ts";

/**
 * A new version of the rules, in force from a month on: the lights of months published since are made anew.
 * @throws ConflictError where that month or a later one is frozen
 */
export async function saveRules(
  { tx, note, announce }: Deed,
  who: Who | null,
  { rules, from, reason }: RulesSave,
): Promise<RuleSet> {
  if (who === null) throw new UnauthorizedError();
  const frozen = await lastFrozen(tx);
  if (frozen !== null && from <= frozen) throw new ConflictError(`${frozen} is frozen: rules begin after it`);
  const before = await rulesIn(tx, from);
  const saved = await addRuleSet(tx, { rules, from, reason, author: who });
  await lightMonths(tx, from);
  await note({
    action: "light.saveRules",
    noun: "rule set",
    target: `v${saved.version}`,
    before: { version: before.version, rules: before.rules },
    after: { version: saved.version, from, rules, reason },
  });
  announce(await bumpRevision(tx, `rules v${saved.version}`));
  return saved;
}

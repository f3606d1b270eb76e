import { expect, test } from "vitest";
import { newTally } from "../../chaos/check.ts";
import { chance, SCENARIOS } from "../../chaos/scenarios.ts";

/** `npm run chaos` has the other ways to fail, and does each 200 times. */
test("five times killed in the middle of its work, nothing acknowledged is lost, nothing is there twice or by half", {
  timeout: 600_000,
}, async () => {
  const tally = newTally();
  await SCENARIOS.kill?.run(tally, 5, chance(7));
  expect(tally).toMatchObject({
    ...{ rounds: 5, lost: 0, twice: 0, half: 0, rollup: 0, audit: 0, unopened: 0 },
    ok: expect.any(Number),
  });
  expect(tally.ok + tally.unknown).toBeGreaterThan(5);
});

import { expect, test, vi } from "vitest";
import { MOST_ACCEPTED, zReportAccept } from "#domain/report/exchange.ts";
import { acceptAll } from "../../../client/months/accept-all.ts";

const some = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: n.toString(36).padStart(26, "0"), edition: 1, title: "x" }));

test("as many as are picked are accepted, in requests that the server takes", async () => {
  const accept = vi.fn(async (reports: unknown) => void zReportAccept.parse({ reports }));
  const picked = some(2 * MOST_ACCEPTED + 1);
  const { accepted, error } = await acceptAll(picked, accept);
  expect(error).toBeUndefined();
  expect(accepted).toEqual(picked.map(({ id }) => id));
  expect(accept.mock.calls.map(([reports]) => (reports as unknown[]).length)).toEqual([
    MOST_ACCEPTED,
    MOST_ACCEPTED,
    1,
  ]);
});

test("a refusal ends it, and what was accepted before is known", async () => {
  const refusal = new Error("CONFLICT");
  const accept = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(refusal);
  const { accepted, error } = await acceptAll(some(3 * MOST_ACCEPTED), accept);
  expect([accepted.length, error, accept.mock.calls.length]).toEqual([MOST_ACCEPTED, refusal, 2]);
});

test("nothing picked asks for nothing", async () => {
  const accept = vi.fn();
  expect(await acceptAll([], accept)).toEqual({ accepted: [] });
  expect(accept).not.toHaveBeenCalled();
});

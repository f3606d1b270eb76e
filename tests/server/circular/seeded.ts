import { draftCircular } from "#domain/circular/circular.ts";
import { gatherCircular } from "#server/circular/gather.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";

/** A real ledger with the seed in it, the API over it, and the circulars drafted from it. */
export async function seededCirculars() {
  const ledger = await openLedger(aDataDir(), "test");
  const gather = (period: string, regions: readonly string[] = []) =>
    gatherCircular(ledger.database.read, {
      period,
      regions,
      revision: 1,
      reviewNumber: null,
      reports: true,
      origin: "http://127.0.0.1:8080",
    });
  return {
    api: apiOf(ledger),
    gather,
    draft: async (period: string, regions: readonly string[] = []) =>
      draftCircular(await gather(period, regions)),
    close: () => ledger.database.close(),
  };
}
export type SeededCirculars = Awaited<ReturnType<typeof seededCirculars>>;

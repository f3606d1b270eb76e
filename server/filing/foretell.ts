import { monthAfter } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import type { Foretold } from "#domain/report/exchange.ts";
import type { Act } from "../act.ts";
import { lightChanges } from "../db/lights/changes.ts";
import { publishMonth } from "./publish.ts";

/** Carries what was foretold out of a transaction that is not to be kept. */
class Foreseen extends Error {
  readonly foretold: Foretold;
  constructor(foretold: Foretold) {
    super("foretold, not done");
    this.foretold = foretold;
  }
}

/**
 * Publishes a month, looks at what that changed, and takes it all back: so the foretold is what will be.
 * @throws as `publishMonth`
 */
export async function foretellMonth(
  act: Act,
  who: Who | null,
  { month }: { month: string },
): Promise<Foretold> {
  try {
    return await act(async (deed) => {
      const { reports } = await publishMonth({ ...deed, announce: () => {} }, who, { month });
      const changes = await lightChanges(deed.tx, { from: monthAfter(month, -1), to: month });
      throw new Foreseen({ month, reports, changes });
    });
  } catch (error) {
    if (error instanceof Foreseen) return error.foretold;
    throw error;
  }
}

/** The server's own services in a process that will die: opens DATA_DIR, does what it is told, says what became of it. */
import { flushCompileCache } from "node:module";
import { UncertainError } from "#domain/error.ts";
import { openLedger } from "#server/ledger.ts";
import { type Deed, doDeed } from "./deeds.ts";

export type Told = { n: number; deed: Deed };
export type Said =
  | { ready: true }
  | { refused: string }
  | { n: number; ok: true }
  /** `isKnown` is false where it may have been done all the same. */
  | { n: number; ok: false; why: string; isKnown: boolean };

const say = (said: Said) => process.send?.(said);
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

try {
  const ledger = await openLedger(process.env.DATA_DIR ?? "", "chaos");
  process.on("message", ({ n, deed }: Told) => {
    doDeed(ledger, deed, n).then(
      () => say({ n, ok: true }),
      (error: unknown) =>
        say({ n, ok: false, why: wordsOf(error), isKnown: !(error instanceof UncertainError) }),
    );
  });
  // Now, for it will be killed: the next one is spared the reading of the same code.
  flushCompileCache();
  process.once("disconnect", () => void ledger.database.close().finally(() => process.exit(0)));
  say({ ready: true });
} catch (error) {
  say({ refused: wordsOf(error) });
  process.disconnect?.();
}

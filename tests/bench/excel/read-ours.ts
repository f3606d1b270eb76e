import type { StandingRow } from "#domain/sheet/standing-row.ts";
import type { Readers } from "#server/workbook/readers.ts";
import { OF } from "../../server/workbook/a-base.ts";
import { ROWS } from "./rows.ts";

/** The product's way from a workbook's bytes to its differences. @throws Error where a row is not found changed */
export async function readOurs(
  readers: Readers,
  file: Uint8Array,
  base: Iterable<StandingRow[]>,
): Promise<void> {
  let states = "";
  const take = (batch: { states: string }) => {
    states += batch.states;
  };
  const refusal = await readers.read({ ...OF, file }, base, take, new AbortController().signal);
  if (refusal !== null || states !== "c".repeat(ROWS))
    throw new Error("the workbook was not read to its end");
}

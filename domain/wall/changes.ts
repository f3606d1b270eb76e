import { LADDER_OF } from "../item.ts";
import type { ItemRow } from "../query.ts";
import { type Stage, stepOf } from "../stage.ts";

type Row = Pick<ItemRow, "id" | "title" | "type" | "stage" | "regions">;

/** What has become of an item between two months. `up`, `down`: on its own ladder; `restated`: off it or on to it. */
export type Change = { row: Row } & ({ kind: "new" } | { kind: "up" | "down" | "restated"; from: Stage });

/** Items that are new or stand on another step than a month before, in the order of `now`. */
export function changesBetween(before: readonly Row[], now: readonly Row[]): Change[] {
  const known = new Map(before.map((row) => [row.id, row.stage]));
  return now.flatMap((row): Change[] => {
    const from = known.get(row.id);
    if (from === undefined) return [{ row, kind: "new" }];
    return from === row.stage ? [] : [{ row, kind: turn(row, from), from }];
  });
}

function turn({ type, stage }: Row, from: Stage): "up" | "down" | "restated" {
  const ladder = LADDER_OF[type];
  const [low, high] = [stepOf(ladder, from), stepOf(ladder, stage)];
  if (low === null || high === null) return "restated";
  return high > low ? "up" : "down";
}

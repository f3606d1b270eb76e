import type { Draft } from "./draft.ts";
import { MM_PER_PT } from "./page.ts";

type At = { x: number; y: number; width: number };

/** What a block begins with: its name, and at the other end of the line what it counts. Returns where it ends. */
export function composeHead(draft: Draft, { x, y, width }: At, text: string, aside: string): number {
  const beside = aside === "" ? 0 : draft.widthOf(aside, draft.style("aside")) + 1;
  const end = draft.put({ at: { x, y, width: width - beside - 2 }, text, style: "head", role: "head" });
  if (aside !== "") {
    const at = { x: x + width - beside, y, width: beside };
    const small = draft.text({ at, text: aside, style: "aside", align: "right" });
    const down = end - y - small.box.height;
    draft.add({
      ...small,
      box: { ...small.box, y: small.box.y + down },
      lines: small.lines.map((line) => ({ ...line, baseline: line.baseline + down - 0.3 * draft.type })),
    });
  }
  return end + 0.8 * draft.type;
}

/** Of a name on one line: a list is laid out before its head can say how much of it has room. */
export const headHeight = (draft: Draft): number =>
  draft.style("head").size * MM_PER_PT * 1.5 + 0.8 * draft.type;

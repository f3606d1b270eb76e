import type { Box, Element, Part, Sheet } from "./sheet.ts";

/** The parts of a page without its map: each as the page has it, moved as a whole. Lengths in mm. */
export type Charts = {
  width: number;
  height: number;
  parts: { name: Part["name"]; move: [x: number, y: number]; elements: Element[] }[];
};

const ROOM = { edge: 4, between: 6 } as const;
/** The title before what it is the title of; a figure's stands beneath its map. */
const ORDER = ["title", "legend", "ranking", "stages", "address"] as const satisfies readonly Part["name"][];

/** Parts side by side in rows no wider than the widest of them. */
export function chartsOf({ elements, parts }: Pick<Sheet, "elements" | "parts">): Charts {
  const ordered = ORDER.flatMap((name) => parts.filter((part) => part.name === name));
  const widest = Math.max(0, ...ordered.map(({ box }) => box.width));
  const placed: { part: Part; at: Box }[] = [];
  let row = { x: 0, y: 0, height: 0 };
  for (const part of ordered) {
    const { width, height } = part.box;
    if (row.x > 0 && row.x + width > widest) row = { x: 0, y: row.y + row.height + ROOM.between, height: 0 };
    placed.push({ part, at: { x: row.x + ROOM.edge, y: row.y + ROOM.edge, width, height } });
    row = { ...row, x: row.x + width + ROOM.between, height: Math.max(row.height, height) };
  }
  return {
    width: widest + 2 * ROOM.edge,
    height: row.y + row.height + 2 * ROOM.edge,
    parts: placed.map(({ part: { name, box, from, to }, at }) => ({
      name,
      move: [at.x - box.x, at.y - box.y],
      elements: elements.slice(from, to),
    })),
  };
}

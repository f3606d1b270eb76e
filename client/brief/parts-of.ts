export type Size = { width: number; height: number };
/** Pixels of a picture, from its top left corner. */
export type Part = Size & { x: number; y: number };

/**
 * Parts of one size, none longer than `limit` a side, row by row from the top: a canvas that shows one after the
 * other need not change. Where they do not come out even, some have a pixel of the one before once more.
 */
export function partsOf({ width, height }: Size, limit: number): Part[] {
  const [across, down] = [cutsOf(width, limit), cutsOf(height, limit)];
  return down.starts.flatMap((y) =>
    across.starts.map((x) => ({ x, y, width: across.length, height: down.length })),
  );
}

function cutsOf(whole: number, limit: number): { starts: number[]; length: number } {
  const count = Math.ceil(whole / limit);
  const starts = Array.from({ length: count }, (_, index) => Math.floor((index * whole) / count));
  return { starts, length: Math.ceil(whole / count) };
}

/**
 * What takes clip space of the whole picture to that of a part: x and y times the first two, plus w times the last
 * two. Clip space has its origin in the middle, y up, and is two units long.
 */
export function cropOf(whole: Size, part: Part): [number, number, number, number] {
  const below = whole.height - part.y - part.height;
  return [
    whole.width / part.width,
    whole.height / part.height,
    (whole.width - 2 * part.x) / part.width - 1,
    (whole.height - 2 * below) / part.height - 1,
  ];
}

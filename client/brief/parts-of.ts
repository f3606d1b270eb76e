export type Size = { width: number; height: number };
/** Pixels of a picture, from its top left corner. */
export type Part = Size & { x: number; y: number };

/** Parts of whole pixels, none longer than `limit` a side, as equal as can be; row by row from the top. */
export function partsOf({ width, height }: Size, limit: number): Part[] {
  return cutsOf(height, limit).flatMap(({ from: y, length }) =>
    cutsOf(width, limit).map(({ from: x, length: across }) => ({ x, y, width: across, height: length })),
  );
}

function cutsOf(length: number, limit: number): { from: number; length: number }[] {
  const count = Math.ceil(length / limit);
  const cut = (index: number) => Math.floor((index * length) / count);
  return Array.from({ length: count }, (_, index) => ({
    from: cut(index),
    length: cut(index + 1) - cut(index),
  }));
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

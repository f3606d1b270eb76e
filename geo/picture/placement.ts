/**
 * Where names stand so that none overlaps another. All lengths in px at one size; greedy in the order given,
 * which is the order of importance.
 */
export type Box = { left: number; top: number; right: number; bottom: number };
export type Anchor = "start" | "middle" | "end";
/** Offset of the text block from its place, in em; `dy` is that of the block's middle. */
export type Spot = { anchor: Anchor; dx: number; dy: number };
export type TextRun = { text: string /** em */; size: number; weight?: number };
/** Lines of runs, top to bottom; `spacing` between letters in em, `leading` in the line's own size. */
export type TextBlock = {
  lines: readonly (readonly TextRun[])[];
  spacing: number;
  leading: number;
  /** Shares of a bar beneath the lines, by colour; none where it is left out. */
  bar?: readonly BarPart[];
};
export type BarPart = { share: number; color: string; outlined: boolean };
/** Sides of a bar and its distance from the line above, em. */
export const BAR = { width: 2.9, height: 0.5, gap: 0.2 } as const;
export type Candidate<T> = {
  /** The same name in full, then shorter: the first that finds a free spot. */
  labels: readonly T[];
  /** px */
  x: number;
  y: number;
  spots: readonly Spot[];
  /** Placed on a mark rather than not at all. */
  always: boolean;
};
export type Placed<T> = { label: T; spot: Spot; box: Box };

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f—…·]/u;
/** Width of a text in em of its own size. Noto Sans SC: Han characters are 1 em; Latin ones measured, upwards. */
export function textEm(text: string, bold: boolean): number {
  let em = 0;
  for (const character of text) {
    if (WIDE.test(character)) em += 1;
    else if (/[\d]/.test(character)) em += 0.58;
    else if (/[A-Z%@]/.test(character)) em += bold ? 0.7 : 0.66;
    else if (/[mw]/.test(character)) em += 0.86;
    else if (/[iljtfr.,:;' |()-]/.test(character)) em += 0.36;
    else em += bold ? 0.6 : 0.56;
  }
  return em;
}

/** Width and height of a block, px. */
export function blockSize(block: TextBlock, em: number): { width: number; height: number } {
  const widths = block.lines.map((line) =>
    line.reduce(
      (sum, run) =>
        sum + textEm(run.text, (run.weight ?? 400) >= 600) * run.size + block.spacing * [...run.text].length,
      0,
    ),
  );
  return {
    width: Math.max(block.bar ? BAR.width : 0, ...widths) * em,
    height: blockHeight(block) * em,
  };
}

/** Heights of the lines of a block, em. */
export const lineHeights = ({ lines, leading }: TextBlock): number[] =>
  lines.map((line) => Math.max(...line.map((run) => run.size)) * leading);

/** Of lines and bar, em. */
export const blockHeight = (block: TextBlock): number =>
  lineHeights(block).reduce((sum, height) => sum + height, 0) + (block.bar ? BAR.gap + BAR.height : 0);

export function boxAt(
  x: number,
  y: number,
  size: { width: number; height: number },
  spot: Spot,
  em: number,
): Box {
  const at = x + spot.dx * em;
  const left = spot.anchor === "start" ? at : spot.anchor === "end" ? at - size.width : at - size.width / 2;
  const top = y + spot.dy * em - size.height / 2;
  return { left, top, right: left + size.width, bottom: top + size.height };
}

/** Of a mark about a place, px. */
export const markBox = ([x, y]: readonly [number, number], radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** Common area of two boxes, px². */
export const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

/** Clear space round a name, px. */
const GAP = 1.5;

/** What a shorter name is worth: as much as standing so many em farther from its place in full. */
const SHORTER_EM = 1.4;

/** How often names that must stand and found no room are let in before the others. */
const TURNS = 4;

/**
 * Marks stand before names: a name takes the nearest of its spots that is free of names and marks and lies within
 * `bounds`. One that must stand and finds none covers as little of the marks as it can, but never a name; where
 * names leave it no room at all, it is placed before them.
 */
export function placeLabels<T extends { block: TextBlock }>(
  candidates: readonly Candidate<T>[],
  marks: readonly Box[],
  em: number,
  bounds: Box | null,
): Placed<T>[] {
  let order = candidates;
  let best = placeInOrder(order, marks, em, bounds);
  for (let turn = 0, { missed } = best; missed.length > 0 && turn < TURNS; turn += 1) {
    order = [...missed, ...order.filter((one) => !missed.includes(one))];
    const next = placeInOrder(order, marks, em, bounds);
    missed = next.missed;
    if (missed.length < best.missed.length) best = next;
  }
  return best.placed;
}

function placeInOrder<T extends { block: TextBlock }>(
  candidates: readonly Candidate<T>[],
  marks: readonly Box[],
  em: number,
  bounds: Box | null,
) {
  const placed: Placed<T>[] = [];
  const missed: Candidate<T>[] = [];
  for (const candidate of candidates) {
    const { labels, spots, x, y, always } = candidate;
    let best: (Placed<T> & { covered: number }) | null = null;
    const sizes = labels.map(({ block }) => blockSize(block, em));
    for (const [index, spot] of tries(labels.length, spots)) {
      const [label, size] = [labels[index], sizes[index]];
      if (!label || !size) continue;
      const box = boxAt(x, y, size, spot, em);
      const room = grown(box, GAP);
      const outside = bounds !== null && size.width * size.height - overlap(box, bounds) > 0.01;
      if (outside || placed.some((other) => overlap(room, other.box) > 0)) continue;
      const covered = marks.reduce((sum, mark) => sum + overlap(box, mark), 0);
      if (best === null || covered < best.covered) best = { label, spot, box, covered };
      if (covered === 0) break;
    }
    if (best && (always || best.covered === 0)) {
      placed.push({ label: best.label, spot: best.spot, box: best.box });
    } else if (always) missed.push(candidate);
  }
  return { placed, missed };
}

type Try = [form: number, spot: Spot];
/** By spots, then by how many forms: the same few are asked for with every name, at every width. */
const sorted = new WeakMap<readonly Spot[], Try[][]>();

/** Every form of a name at every spot, the best first. */
function tries(forms: number, spots: readonly Spot[]): Try[] {
  const known = sorted.get(spots) ?? [];
  sorted.set(spots, known);
  const cost = ([form, { dx, dy }]: Try) => Math.hypot(dx, dy) + form * SHORTER_EM;
  known[forms] ??= Array.from({ length: forms }, (_, form) => spots.map((spot): Try => [form, spot]))
    .flat()
    .sort((a, b) => cost(a) - cost(b));
  return known[forms];
}

/** Beside a mark of a radius in em: right, left, below, above. */
export const beside = (radius: number): Spot[] => [
  { anchor: "start", dx: radius, dy: 0 },
  { anchor: "end", dx: -radius, dy: 0 },
  { anchor: "middle", dx: 0, dy: radius + 0.55 },
  { anchor: "middle", dx: 0, dy: -radius - 0.55 },
];

/** At a place, then shifted by a little and by more: an area's name may stand anywhere near its centre. */
export const near = (steps: readonly number[]): Spot[] => [
  { anchor: "middle", dx: 0, dy: 0 },
  ...steps.flatMap((step): Spot[] => [
    { anchor: "middle", dx: 0, dy: -step },
    { anchor: "middle", dx: 0, dy: step },
    { anchor: "middle", dx: -step, dy: 0 },
    { anchor: "middle", dx: step, dy: 0 },
    { anchor: "middle", dx: -step, dy: -step },
    { anchor: "middle", dx: step, dy: -step },
    { anchor: "middle", dx: -step, dy: step },
    { anchor: "middle", dx: step, dy: step },
  ]),
];

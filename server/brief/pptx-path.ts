/** A point of a drawn path in mm, as PowerPoint's own geometry takes it: lines and cubic curves alone. */
export type PathPoint =
  | { x: number; y: number; moveTo?: true }
  | { x: number; y: number; curve: { type: "cubic"; x1: number; y1: number; x2: number; y2: number } }
  | { close: true };

type Pen = { x: number; y: number; startX: number; startY: number; lastX: number; lastY: number };

const LENGTH: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, A: 7, Z: 0 };

/**
 * The points of an SVG path of M L H V C S A Z, in either case; arcs are of circles.
 * @throws Error on any other command
 */
export function pathPoints(d: string): PathPoint[] {
  const points: PathPoint[] = [];
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, lastX: 0, lastY: 0 };
  for (const [, letter = "", rest = ""] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const command = letter.toUpperCase();
    const length = LENGTH[command];
    if (length === undefined) throw new Error(`no path command ${letter} in ${d}`);
    const numbers = (rest.match(/-?(?:\d*\.\d+|\d+)/g) ?? []).map(Number);
    if (length === 0) {
      points.push({ close: true });
      Object.assign(pen, { x: pen.startX, y: pen.startY });
      continue;
    }
    for (let at = 0; at < numbers.length; at += length) {
      // What follows the first point of a move is a line.
      const own = command === "M" && at > 0 ? "L" : command;
      const isRelative = letter !== command;
      step(points, pen, own, numbers.slice(at, at + length), isRelative ? [pen.x, pen.y] : [0, 0]);
    }
  }
  return points;
}

function step(
  points: PathPoint[],
  pen: Pen,
  command: string,
  numbers: number[],
  from: [number, number],
): void {
  const n = (index: number) => numbers[index] ?? 0;
  const go = (x: number, y: number) => Object.assign(pen, { x, y, lastX: x, lastY: y });
  const at = (index: number): [number, number] => [n(index) + from[0], n(index + 1) + from[1]];
  if (command === "M") {
    const [x, y] = at(0);
    Object.assign(pen, { startX: x, startY: y });
    points.push({ x, y, moveTo: true });
    go(x, y);
  } else if (command === "L" || command === "H" || command === "V") {
    const [x, y] =
      command === "L" ? at(0) : command === "H" ? [n(0) + from[0], pen.y] : [pen.x, n(0) + from[1]];
    points.push({ x, y });
    go(x, y);
  } else if (command === "A") {
    const [x, y] = at(5);
    points.push(...arc([pen.x, pen.y], [x, y], n(0), n(3) === 1, n(4) === 1));
    go(x, y);
  } else {
    const smooth = command === "S";
    const [x1, y1] = smooth ? [2 * pen.x - pen.lastX, 2 * pen.y - pen.lastY] : at(0);
    const [x2, y2] = at(smooth ? 0 : 2);
    const [x, y] = at(smooth ? 2 : 4);
    points.push({ x, y, curve: { type: "cubic", x1, y1, x2, y2 } });
    Object.assign(pen, { x, y, lastX: x2, lastY: y2 });
  }
}

/** An arc of a circle as curves of a quarter at most, off by 0.03 % of the radius. */
function arc(
  [x0, y0]: [number, number],
  [x1, y1]: [number, number],
  radius: number,
  large: boolean,
  sweep: boolean,
): PathPoint[] {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const chord = Math.hypot(dx, dy);
  const r = Math.max(radius, chord / 2);
  const height = Math.sqrt(Math.max(0, r * r - (chord * chord) / 4));
  const side = large === sweep ? -1 : 1;
  const cx = (x0 + x1) / 2 - (side * height * dy) / chord;
  const cy = (y0 + y1) / 2 + (side * height * dx) / chord;
  const start = Math.atan2(y0 - cy, x0 - cx);
  let turn = Math.atan2(y1 - cy, x1 - cx) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const parts = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9);
  const each = turn / parts;
  const pull = (4 / 3) * Math.tan(each / 4) * r;
  return Array.from({ length: parts }, (_, index) => {
    const [a, b] = [start + index * each, start + (index + 1) * each];
    const [x, y] = [cx + r * Math.cos(b), cy + r * Math.sin(b)];
    return {
      x,
      y,
      curve: {
        type: "cubic",
        x1: cx + r * Math.cos(a) - pull * Math.sin(a),
        y1: cy + r * Math.sin(a) + pull * Math.cos(a),
        x2: x + pull * Math.sin(b),
        y2: y - pull * Math.cos(b),
      },
    };
  });
}

/** The outer border by kind, where an outer arc alone does not tell: it may border on a gap, not on another country. */
import type { Position } from "geojson";
import { meshArcs } from "topojson-client";
import type { GeometryCollection, MultiLineString, Topology } from "topojson-specification";
import type { LineKind } from "#geo/topology.ts";
import { type Area, areasOf, withArcs } from "./topology-build.ts";

type Lines = GeometryCollection<{ kind: LineKind }>;

/**
 * `topology` (one object, `all`, not quantized) with the arcs that only one of `isOurs` areas has cut wherever the
 * border passes from national to not, and the numbers of those arcs that are not national. Segments go by their middle.
 */
export function cutOuterArcs<P extends Record<string, unknown>>(
  topology: Topology,
  isOurs: (properties: P) => boolean,
  isNational: (at: Position) => boolean,
): { topology: Topology; provincial: ReadonlySet<number> } {
  const all: GeometryCollection<P> = { type: "GeometryCollection", geometries: areasOf<P>(topology, "all") };
  const outer: MultiLineString = meshArcs(
    topology,
    all,
    (a, b) => a === b && isOurs((a as Area<P>).properties),
  );
  const arcs = [...topology.arcs];
  const pieces = new Map<number, number[]>();
  const provincial = new Set<number>();
  for (const arc of outer.arcs.flat().map((one) => (one < 0 ? ~one : one))) {
    const runs = runsOf(topology.arcs[arc] ?? [], isNational);
    const numbers = runs.map((_, index) => (index === 0 ? arc : arcs.length + index - 1));
    for (const [index, { points, national }] of runs.entries()) {
      const number = numbers[index] ?? arc;
      arcs[number] = points;
      if (!national) provincial.add(number);
    }
    pieces.set(arc, numbers);
  }
  const renumbered = (arc: number): number[] => {
    if (arc >= 0) return pieces.get(arc) ?? [arc];
    return (pieces.get(~arc) ?? [~arc]).map((piece) => ~piece).reverse();
  };
  const objects = Object.fromEntries(
    Object.entries(topology.objects).map(([name, object]) => [name, withArcs(object, renumbered)]),
  );
  return { topology: { ...topology, objects, arcs }, provincial };
}

type Run = { points: Position[]; national: boolean };

function runsOf(points: readonly Position[], isNational: (at: Position) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index] ?? to;
    const national = isNational(from.map((value, axis) => (value + (to[axis] ?? value)) / 2));
    const last = runs.at(-1);
    if (last?.national === national) last.points.push(to);
    else runs.push({ points: [from, to], national });
  }
  return runs;
}

/** The lines with those arcs of the national border that are `provincial` moved to the provinces' borders. */
export function withProvincial(lines: Lines, provincial: ReadonlySet<number>): Lines {
  const nation = lines.geometries.find((line) => kindOf(line) === "nation");
  if (provincial.size === 0 || nation?.type !== "MultiLineString") return lines;
  const isMoved = (arc: number) => provincial.has(arc < 0 ? ~arc : arc);
  const pieces = nation.arcs.flatMap((line) => piecesOf(line, isMoved));
  const moved = pieces.filter(([first = 0]) => isMoved(first));
  const kept = pieces.filter(([first = 0]) => !isMoved(first));
  const others = lines.geometries.filter((line) => line !== nation);
  const province = others.find((line) => kindOf(line) === "prov");
  return {
    ...lines,
    geometries: [
      ...(kept.length > 0 ? [{ ...nation, arcs: kept }] : []),
      ...(province ? [] : [{ ...nation, arcs: moved, properties: { kind: "prov" as const } }]),
      ...others.map((line) =>
        line === province && line.type === "MultiLineString"
          ? { ...line, arcs: [...line.arcs, ...moved] }
          : line,
      ),
    ],
  };
}

const kindOf = ({ properties }: Lines["geometries"][number]): LineKind | null =>
  properties && "kind" in properties ? properties.kind : null;

/** A line where neighbouring arcs are alike in `isMoved`, as long as may be. */
function piecesOf(line: readonly number[], isMoved: (arc: number) => boolean): number[][] {
  const pieces: number[][] = [];
  for (const arc of line) {
    const last = pieces.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && isMoved(before) === isMoved(arc)) last.push(arc);
    else pieces.push([arc]);
  }
  return pieces;
}

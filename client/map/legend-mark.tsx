/** Samples for legends, lists and ladders: the very marks and lines that the map draws. */
import type { ItemType } from "#domain/item.ts";
import type { LightChoice } from "#domain/light/light-state.ts";
import { corridorDash } from "#domain/look/marks.ts";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import type { Stage } from "#domain/stage.ts";
import type { LineLook } from "#geo/drawn/corridors.ts";
import {
  type Brush,
  hubBrushes,
  lightBrushes,
  MARK_BOX,
  minorPortBrushes,
  portBrushes,
  stageBrushes,
} from "../layers/mark-drawing.ts";

/** A sample beside its words says nothing of its own to a screen reader: all of these are aria-hidden. */
function Painted({ brushes, size }: { brushes: readonly Brush[]; size: number }) {
  const { from, side } = MARK_BOX;
  return (
    <svg
      className="mark-sample"
      aria-hidden="true"
      width={size}
      height={size}
      viewBox={`${from} ${from} ${side} ${side}`}
    >
      {brushes.map((brush) => (
        <path
          key={`${brush.path}${brush.fill}${brush.stroke}`}
          d={brush.path}
          fill={brush.fill ?? "none"}
          stroke={brush.stroke}
          strokeWidth={brush.width}
          strokeDasharray={brush.dash?.join(" ")}
          strokeLinejoin="round"
          shapeRendering={brush.hidden && "crispEdges"}
          strokeLinecap={brush.dash ? "butt" : "round"}
          transform={brush.scale && scaleAbout(brush.scale)}
        />
      ))}
    </svg>
  );
}

function scaleAbout({ by, about: [x, y] }: { by: number; about: readonly [number, number] }): string {
  return `translate(${x} ${y}) scale(${by}) translate(${-x} ${-y})`;
}

export function StageMark(props: { type: ItemType; stage: Stage; theme: Theme; size?: number }) {
  return <Painted brushes={stageBrushes(props.type, props.stage, props.theme)} size={props.size ?? 18} />;
}

export function LightSample(props: { light: LightChoice; theme: Theme; size?: number }) {
  return <Painted brushes={lightBrushes(props.light, props.theme)} size={props.size ?? 18} />;
}

export function PlaceMark(props: { kind: "port" | "minorPort" | "hub"; theme: Theme; size?: number }) {
  const paint = { port: portBrushes, minorPort: minorPortBrushes, hub: hubBrushes }[props.kind];
  return <Painted brushes={paint(props.theme)} size={props.size ?? 18} />;
}

/** Width in px of a corridor's sample; its dash is the map's, scaled to the sample's own width. */
const SAMPLE = { width: 44, height: 14, line: 2.6 } as const;

export function LineSample({ look: { kind, later }, theme }: { look: LineLook; theme: Theme }) {
  const palette = PALETTE[theme];
  const color = palette.corridor[kind];
  const middle = SAMPLE.height / 2;
  const track = `M1 ${middle}H${SAMPLE.width - 1}`;
  const double = kind === "road" || kind === "rail";
  const directed = kind === "uhv" || kind === "gas" || kind === "water";
  const head = `M${SAMPLE.width / 2 - 3} 3.2 ${SAMPLE.width / 2 + 2} ${middle} ${SAMPLE.width / 2 - 3} 10.8`;
  const inner = kind === "road" ? 2 : 1.9;
  const width = double ? 4.2 : SAMPLE.line;
  const dash = corridorDash(kind, later)
    .map((part) => part * (double ? inner : SAMPLE.line))
    .join(" ");
  return (
    <svg
      aria-hidden="true"
      width={SAMPLE.width}
      height={SAMPLE.height}
      viewBox={`0 0 ${SAMPLE.width} ${SAMPLE.height}`}
      fill="none"
    >
      <path d={track} stroke={palette.casing} strokeWidth={width + 3} />
      <path d={track} stroke={color} strokeWidth={width} strokeDasharray={double ? undefined : dash} />
      {double && <path d={track} stroke={palette.casing} strokeWidth={inner} strokeDasharray={dash} />}
      {directed && <path d={head} stroke={palette.casing} strokeWidth={5} />}
      {directed && <path d={head} stroke={color} strokeWidth={2} />}
    </svg>
  );
}

/** The look of `no data` in a box, as on the map: hatched, never the ramp's low end. */
export function HatchSample({ theme, width, height }: { theme: Theme; width: number; height: number }) {
  const { noData, hatch } = PALETTE[theme];
  const lines = Array.from({ length: Math.ceil((width + height) / 5.6) }, (_, index) => {
    const x = (index + 1) * 5.6;
    return `M${x} 0 ${x - height} ${height}`;
  });
  return (
    <svg aria-hidden="true" width={width} height={height}>
      <path d={`M0 0H${width}V${height}H0Z`} fill={noData} />
      <path d={lines.join("")} stroke={hatch} strokeWidth={0.9} fill="none" />
    </svg>
  );
}

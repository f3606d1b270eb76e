import { type Frame, percentOf } from "./frame.ts";
import type { Label } from "./labels.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import type { Placed, Spot } from "./placement.ts";

/** Baseline of Han characters below the middle of their line, in em. */
const BASELINE = 0.36;

/** A name at its share of the frame, offset in em, so that its size in pixels stays its own. */
export function labelNode({ label, spot }: Placed<Label>, frame: Frame): PictureNode {
  const { block } = label;
  const heights = block.lines.map((line) => Math.max(...line.map((run) => run.size)) * block.leading);
  const total = heights.reduce((sum, height) => sum + height, 0);
  let top = spot.dy - total / 2;
  const lines = block.lines.map((line, index) => {
    const height = heights[index] ?? 0;
    const size = Math.max(...line.map((run) => run.size));
    const baseline = top + height / 2 + BASELINE * size;
    top += height;
    return node(
      "text",
      {
        x: em(offset(spot, block.spacing)),
        y: em(baseline),
        "text-anchor": spot.anchor === "start" ? undefined : spot.anchor,
      },
      // The run's size stands on the tspan: on the text it would change the em of its x and y.
      ...line.map((run) => node("tspan", runAttributes(run), run.text)),
    );
  });
  return node(
    "svg",
    {
      ...percentOf(frame, label.at),
      overflow: "visible",
      fill: label.color,
      stroke: label.halo,
      "font-family": label.serif ? SERIF : undefined,
      style: block.spacing ? { letterSpacing: `${block.spacing}em` } : undefined,
    },
    ...lines,
  );
}

export const SANS =
  "'Noto Sans SC Variable','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
export const SERIF = "'Noto Serif SC','Source Han Serif SC',SimSun,serif";

/** Letter spacing stands after the last letter too: half of it is taken back where a name is centred. */
const offset = (spot: Spot, spacing: number) =>
  spot.anchor === "middle" ? spot.dx + spacing / 2 : spot.anchor === "end" ? spot.dx + spacing : spot.dx;
const em = (value: number): string | number => {
  const short = rounded(value, 2);
  return short === 0 ? 0 : `${short}em`;
};
const runAttributes = (run: { size: number; weight?: number }) => ({
  "font-size": run.size === 1 ? undefined : `${run.size}em`,
  "font-weight": run.weight === 400 ? undefined : run.weight,
});

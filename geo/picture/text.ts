import { type Frame, percentOf } from "./frame.ts";
import type { Label } from "./labels.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import { BAR, type BarPart, blockHeight, lineHeights, type Placed, type Spot } from "./placement.ts";

/** Baseline of Han characters below the middle of their line, in em. */
const BASELINE = 0.36;

/** A name at its share of the frame, offset in em, so that its size in pixels stays its own. */
export function labelNode({ label, spot }: Placed<Label>, frame: Frame): PictureNode {
  const { block } = label;
  const heights = lineHeights(block);
  let top = spot.dy - blockHeight(block) / 2;
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
    ...(block.bar ? barNodes(block.bar, spot, top + BAR.gap) : []),
  );
}

/** A bar of shares, in em; what is off the ladder is outlined, so that it is told from the steps by more than colour. */
function barNodes(parts: readonly BarPart[], spot: Spot, top: number): PictureNode[] {
  let x = spot.anchor === "start" ? spot.dx : spot.dx - (spot.anchor === "end" ? BAR.width : BAR.width / 2);
  return parts.map(({ share, color, outlined }) => {
    const width = share * BAR.width;
    const part = node("rect", {
      x: em(x),
      y: em(top),
      width: em(width),
      height: em(BAR.height),
      ...(outlined
        ? { stroke: color, "stroke-dasharray": "2 1.5", style: { strokeWidth: ".08em" }, fill: "none" }
        : { fill: color }),
    });
    x += width;
    return part;
  });
}

export const SANS =
  "'One Map Sans','One Map Sans Rest','Noto Sans SC Variable','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
export const SERIF =
  "'One Map Serif','One Map Serif Rest','Noto Serif SC','Source Han Serif SC',SimSun,serif";

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

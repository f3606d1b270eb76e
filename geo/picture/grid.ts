import { type Frame, gridHeight } from "./frame.ts";
import { node, type PictureNode } from "./node.ts";

/** A nested SVG whose units are the frame's path grid. */
export function grid(
  frame: Frame,
  attributes: PictureNode["attributes"],
  ...children: readonly PictureNode[]
): PictureNode {
  return node(
    "svg",
    {
      viewBox: `0 0 ${frame.grid} ${gridHeight(frame)}`,
      preserveAspectRatio: "none",
      width: "100%",
      height: "100%",
      overflow: "visible",
    },
    node("g", attributes, ...children),
  );
}

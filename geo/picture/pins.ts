import type { LonLat } from "../camera.ts";
import { MAJOR_PORTS } from "./around.ts";
import { type Frame, percentOf } from "./frame.ts";
import type { Drawing } from "./input.ts";
import { MARK_EM, type Marked } from "./labels.ts";
import { itemMark, portMark } from "./marks.ts";
import { node, type PictureNode, rounded } from "./node.ts";

export type Mark = Marked & { item: string | null; title: string; shape: readonly PictureNode[] };

/** Projects, then ports: what is drawn later lies above. */
export function markList(drawing: Drawing): Mark[] {
  const { palette, theme, points, on, lang } = drawing;
  const marks: Mark[] = [];
  for (const point of points) {
    const shape = itemMark(point.type, point.stage, theme, palette);
    marks.push({ at: point.at, radius: MARK_EM.item, item: point.item, title: point.name, shape });
  }
  if (on.has("ports")) {
    for (const { name, nameEn } of MAJOR_PORTS) {
      const at: LonLat | undefined = drawing.port(name);
      const title = lang === "en" ? nameEn : name;
      if (at) marks.push({ at, radius: MARK_EM.port, item: null, title, shape: portMark(palette) });
    }
  }
  return marks;
}

/** A mark keeps its size in em and stands at its share of the frame. */
export function markNode({ at, radius, item, title, shape }: Mark, frame: Frame): PictureNode {
  const side = `${rounded(radius * 2, 2)}em`;
  const back = `${rounded(-radius, 2)}em`;
  return node(
    "svg",
    { ...percentOf(frame, at), overflow: "visible", "data-item": item ?? undefined },
    node(
      "svg",
      { x: back, y: back, width: side, height: side, viewBox: "0 0 24 24", overflow: "visible" },
      node("title", {}, title),
      ...shape,
    ),
  );
}

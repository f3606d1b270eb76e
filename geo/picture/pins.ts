import { type Language, nameIn, STAGE_WORDS } from "#domain/look/words.ts";
import type { LonLat } from "../camera.ts";
import { type Cluster, clusterMix, clusterPoints, clustersAt } from "../drawn/clusters.ts";
import { placeSub } from "../drawn/item-words.ts";
import type { DrawnPoint } from "../drawn/points.ts";
import { MAJOR_PORTS } from "./around.ts";
import { type Frame, percentOf } from "./frame.ts";
import type { Drawing } from "./input.ts";
import { badgeMark, itemMark, portMark } from "./marks.ts";
import { type Attributes, node, type PictureNode, rounded } from "./node.ts";
import { PICTURE_WORDS } from "./words.ts";

/** Radius of marks in em of a league's name: their size on the map. */
export const MARK_EM = { item: 0.56, badge: 0.87, port: 0.66, ring: 0.95 } as const;

export type Mark = {
  at: LonLat;
  radius: number;
  /** Of the one point that it stands for. */
  point: string | null;
  /** It, or a member of it, is the item picked. */
  picked: boolean;
  title: string;
  shape: readonly PictureNode[];
  /** What a press on it means. */
  data: Attributes;
};

/** Projects, then ports: what is drawn later lies above. Marks that collide at the zoom stand as one, as on the map. */
export function markList(drawing: Drawing, zoom: number): Mark[] {
  const { palette, points, on, lang } = drawing;
  const marks = clustersAt(clusterPoints(points), zoom).map((cluster) => pointMark(drawing, cluster));
  if (!on.has("ports")) return marks;
  const ports = MAJOR_PORTS.flatMap((port): Mark[] => {
    const at = drawing.port(port.name);
    if (!at) return [];
    const title = nameIn(lang, port);
    const data = port.city === null ? {} : { "data-code": port.city };
    return [{ at, radius: MARK_EM.port, point: null, picked: false, title, shape: portMark(palette), data }];
  });
  return [...marks, ...ports];
}

function pointMark({ theme, palette, lang, view }: Drawing, { members, at, zmax }: Cluster): Mark {
  const [first] = members;
  if (!first) throw new Error("cluster: without members");
  const picked = members.some(({ item }) => item === view.item);
  if (members.length > 1) {
    return {
      at,
      radius: MARK_EM.badge,
      point: null,
      picked,
      title: PICTURE_WORDS.several[lang](
        members.length,
        members.map((one) => nameIn(lang, one)),
      ),
      shape: badgeMark(members.length, clusterMix(members), theme, palette),
      data: { "data-opens": `${zmax}/${rounded(at[1], 4)}/${rounded(at[0], 4)}` },
    };
  }
  return {
    at,
    radius: MARK_EM.item,
    point: first.id,
    picked,
    title: pointTitle(first, lang),
    shape: itemMark(first.type, first.stage, theme, palette),
    data: { "data-item": first.item },
  };
}

/** All that the map tells of a point by its label and at the pointer. */
const pointTitle = (point: DrawnPoint, lang: Language): string =>
  [nameIn(lang, point), STAGE_WORDS[point.stage][lang], placeSub(point, lang), `± ${point.errorKm} km`]
    .filter(Boolean)
    .join(" · ");

/** A mark keeps its size in em and stands at its share of the frame. */
export function markNode(
  { at, radius, picked, title, shape, data }: Mark,
  frame: Frame,
  accent: string,
): PictureNode {
  const side = `${rounded(radius * 2, 2)}em`;
  const back = `${rounded(-radius, 2)}em`;
  return node(
    "svg",
    { ...percentOf(frame, at), overflow: "visible", ...data },
    ...(picked ? [ring(accent)] : []),
    node(
      "svg",
      { x: back, y: back, width: side, height: side, viewBox: "0 0 24 24", overflow: "visible" },
      node("title", {}, title),
      ...shape,
    ),
  );
}

const ring = (accent: string): PictureNode =>
  node("circle", {
    r: `${MARK_EM.ring}em`,
    fill: accent,
    "fill-opacity": 0.3,
    stroke: accent,
    "stroke-width": 2,
  });

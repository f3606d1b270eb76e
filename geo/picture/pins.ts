import { type Language, nameIn } from "#domain/look/words.ts";
import type { LonLat } from "../camera.ts";
import { clusterLight, clusterMix, clustersAt } from "../drawn/clusters.ts";
import { hubFrom } from "../drawn/hubs.ts";
import type { ItemMark } from "../drawn/item-marks.ts";
import { placeSub, stageSub } from "../drawn/item-words.ts";
import type { DrawnPoint } from "../drawn/points.ts";
import { MAJOR_PORTS, MINOR_PORTS_FROM } from "../drawn/ports.ts";
import { HUB_RAISE_EM, MARK_EM } from "./em.ts";
import { type Frame, percentOf } from "./frame.ts";
import type { Wording } from "./input.ts";
import { badgeMark, hubMark, itemMark, lightOnMark, minorPortMark, portMark } from "./marks.ts";
import { type Attributes, node, type PictureNode, rounded } from "./node.ts";
import { PICTURE_WORDS } from "./words.ts";

export type Mark = {
  at: LonLat;
  radius: number;
  /** How far above its place it stands, em. */
  raise: number;
  /** Of the one point that it stands for. */
  point: string | null;
  /** A port, which a picture is first seen with (scene.ts). */
  isPort: boolean;
  /** It, or a member of it, is the item picked. */
  picked: boolean;
  title: string;
  shape: readonly PictureNode[];
  /** What a press on it means. */
  data: Attributes;
};

/**
 * Items, then minor ports, hubs and ports: what is drawn later lies above. Marks of items that collide at the zoom
 * stand as one, and beside a port or hub, as on the map.
 */
export function markList(drawing: Wording, zoom: number): Mark[] {
  const { marks, on } = drawing;
  return [
    ...clustersAt(marks, zoom).map((mark) => pointMark(drawing, mark)),
    ...(on.has("ports") && zoom >= MINOR_PORTS_FROM ? minorPortMarks(drawing) : []),
    ...(on.has("hubs") ? hubMarks(drawing, zoom) : []),
    ...(on.has("ports") ? portMarks(drawing) : []),
  ];
}

function pointMark({ theme, palette, lang, view }: Wording, { members, at, opens }: ItemMark): Mark {
  const [first] = members;
  if (!first) throw new Error("cluster: without members");
  const light = lightOnMark(members.length > 1 ? "badge" : "mark", clusterLight(members), palette);
  const picked = members.some(({ item }) => item === view.item);
  if (members.length > 1) {
    const names = members.map((one) => nameIn(lang, one));
    const shape = [...badgeMark(members.length, clusterMix(members), theme, palette), ...light];
    const title = PICTURE_WORDS.several[lang](members.length, names);
    const data = { "data-opens": `${opens}/${rounded(at[1], 4)}/${rounded(at[0], 4)}` };
    return { ...placeMark(at, MARK_EM.badge, title, shape), picked, data };
  }
  const shape = [...itemMark(first.type, first.stage, theme, palette), ...light];
  const data = { "data-item": first.item };
  return { ...placeMark(at, MARK_EM.item, pointTitle(first, lang), shape), point: first.id, picked, data };
}

/** A mark that leads nowhere. */
const placeMark = (at: LonLat, radius: number, title: string, shape: readonly PictureNode[]): Mark => ({
  at,
  radius,
  raise: 0,
  point: null,
  isPort: false,
  picked: false,
  title,
  shape,
  data: {},
});

const portMarks = ({ port: placeOf, palette, lang }: Wording): Mark[] =>
  MAJOR_PORTS.flatMap((port) => {
    const at = placeOf(port.name);
    if (!at) return [];
    const mark = { ...placeMark(at, MARK_EM.port, nameIn(lang, port), portMark(palette)), isPort: true };
    return [port.city === null ? mark : { ...mark, data: { "data-code": port.city } }];
  });

const minorPortMarks = ({ minorPorts, palette, lang }: Wording): Mark[] =>
  minorPorts.map((port) => {
    const title = joined(nameIn(lang, port), placeSub(port, lang));
    return placeMark(port.at, MARK_EM.minorPort, title, minorPortMark(palette));
  });

const hubMarks = ({ features, regions, palette, lang }: Wording, zoom: number): Mark[] =>
  features.hubs
    .filter(({ at }) => hubFrom(at, regions) <= zoom)
    .map((hub) => {
      const title = joined(nameIn(lang, hub), placeSub(hub, lang), `± ${hub.errorKm} km`);
      return { ...placeMark(hub.at, MARK_EM.hub, title, hubMark(palette)), raise: HUB_RAISE_EM };
    });

/** All that the map tells of a point by its label and at the pointer. */
const pointTitle = (point: DrawnPoint, lang: Language): string =>
  joined(nameIn(lang, point), stageSub(point, lang), placeSub(point, lang), `± ${point.errorKm} km`);

const joined = (...parts: string[]): string => parts.filter(Boolean).join(" · ");

/** A mark keeps its size in em and stands at its share of the frame. */
export function markNode(
  { at, radius, raise, picked, title, shape, data }: Mark,
  frame: Frame,
  accent: string,
): PictureNode {
  const em = (value: number) => `${rounded(value, 2)}em`;
  const side = em(radius * 2);
  return node(
    "svg",
    { ...percentOf(frame, at), overflow: "visible", ...data },
    ...(picked ? [ring(accent)] : []),
    node(
      "svg",
      {
        x: em(-radius),
        y: em(-radius - raise),
        width: side,
        height: side,
        viewBox: "0 0 24 24",
        overflow: "visible",
      },
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

import { z } from "zod";
import { CORRIDOR_KINDS, type CorridorKind } from "../place.ts";
import { leagueOf, type Region } from "../region.ts";
import { DEFAULT_VIEW, type LayerName, type View } from "../view.ts";
import type { WallRoom } from "./frame.ts";

/**
 * One picture of the wall's tour, as data: what the map shows and what is said beside it. A scene is known by its
 * id, so that a list of scenes fits in an address:
 *
 *   whole   papers   unstated   region-150700   port-150781   corridor-uhv
 */
export type Scene =
  | { kind: "whole" | "papers" | "unstated"; id: string }
  | { kind: "region" | "port"; id: string; code: string }
  | { kind: "corridor"; id: string; corridor: CorridorKind };

/** Counties of the port zones that the map draws large; 策克 reports with 额济纳旗. */
export const PORT_CODES = ["150781", "152501", "152923"] as const;

export const zSceneId = z
  .string()
  .regex(
    new RegExp(
      `^(whole|papers|unstated|region-15\\d{4}|port-(${PORT_CODES.join("|")})|corridor-(${CORRIDOR_KINDS.join("|")}))$`,
    ),
    "expected a scene such as whole, region-150700, port-150781 or corridor-uhv",
  );

/** The scene of an id; null for an id that names none. */
export function sceneOf(id: string): Scene | null {
  if (!zSceneId.safeParse(id).success) return null;
  const [kind = "", of = ""] = id.split("-");
  if (kind === "region" || kind === "port") return { kind, id, code: of };
  if (kind === "corridor") return { kind, id, corridor: of as CorridorKind };
  return { kind: kind as "whole" | "papers" | "unstated", id };
}

export const WHOLE: Scene = { kind: "whole", id: "whole" };
export const UNSTATED: Scene = { kind: "unstated", id: "unstated" };

/** The scene of a region, which a hand has touched: a county stands with its league, a port zone for itself. */
export function sceneAt(code: string): Scene {
  const league = leagueOf(code);
  if (league === null) return WHOLE;
  const port = PORT_CODES.some((one) => one === code);
  return port
    ? { kind: "port", id: `port-${code}`, code }
    : { kind: "region", id: `region-${league}`, code: league };
}

/** Every scene there is, in the order of a round: the whole, each league, each port zone, each corridor theme. */
export function allScenes(regions: readonly Region[]): Scene[] {
  const leagues = regions.filter((region) => region.level === "league").map(({ code }) => `region-${code}`);
  return [
    "whole",
    ...leagues,
    ...PORT_CODES.map((code) => `port-${code}`),
    ...CORRIDOR_KINDS.map((kind) => `corridor-${kind}`),
    "papers",
    "unstated",
  ]
    .map(sceneOf)
    .filter((scene) => scene !== null);
}

/** The view that a scene puts on the map. A corridor's camera depends on the window: the map's own part adds it. */
export function viewOf(scene: Scene): View {
  const view: View = { ...DEFAULT_VIEW, theme: "dark" };
  switch (scene.kind) {
    case "region":
    case "port":
      return { ...view, region: scene.code };
    case "papers":
      return { ...view, measure: "policies" };
    case "unstated":
      return { ...view, filter: { stages: ["unstated"] } };
    case "corridor":
      return { ...view, layers: view.layers.filter((layer) => !isOtherCorridor(layer, scene.corridor)) };
    default:
      return view;
  }
}

/** The switch of each kind of line. */
export const CORRIDOR_LAYER: Record<CorridorKind, LayerName> = {
  uhv: "uhv",
  gas: "gas",
  water: "waterway",
  road: "road",
  rail: "rail",
  belt: "guofa21",
};

/** The whole has most room, and least where a list stands beside a part of the region. */
export function roomOf({ kind }: Scene): WallRoom {
  if (kind === "whole") return "whole";
  return kind === "papers" || kind === "unstated" ? "mid" : "part";
}

/** The lines of the other themes step back. */
const isOtherCorridor = (layer: LayerName, kind: CorridorKind): boolean =>
  layer !== CORRIDOR_LAYER[kind] && Object.values(CORRIDOR_LAYER).includes(layer);

import { z } from "zod";
import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { zRegionCode } from "../region.ts";
import { LAYERS, type LayerName } from "../view.ts";
import { zSceneId } from "./scene.ts";

export const zLayer = z.enum(Object.keys(LAYERS) as [LayerName, ...LayerName[]]);

/** What a hand may ask of the wall: by its keys, by touch, or from another device. */
export const zAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("step"), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.strictObject({ do: z.literal("go"), scene: zSceneId }),
  z.strictObject({ do: z.literal("hold") }),
  /** Hands back to the tour, and lets go of all that a hand has put up. */
  z.strictObject({ do: z.literal("tour") }),
  z.strictObject({ do: z.literal("item"), id: zItemId.nullable() }),
  z.strictObject({ do: z.literal("point"), region: zRegionCode.nullable() }),
  z.strictObject({ do: z.literal("layer"), layer: zLayer, on: z.boolean() }),
  z.strictObject({ do: z.literal("month"), month: zMonth.nullable() }),
  z.strictObject({ do: z.literal("replay") }),
]);
export type Action = z.infer<typeof zAction>;

/** What stands on the wall, beside the data: no more than this survives a step of the tour. */
export const zShow = z.strictObject({
  scene: zSceneId,
  /** A hand holds the scene: the tour waits. */
  held: z.boolean(),
  /** Item whose card is open. */
  item: zItemId.nullable(),
  /** Region that a hand points at. */
  pointed: zRegionCode.nullable(),
  /** Layers that a hand has switched, and how; null off. */
  layers: z.partialRecord(zLayer, z.boolean()),
  /** null: the latest month. */
  month: zMonth.nullable(),
  /** The months go by, one after the other. */
  replaying: z.boolean(),
});
export type Show = z.infer<typeof zShow>;

export const showFrom = (scene: string): Show => ({
  scene,
  held: false,
  item: null,
  pointed: null,
  layers: {},
  month: null,
  replaying: false,
});

/**
 * The show after an action. `scenes`: ids of the round, in its order; `months`: published ones, oldest first.
 * Whatever a hand does holds the scene, until it hands back to the tour.
 */
export function act(show: Show, action: Action, scenes: readonly string[], months: readonly string[]): Show {
  switch (action.do) {
    case "step":
      return {
        ...show,
        scene: stepped(show.scene, action.by, scenes),
        item: null,
        pointed: null,
        held: true,
      };
    case "go":
      return { ...show, scene: action.scene, item: null, pointed: null, held: true };
    case "hold":
      return { ...show, held: true };
    case "tour":
      return showFrom(show.scene);
    case "item":
      return { ...show, item: action.id, held: true };
    case "point":
      return { ...show, pointed: action.region, held: true };
    case "layer":
      return { ...show, layers: { ...show.layers, [action.layer]: action.on }, held: true };
    case "month":
      return { ...show, month: action.month, replaying: false, held: true };
    case "replay":
      return months.length < 2 ? show : { ...show, month: months[0] ?? null, replaying: true, held: true };
  }
}

/**
 * The show once its hand has gone: the scene that the wall's address names stands again and is held, any other goes on
 * with the tour.
 */
export const handedBack = (show: Show, named: string | null): Show => ({
  ...showFrom(named ?? show.scene),
  held: named !== null,
});

/** The tour's own step, to the scene after. */
export const toured = (show: Show, scenes: readonly string[]): Show => ({
  ...show,
  scene: stepped(show.scene, 1, scenes),
});

/** The scene before or after; from one that is not in the round, its first. */
function stepped(scene: string, by: 1 | -1, scenes: readonly string[]): string {
  const at = scenes.indexOf(scene);
  if (at < 0) return scenes[0] ?? scene;
  return scenes[(at + by + scenes.length) % scenes.length] ?? scene;
}

/** The month after, in a replay; the latest ends it. */
export function nextMonth(show: Show, months: readonly string[]): Show {
  const after = months[months.indexOf(show.month ?? "") + 1];
  return after === undefined || after === months.at(-1)
    ? { ...show, month: null, replaying: false }
    : { ...show, month: after };
}

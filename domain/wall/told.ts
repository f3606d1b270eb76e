import { z } from "zod";
import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { zRegionCode } from "../region.ts";
import { LANGUAGES, THEMES } from "../view.ts";
import { zSceneId } from "./scene.ts";
import { zLayer, zShow } from "./show.ts";

const MAX_LIST = 200;
const MAX_ITEMS = 50;
const zText = z.string().min(1).max(200);

/** What the wall tells its remote: all that the remote shows, for it asks nothing of the ledger itself. */
export const zTold = z.strictObject({
  show: zShow,
  /** The round, in its order. */
  scenes: z.array(z.strictObject({ id: zSceneId, title: zText })).max(MAX_LIST),
  /** Of the scene that stands on the wall. */
  items: z.array(z.strictObject({ id: zItemId, title: zText })).max(MAX_ITEMS),
  regions: z.array(z.strictObject({ code: zRegionCode, name: zText })).max(MAX_LIST),
  /** Published ones, oldest first. */
  months: z.array(zMonth).max(MAX_LIST),
  layers: z.array(z.strictObject({ name: zLayer, label: zText, on: z.boolean() })).max(MAX_LIST),
  /** Of the words above, and of the wall. */
  lang: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
});
export type Told = z.infer<typeof zTold>;

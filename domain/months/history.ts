import { z } from "zod";
import { zLight } from "../light/light.ts";
import { zMonth } from "../month.ts";
import { zStage } from "../stage.ts";
import { zMasterChange } from "./master-data.ts";

/** Where an item stood in each published month since it came into the ledger, the oldest first. */
export const zHistory = z.array(
  z.strictObject({
    month: zMonth,
    stage: zStage,
    stageWords: z.string(),
    /** null where nobody filed for it. */
    light: zLight.nullable(),
    /** What else of its record became something else since the month before. */
    changed: z.array(zMasterChange),
  }),
);
export type History = z.infer<typeof zHistory>;

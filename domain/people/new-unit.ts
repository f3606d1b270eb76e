import { z } from "zod";
import { zRegionCode } from "../region.ts";

/** A unit that files and is not among the source's: a banner or county, or one of the departments it does not name. */
export const zNewUnit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("county"), region: zRegionCode }),
  z.strictObject({
    kind: z.literal("department"),
    name: z.string().trim().min(2).max(60),
    short: z.string().trim().min(1).max(20),
    nameEn: z.string().trim().min(2).max(120),
  }),
]);
export type NewUnit = z.infer<typeof zNewUnit>;

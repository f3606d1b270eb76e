import { z } from "zod";

/** Apart from the answers' schemas (query.ts): an address names a sort, and the page needs no more of them. */
export const SORTS = ["source", "title", "stage", "region"] as const;
export const zSort = z.strictObject({ by: z.enum(SORTS), descending: z.boolean().optional() });
export type Sort = z.infer<typeof zSort>;

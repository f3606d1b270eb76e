import { z } from "zod";

export const zScreenName = z.string().trim().min(1).max(60);

/** A wall that may show the ledger while `ACCESS` is `login`, and nothing else. */
export const zScreen = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  usedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Screen = z.infer<typeof zScreen>;

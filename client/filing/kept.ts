import { z } from "zod";
import type { Kept } from "./keeper.ts";

/** What a browser kept, as far as it can be read: a page of another version may have written it. */
export function keptOf<Content>(zContent: z.ZodType<Content>, value: unknown): Kept<Content> | null {
  const zKept = z.strictObject({
    base: z.strictObject({ content: zContent, edition: z.int().min(0) }),
    content: zContent,
    at: z.string(),
  });
  return zKept.safeParse(value).data ?? null;
}

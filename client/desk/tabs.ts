import { z } from "zod";

/** What one tab of the desk tells the others: somebody signed out, signed in, or was busy at that time (ms). */
const zWord = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("left"), account: z.string() }),
  z.strictObject({ kind: z.literal("changed") }),
  z.strictObject({ kind: z.literal("used"), at: z.number() }),
]);
export type TabWord = z.infer<typeof zWord>;

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("one-map:desk");

export const sayToTabs = (word: TabWord): void => channel?.postMessage(word);

/** Hears the other tabs. A tab of an older build may say what is no word: that is let pass. */
export function hearTabs(listener: (word: TabWord) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    const word = zWord.safeParse(data);
    if (word.success) listener(word.data);
  };
  channel?.addEventListener("message", hear);
  return () => channel?.removeEventListener("message", hear);
}

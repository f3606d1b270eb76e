import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type ContentOf, contentSchema, type Work } from "#domain/work/work.ts";
import { getLocal, putLocal, removeLocal } from "../desk/local-drafts.ts";
import { Keeper, type Keeping } from "../filing/keeper.ts";
import { keptOf } from "../filing/kept.ts";
import { failureOf, useKeeper } from "../filing/use-keeper.ts";
import { askWork, saveWork } from "./work-call.ts";

/**
 * What is drawn up, kept while it is typed, in the way of a report. The component is keyed by `id`, which one that
 * nobody has begun has already.
 * @param onBegun the server has it since now
 * @param onRefused told of a content that the server does not keep, and why
 */
export function useKeptWork<N extends WorkNoun>(
  noun: N,
  { id, work, start }: { id: string; work: Work<N> | null; start: ContentOf<N> },
  account: string,
  onBegun: () => void,
  onRefused: (content: ContentOf<N>, error: unknown) => void,
): { keeper: Keeper<ContentOf<N>>; keeping: Keeping<ContentOf<N>> } {
  const cache = useQueryClient();
  const base = useMemo(
    () => ({ content: work?.content ?? start, edition: work?.edition ?? 0 }),
    [work, start],
  );
  const [keeper] = useState(() => {
    const key = `${noun}:${id}`;
    return new Keeper<ContentOf<N>>({
      base,
      kept: keptOf(contentSchema(noun), getLocal(account, key)),
      save: async (content, edition) => {
        const saved = await saveWork(noun, { id, edition, content }).catch((error: unknown) => {
          onRefused(content, error);
          throw error;
        });
        void cache.invalidateQueries({ queryKey: [noun, "list"] });
        if (edition === 0) onBegun();
        return { edition: saved.edition, at: saved.editedAt };
      },
      there: async () => {
        const { content, edition } = (await askWork(noun, id)).work;
        return { content, edition };
      },
      failureOf,
      keep: (kept) => putLocal(account, key, kept),
      forget: () => removeLocal(account, key),
      now: () => new Date(),
    });
  });
  return { keeper, keeping: useKeeper(keeper, base) };
}

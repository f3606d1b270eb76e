import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { type Proposal, type ProposalContent, zProposalContent } from "#domain/report/proposal.ts";
import { ask, tell } from "../desk/call.ts";
import { getLocal, putLocal, removeLocal } from "../desk/local-drafts.ts";
import { sameValue } from "../filing/fields.ts";
import { Keeper, type Keeping } from "../filing/keeper.ts";
import { keptOf } from "../filing/kept.ts";
import { failureOf, useKeeper } from "../filing/use-keeper.ts";

/** What a proposal is about: said once, when it is begun. */
export type About = { unit: string; month: string; item: string | null };

/**
 * A proposal as it is typed and kept, in the way of a report. One that nobody has begun gets its id with its first
 * save. The component is keyed by the proposal.
 */
export function useProposal(
  proposal: Proposal | null,
  start: ProposalContent,
  { unit, month, item }: About,
  account: string,
): { keeper: Keeper<ProposalContent>; keeping: Keeping<ProposalContent>; proposalId: () => string | null } {
  const cache = useQueryClient();
  const id = useRef(proposal?.id ?? null);
  /** Its first save has gone out: where no answer came, it may have come about. */
  const isBegun = useRef(false);
  const base = useMemo(
    () => ({ content: proposal?.content ?? start, edition: proposal?.edition ?? 0 }),
    [proposal, start],
  );
  const [keeper] = useState(() => {
    const key = `proposal:${proposal?.id ?? `new:${month}:${item ?? ""}`}`;
    return new Keeper<ProposalContent>({
      base,
      kept: keptOf(zProposalContent, getLocal(account, key)),
      save: async (content, edition) => {
        if (id.current === null && isBegun.current) {
          const begun = await begunAs(content, { unit, month, item });
          if (begun !== undefined) {
            id.current = begun.id;
            return { edition: begun.edition, at: begun.editedAt };
          }
        }
        isBegun.current = true;
        const asked = { id: id.current, edition, unit, month, item, content };
        const saved = await tell("proposal", "save", asked);
        id.current = saved.id;
        void cache.invalidateQueries({ queryKey: ["proposal"] });
        return { edition: saved.edition, at: saved.editedAt };
      },
      there: async () => {
        if (id.current === null) return null;
        const { content, edition } = (await ask("proposal", "get", { id: id.current })).proposal;
        return { content, edition };
      },
      failureOf,
      keep: (kept) => putLocal(account, key, kept),
      forget: () => removeLocal(account, key),
      now: () => new Date(),
    });
  });
  return { keeper, keeping: useKeeper(keeper, base), proposalId: () => id.current };
}

/** The draft that a first save left whose answer was lost; undefined where it left none. */
async function begunAs(content: ProposalContent, about: About): Promise<Proposal | undefined> {
  const drafts = await ask("proposal", "list", { month: about.month, states: ["draft"] });
  return drafts.find(
    (one) => one.unit === about.unit && one.item === about.item && sameValue(one.content, content),
  );
}

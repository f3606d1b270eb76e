import { type Actor, appendAudit, type Head, type Note } from "./db/audit.ts";
import type { Db } from "./db/schema.ts";
import type { RevisionFeed } from "./revision-feed.ts";

/** What a change has at hand: its transaction, and the trail. */
export type Deed = {
  tx: Db;
  /** @param as who did it, where it is known only now: at a sign-in */
  note: (note: Note, as?: Pick<Actor, "id" | "name">) => Promise<void>;
  /** The ledger's new revision, told to every screen once the change is committed. */
  announce: (revision: number) => void;
};

/** The trail's word for what the server does by itself. */
export const SERVER: Actor = { id: null, name: "", address: "", requestId: "start" };

/** Does something in one transaction. @throws Error when it leaves no note in the trail: nothing is done then */
export type Act = <T>(work: (deed: Deed) => Promise<T>) => Promise<T>;

export type ActParts = {
  write: Db;
  revisions: RevisionFeed;
  auditHash: string;
  /** Told where the trail ends once a change is committed. */
  keepHead?: (head: Head) => void;
};

export function actOf({ write, revisions, auditHash, keepHead }: ActParts, actor: Actor): Act {
  return async (work) => {
    let revision: number | undefined;
    const { done, head } = await write.transaction().execute(async (tx) => {
      let head: Head | undefined;
      const done = await work({
        tx,
        note: async (note, as) => {
          head = await appendAudit(tx, { ...actor, ...as }, note, auditHash);
        },
        announce: (value) => {
          revision = value;
        },
      });
      if (head === undefined) throw new Error("a change left no note in the trail");
      return { done, head };
    });
    keepHead?.(head);
    if (revision !== undefined) revisions.announce(revision);
    return done;
  };
}

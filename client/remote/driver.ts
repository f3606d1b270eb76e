import type { RemoteWord } from "#domain/wall/pairing.ts";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";
import { AskError } from "../data/answer.ts";
import { hearStream } from "../data/hear-stream.ts";
import { tell } from "../data/tell.ts";

/** Why the code is asked for; null at first. */
export type Reason = "wrong" | "tooMany" | "offline" | "ended" | null;

export type DriverState =
  | { kind: "asking"; reason: Reason }
  | { kind: "joining" }
  | {
      kind: "paired";
      told: Told | null;
      /** The connection is cut: what is shown may be old. */
      isCut: boolean;
      /** What became of the last thing that was asked of the wall, where it was not done. */
      undone: "wallAway" | "notSent" | null;
    };

export type Driver = {
  state: () => DriverState;
  subscribe: (listener: () => void) => () => void;
  join: (code: string) => Promise<void>;
  act: (action: Action) => void;
  end: () => void;
};

/** Of this window: loaded anew, it still drives its wall. */
const KEPT_KEY = "one-map-remote-key";

/** The telephone's side of a pairing. */
export function createDriver(): Driver {
  let state: DriverState = { kind: "asking", reason: null };
  let remoteKey: string | null = null;
  let stopHearing = () => {};
  const listeners = new Set<() => void>();

  const set = (next: DriverState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const amend = (change: Partial<DriverState & { kind: "paired" }>) => {
    if (state.kind === "paired") set({ ...state, ...change });
  };

  const leave = (reason: Reason) => {
    stopHearing();
    remoteKey = null;
    sessionStorage.removeItem(KEPT_KEY);
    set({ kind: "asking", reason });
  };

  const drive = (key: string) => {
    remoteKey = key;
    sessionStorage.setItem(KEPT_KEY, key);
    set({ kind: "paired", told: null, isCut: false, undone: null });
    stopHearing();
    stopHearing = hearStream<RemoteWord>(
      "remote.state",
      { remoteKey: key },
      {
        onWord: (word) => (word.kind === "ended" ? leave("ended") : amend({ told: word.told })),
        onUp: () => amend({ isCut: false }),
        onDown: () => amend({ isCut: true }),
      },
    );
  };

  const kept = sessionStorage.getItem(KEPT_KEY);
  if (kept !== null) drive(kept);
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    join: async (code) => {
      const before = remoteKey;
      set({ kind: "joining" });
      try {
        drive((await tell("remote", "join", { code })).remoteKey);
        if (before !== null) tell("remote", "end", { key: before }).catch(() => {});
      } catch (error) {
        // The code that paired this very window, say, opened in it once more.
        if (before !== null) drive(before);
        else set({ kind: "asking", reason: reasonOf(error) });
      }
    },
    act: (action) => {
      if (remoteKey === null) return;
      tell("remote", "act", { remoteKey, action }).then(
        () => amend({ undone: null }),
        (error: unknown) => {
          const code = error instanceof AskError ? error.code : "";
          if (code === "NOT_FOUND") leave("ended");
          else amend({ undone: code === "CONFLICT" ? "wallAway" : "notSent" });
        },
      );
    },
    end: () => {
      if (remoteKey !== null) tell("remote", "end", { key: remoteKey }).catch(() => {});
      leave("ended");
    },
  };
}

function reasonOf(error: unknown): Reason {
  const code = error instanceof AskError ? error.code : "";
  if (code === "NOT_FOUND" || code === "BAD_REQUEST") return "wrong";
  return code === "TOO_MANY_REQUESTS" ? "tooMany" : "offline";
}

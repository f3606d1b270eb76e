import type { Language } from "#domain/look/words.ts";
import type { WallWord } from "#domain/wall/pairing.ts";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";
import { AskError } from "../data/answer.ts";
import { hearStream } from "../data/hear-stream.ts";
import { tell as ask } from "../data/tell.ts";
import { latestOnly } from "./latest-only.ts";

/** Codes that a panel left open asks for by itself, after its first. */
const RENEWALS = 3;
const TELL_MS = 250;
/** Of this window: the wall that is loaded anew is still the one that its remote drives. */
const KEPT_KEY = "one-map-wall-key";

/** Times are this machine's `Date.now()`. `failed`: no code was to be had; null where none was asked for. */
export type LinkState =
  | { kind: "closed"; failed: "offline" | "busy" | null }
  | { kind: "waiting"; code: string; address: string; expiresAt: number }
  | { kind: "paired"; until: number };

export type RemoteLink = {
  /** Asks for a code; of a wall that is driven already for another remote, and the present one goes on meanwhile. */
  open: () => Promise<void>;
  /** What the remote shall show: the last is told to whoever joins later, and again after a cut. */
  tell: (told: Told) => void;
  /** Lets the code go that nobody has used; a pairing goes on. */
  hide: () => void;
  /** Ends the pairing, for the remote too. */
  end: () => void;
  /** Leaves the room as it is: the page goes, not the wall. */
  close: () => void;
};

type Asked = {
  onAction: (action: Action) => void;
  onState: (state: LinkState) => void;
  /** Language that the remote's page shall speak. */
  lang: () => Language;
};

/** The wall's side of its remote. A pairing that this window had before it was loaded anew is taken up at once. */
export function remoteLink({ onAction, onState, lang }: Asked): RemoteLink {
  let wallKey: string | null = sessionStorage.getItem(KEPT_KEY);
  let pairedUntil: number | null = null;
  let isWaiting = false;
  let renewals = 0;
  let told: Told | null = null;
  /** The server hears what is told it. */
  let isUp = false;
  let stopHearing = () => {};
  let expiry: ReturnType<typeof setTimeout> | undefined;

  const sender = latestOnly<Told>((one) => {
    if (wallKey === null || !isUp) return;
    // What is lost on the way is made good when the stream is up again, and by the next that is told.
    ask("remote", "tell", { wallKey, told: one }).catch(() => {});
  }, TELL_MS);

  const leaveRoom = () => {
    clearTimeout(expiry);
    stopHearing();
    stopHearing = () => {};
    isUp = false;
    sender.drop();
    sessionStorage.removeItem(KEPT_KEY);
    wallKey = null;
    pairedUntil = null;
  };

  const hear = (key: string) => {
    stopHearing();
    stopHearing = hearStream<WallWord>(
      "remote.commands",
      { wallKey: key },
      {
        onWord: heard,
        onUp: () => {
          isUp = true;
          if (told) sender.put(told);
        },
        onDown: () => {
          isUp = false;
        },
      },
    );
  };

  function heard(word: WallWord): void {
    if (word.kind === "ended") {
      const renew = isWaiting && pairedUntil === null && renewals > 0;
      leaveRoom();
      renewals -= 1;
      if (renew) void askForCode();
      else close(null);
      return;
    }
    pairedUntil = Date.now() + word.lastsMs;
    if (word.kind === "paired") {
      isWaiting = false;
      clearTimeout(expiry);
      if (wallKey !== null) sessionStorage.setItem(KEPT_KEY, wallKey);
    } else onAction(word.action);
    if (!isWaiting) onState({ kind: "paired", until: pairedUntil });
  }

  const close = (failed: "offline" | "busy" | null) => {
    isWaiting = false;
    clearTimeout(expiry);
    onState(pairedUntil === null ? { kind: "closed", failed } : { kind: "paired", until: pairedUntil });
  };

  async function askForCode(): Promise<void> {
    isWaiting = true;
    try {
      const room = await ask("remote", "open", wallKey === null ? {} : { wallKey });
      if (!isWaiting) {
        // Nobody wants it any more.
        if (pairedUntil === null) void ask("remote", "end", { key: room.wallKey }).catch(() => {});
        return;
      }
      const isNew = room.wallKey !== wallKey;
      wallKey = room.wallKey;
      if (isNew) hear(wallKey);
      clearTimeout(expiry);
      // With a code that nobody used the room ends, and the server says so; a room that is driven stays.
      expiry = setTimeout(() => pairedUntil !== null && close(null), room.lastsMs);
      const query = new URLSearchParams({ code: room.code, ...(lang() === "en" ? { lang: "en" } : {}) });
      onState({
        kind: "waiting",
        code: room.code,
        address: `${location.origin}/wall/remote?${query}`,
        expiresAt: Date.now() + room.lastsMs,
      });
    } catch (error) {
      if (error instanceof AskError && error.code === "NOT_FOUND") {
        // The room that this window had is no more: it gets another.
        leaveRoom();
        return askForCode();
      }
      close(error instanceof AskError && error.code === "TOO_MANY_REQUESTS" ? "busy" : "offline");
    }
  }

  if (wallKey !== null) hear(wallKey);
  return {
    open: () => {
      renewals = RENEWALS;
      return askForCode();
    },
    tell: (one) => {
      told = one;
      if (wallKey !== null) sender.put(one);
    },
    hide: () => {
      if (pairedUntil === null && wallKey !== null) {
        ask("remote", "end", { key: wallKey }).catch(() => {});
        leaveRoom();
      }
      close(null);
    },
    end: () => {
      if (wallKey !== null) ask("remote", "end", { key: wallKey }).catch(() => {});
      leaveRoom();
      close(null);
    },
    close: () => {
      clearTimeout(expiry);
      stopHearing();
      sender.drop();
    },
  };
}

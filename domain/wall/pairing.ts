import { z } from "zod";
import type { Action } from "./show.ts";
import type { Told } from "./told.ts";

/** What a person reads off the wall and types: six digits. */
export const zCode = z.string().regex(/^\d{6}$/, "expected the six digits that stand on the wall");

/** What a wall or a remote holds its room by: 256 bits in base64url. Whoever has it is that side. */
export const zKey = z.string().regex(/^[\w-]{43}$/, "expected a key that the server gave");

/** What the wall hears of its room. `lastsMs`: how long the pairing lasts unless something is done. */
export type WallWord =
  | { kind: "paired"; lastsMs: number }
  | { kind: "action"; action: Action; lastsMs: number }
  | { kind: "ended" };

/** What a remote hears of the wall. */
export type RemoteWord = { kind: "told"; told: Told } | { kind: "ended" };

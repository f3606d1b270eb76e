import { z } from "zod";
import type { StreamListener } from "./event-stream.ts";
import { type StreamClass, shareStream } from "./shared-stream.ts";

/** Where the server tells of each revision (server/routers/revision.ts). */
const ADDRESS = "/trpc/revision.watch";
const zMessage = z.int().min(0);

type Watcher = Pick<StreamListener, "onState" | "onRefused"> & {
  /** The current revision, again each time that the server is reached, and every later one. */
  readonly onRevision: (revision: number) => void;
};

/** Follows the ledger's revision, and whether its server is there to tell it. Answers a function that ends it. */
export function watchRevision({ onRevision, ...rest }: Watcher, Stream?: StreamClass): () => void {
  return shareStream(ADDRESS, { onMessage: (data) => onRevision(zMessage.parse(data)), ...rest }, Stream);
}

import { z } from "zod";

/** Where the server tells of each revision: tRPC's subscription, which on the wire is plain server-sent events. */
const ADDRESS = "/trpc/revision.watch";
const RETRY_MS = 5000;
const zMessage = z.int().min(0);

/**
 * Calls `onRevision` for the current revision and every later one. The browser reconnects a stream that was
 * cut; one that was refused (a server just starting) is asked for again. Answers a function that ends it.
 */
export function watchRevision(onRevision: (revision: number) => void): () => void {
  let stream: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    stream = new EventSource(ADDRESS);
    stream.onmessage = ({ data }) => onRevision(zMessage.parse(JSON.parse(data)));
    stream.onerror = () => {
      if (stream?.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    stream?.close();
  };
}

/** Parts of a document come one by one, each asked for when there is room for it; the file goes out piece by piece. */
export type Parts<Part> = AsyncIterable<Part> | Iterable<Part>;
export type Writer<Part> = (parts: Parts<Part>) => AsyncGenerator<Uint8Array>;

/** To the worker: a part, or that there is none left. */
export type ToWorker<Part> = { part: Part } | "end";
/**
 * A piece of the file; that the next part is welcome; that the file is whole; what is wrong with a picture: an error
 * that crosses threads loses its class.
 */
export type FromWorker = Uint8Array | "next" | "end" | { wrong: string };

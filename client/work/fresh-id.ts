import { ID_BYTES, idOf } from "#domain/new-id.ts";

/** An id for what is begun here: asked again where no answer came, the server does not begin it twice. */
export const freshId = (): string => idOf(crypto.getRandomValues(new Uint8Array(ID_BYTES)));

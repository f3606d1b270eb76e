/** What a wall keeps of the server for when it is away: pure, so that the rules can be tested outside a worker. */

export type Keeping = "page" | "asset" | "answer" | null;

type Asked = { method: string; mode: string; url: string; accept: string | null };

/**
 * How a request is kept. Pages and answers are asked for first and taken from what is kept only where the server does
 * not answer; an asset's address is that of its content, so what is kept is right for ever. Streams are never kept.
 */
export function keepingOf({ method, mode, url, accept }: Asked, origin: string): Keeping {
  const { origin: from, pathname } = new URL(url);
  if (method !== "GET" || from !== origin || accept?.includes("text/event-stream")) return null;
  if (/^\/(assets|geo|tiles)\//.test(pathname)) return "asset";
  if (pathname.startsWith("/trpc/")) return "answer";
  return mode === "navigate" && pathname === "/wall" ? "page" : null;
}

/** An answer of a server that is just starting, or at fault, is none. */
export const isAnswer = (response: { status: number }): boolean => response.status < 500;

/** Addresses to let go of, oldest first, so that no more than `most` are kept. */
export const surplus = <T>(kept: readonly T[], most: number): T[] =>
  kept.slice(0, Math.max(0, kept.length - most));

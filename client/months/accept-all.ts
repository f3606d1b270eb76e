import { MOST_ACCEPTED } from "#domain/report/exchange.ts";

type Picked = { id: string; edition: number };

/**
 * Accepts however many reports, as many at once as a request takes: each request is a whole, and the first that is
 * refused is the last. Answers the ids that are accepted, and what the refusal was.
 */
export async function acceptAll(
  picked: readonly Picked[],
  accept: (reports: Picked[]) => Promise<unknown>,
): Promise<{ accepted: string[]; error?: unknown }> {
  const accepted: string[] = [];
  for (let at = 0; at < picked.length; at += MOST_ACCEPTED) {
    const reports = picked.slice(at, at + MOST_ACCEPTED).map(({ id, edition }) => ({ id, edition }));
    try {
      await accept(reports);
    } catch (error) {
      return { accepted, error };
    }
    accepted.push(...reports.map(({ id }) => id));
  }
  return { accepted };
}

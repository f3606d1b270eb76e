import { z } from "zod";
import type { View } from "#domain/view.ts";
import { ArgumentError, Refusal } from "./refusals.ts";

const LONGEST_MS = 15_000;
const zAnswer = z.object({ result: z.object({ data: z.array(z.object({ code: z.string() })) }) });

/**
 * The page drops a region that its server does not know and shows the whole: refused here.
 * @throws ArgumentError, or a Refusal where no server of ours answers
 */
export async function refuseUnknownRegions(url: string, { region, filter }: View): Promise<void> {
  const known = await askRegions(url);
  const named = [...(region === null ? [] : [region]), ...(filter.regions ?? [])];
  const unknown = named.filter((code) => !known.has(code));
  if (unknown.length === 0) return;
  throw new ArgumentError(`${unknown.join(", ")}: no such region on this server, expected a code it lists.`);
}

async function askRegions(url: string): Promise<Set<string>> {
  const answer = await fetch(`${url}/trpc/region.list`, { signal: AbortSignal.timeout(LONGEST_MS) }).catch(
    (error: unknown) => {
      throw new Refusal(noAnswer(url, error), { cause: error });
    },
  );
  const parsed = zAnswer.safeParse(await answer.json().catch(() => undefined));
  if (!parsed.success) throw new Refusal(`${url} answers, but not as this server does (${answer.status}).`);
  return new Set(parsed.data.result.data.map(({ code }) => code));
}

function noAnswer(url: string, error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no answer in time";
  return code === "ECONNREFUSED"
    ? `Nothing listens at ${url}: start the server (npm start), or name it by --url.`
    : `${url} does not answer: ${code}.`;
}

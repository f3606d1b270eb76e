import { PROBLEM_WEIGHT, type Problem } from "#domain/brief/preflight.ts";

/** What is to be mended in pages that are in the file all the same; the pages by their numbers, ascending. */
export type AtlasNote = { key: string; pages: readonly number[]; problem: Problem };

/** Notes with those of one page more: each kind of problem once, a block or a field that has no room by itself. */
export function withPage(
  notes: readonly AtlasNote[],
  page: number,
  problems: readonly Problem[],
): AtlasNote[] {
  const found = new Map(notes.map((note) => [note.key, note]));
  for (const problem of problems) {
    // An atlas is to prove what it says, page by page.
    if (PROBLEM_WEIGHT[problem.kind] !== "wrong" && problem.kind !== "sourcesCut") continue;
    const key = keyOf(problem);
    const known = found.get(key);
    const pages = [...new Set([...(known?.pages ?? []), page])].sort((a, b) => a - b);
    found.set(key, { key, pages, problem: known ? joined(known.problem, problem) : problem });
  }
  return [...found.values()];
}

function keyOf(problem: Problem): string {
  if (problem.kind === "blockLeftOut") return `${problem.kind} ${problem.block}`;
  return problem.kind === "textTooLong" ? `${problem.kind} ${problem.field}` : problem.kind;
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

/** Of lists all, of numbers the first page's. */
function joined(known: Problem, other: Problem): Problem {
  if (known.kind === "labelsDropped" && other.kind === "labelsDropped")
    return { ...known, names: union(known.names, other.names) };
  if (known.kind === "glyphMissing" && other.kind === "glyphMissing")
    return { ...known, characters: union(known.characters, other.characters) };
  return known;
}

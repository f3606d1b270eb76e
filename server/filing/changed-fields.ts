import { differences, valueAt } from "#domain/report/differences.ts";

/** The fields in which two contents differ, by their paths: what the trail says of a change. */
export function changedFields(before: unknown, after: unknown) {
  const paths = differences(before, after);
  const pick = (content: unknown) =>
    Object.fromEntries(paths.map((path) => [path.join(".") || "content", valueAt(content, path) ?? null]));
  return { before: pick(before), after: pick(after) };
}

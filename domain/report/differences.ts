import { canonicalJson } from "../canonical-json.ts";

export type FieldPath = (string | number)[];

const isTree = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === "object" && value !== null;

/**
 * Where two contents differ, field by field, in the order of the second's fields. Two that stand both as trees are
 * looked into; a list that has grown differs at each place that only one has.
 */
export function differences(before: unknown, after: unknown, path: FieldPath = []): FieldPath[] {
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) {
    return canonicalJson(before ?? null) === canonicalJson(after ?? null) ? [] : [path];
  }
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) =>
    differences((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key], [
      ...path,
      Array.isArray(after) ? Number(key) : key,
    ]),
  );
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(content: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (isTree(value) ? (value as Record<string | number, unknown>)[part] : undefined),
    content,
  );
}

/** What is wrong with one field of one record; `SeedError` adds the file. */
export type Problem = { record: string; field: string; message: string };

/** A record's id may stand once in its file. */
export function* duplicateIds(records: readonly { id: string }[]): Generator<Problem> {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) yield { record: id, field: "id", message: "stands twice in the file" };
    seen.add(id);
  }
}

/**
 * True when the parts of `words`, which an ellipsis joins, stand in `text` in this order.
 * So literal words stay literal even where the source sets them apart.
 */
export function standsIn(text: string, words: string): boolean {
  let from = 0;
  for (const part of words.split("…")) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

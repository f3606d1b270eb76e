import type { Problem } from "./problem.ts";

/** Fields in which a record carries a remark of ours; the same name with `En` has it in English. */
const REMARKS = ["note", "stageNote", "fact"];

/** Every remark of a record, however deep, stands in English beside it; the source's own words are not translated. */
export function* englishProblems(records: readonly { id: string }[]): Generator<Problem> {
  for (const record of records) {
    for (const { field, message } of missing(record, "")) yield { record: record.id, field, message };
  }
}

function* missing(part: unknown, path: string): Generator<Omit<Problem, "record">> {
  if (typeof part !== "object" || part === null) return;
  const fields = part as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    yield* missing(value, `${path}${name}.`);
    if (!REMARKS.includes(name)) continue;
    const english = fields[`${name}En`];
    const field = `${path}${name}En`;
    if (value !== null && english === undefined)
      yield { field, message: `“${String(value)}” has no English` };
    if (value === null && english !== undefined) yield { field, message: "stands without its remark" };
    if (/\p{Script=Han}/u.test(String(english))) yield { field, message: "is not in English" };
  }
}

/** One field of what stood before and after; null where it was not there. */
export type Difference = { field: string; before: string | null; after: string | null };

/**
 * What changed between two records in JSON, field by field, nested ones with dots between. Fields that stayed are left
 * out; text that is no JSON is one field without a name.
 */
export function differencesOf(before: string | null, after: string | null): Difference[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
    .filter((one) => one.before !== one.after);
}

function fieldsOf(text: string | null): Map<string, string> {
  const fields = new Map<string, string>();
  if (text !== null) walk(parsed(text), "", fields);
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function walk(value: unknown, path: string, fields: Map<string, string>): void {
  if (typeof value !== "object" || value === null) {
    if (value !== null) fields.set(path, String(value));
  } else if (Array.isArray(value) && value.every((one) => typeof one !== "object" || one === null)) {
    fields.set(path, value.join(", "));
  } else {
    for (const [key, inner] of Object.entries(value))
      walk(inner, path === "" ? key : `${path}.${key}`, fields);
  }
}

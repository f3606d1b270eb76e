/**
 * JSON in its one canonical form (RFC 8785): no white space, keys by UTF-16 code units, numbers and strings as
 * ECMAScript writes them, which is what the RFC asks for. Members that are undefined are left out, as JSON does.
 * @throws TypeError for a number that JSON has not, or a lone surrogate
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`);
  if (typeof value === "string" && !value.isWellFormed()) throw new TypeError("a text has half a character");
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`${typeof value} is no JSON`);
  return text;
}

/** Ways to break a package, each of which the standard refuses, made from a good one. */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Holder = Record<string | number, Json>;
export type Fault = { at: string; what: string };

/** Ours, of which the standard asks nothing. */
const BEYOND = /^oneMap$/;
/** The schema of the standard looks no deeper into them, and lets a position stand twice. */
const POSITION = /\.coordinates\.\d+$/;
const REPEATABLE = /\.coordinates$/;
/** The one member that may be null. */
const NULLABLE = /^license$/;

/**
 * Breaks each value of `data` in every way of its kind, says which, and mends it again before the next:
 * the reader judges `data` as it stands at that moment.
 */
export function* faultsOf(data: object, path = ""): Generator<Fault> {
  const holder = data as Holder;
  for (const [key, good] of Object.entries(holder)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (BEYOND.test(at)) continue;
    for (const [what, bad] of spoilt(good, at)) {
      holder[key] = bad;
      yield { at, what };
    }
    holder[key] = good;
    if (typeof good === "object" && good !== null && !POSITION.test(at)) yield* faultsOf(good, at);
  }
}

function* spoilt(good: Json, at: string): Generator<[what: string, bad: Json]> {
  yield ["another type", true];
  if (!NULLABLE.test(at)) yield ["null", null];
  if (typeof good === "string") yield ["an empty text", ""];
  else if (Array.isArray(good)) {
    yield ["an empty list", []];
    const [first] = good;
    if (first !== undefined && !REPEATABLE.test(at) && !POSITION.test(at))
      yield ["the same twice", [...good, first]];
  } else if (typeof good === "object" && good !== null) {
    yield ["no member", {}];
    yield ["a member that the standard does not know", { ...good, sectors: ["energy"] }];
  }
}

/** Addresses of all members, whatever their place in a list: `projects.locations.id`. */
export function membersOf(data: unknown, path = ""): Set<string> {
  if (Array.isArray(data)) return new Set(data.flatMap((one) => [...membersOf(one, path)]));
  if (typeof data !== "object" || data === null) return new Set();
  return new Set(
    Object.entries(data).flatMap(([key, value]) => {
      const at = path === "" ? key : `${path}.${key}`;
      return [at, ...membersOf(value, at)];
    }),
  );
}

type Schema = { properties?: Record<string, Schema>; items?: Schema };

/** Addresses of all members that a schema knows, as `membersOf` has them. */
export function membersKnownTo(schema: Schema, path = ""): Set<string> {
  const members = Object.entries(schema.properties ?? schema.items?.properties ?? {});
  return new Set(
    members.flatMap(([key, below]) => {
      const at = path === "" ? key : `${path}.${key}`;
      return [at, ...membersKnownTo(below, at)];
    }),
  );
}

import { parseArgs } from "node:util";
import { z } from "zod";
import { type Extent, MOST_CHARACTERS, type TextField } from "#domain/brief/brief.ts";
import { DPIS, PAGES } from "#domain/brief/page.ts";
import { zMonth } from "#domain/month.ts";
import { zRegionCode } from "#domain/region.ts";
import { formatView, LANGUAGES, parseView, type View } from "#domain/view.ts";
import { ArgumentError } from "./refusals.ts";

/** Characters of a value that an error repeats. */
const MOST_SHOWN = 80;
const EXTENTS = ["view", "region", "whole"] as const satisfies Extent["kind"][];
const FORMATS = ["pdf", "pptx", "docx", "png", "circular", "atlas", "atlas-pptx"] as const;

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `expected one of ${values.join(", ")}`);

const textOf = (field: TextField) => {
  const most = MOST_CHARACTERS[field];
  return z.string().max(most, `expected ${most} characters or fewer`).optional();
};

const zArguments = z.object({
  url: z
    .string()
    .default("http://127.0.0.1:8080")
    .refine(isOrigin, "expected the server's address without a path, such as http://127.0.0.1:8080")
    .transform((url) => new URL(url).origin),
  region: zRegionCode.optional(),
  query: z.string().default(""),
  "as-of": zMonth.optional(),
  page: oneOf(PAGES).default("a3"),
  dpi: oneOf(DPIS.map(String)).default("300"),
  extent: oneOf(EXTENTS).optional(),
  lang: oneOf(LANGUAGES).optional(),
  title: textOf("title"),
  subtitle: textOf("subtitle"),
  note: textOf("note"),
  format: oneOf(FORMATS),
  counties: z.boolean().default(false),
  out: z.string("expected the path of the file to write").min(1, "expected the path of the file to write"),
});
type Given = z.infer<typeof zArguments>;

/** Without an extent the composer's own: the view's where it has a camera, else the region fitted. */
export type Order = Omit<Given, "region" | "query" | "lang" | "as-of"> & { view: View };

export const isAtlas = ({ format }: Pick<Order, "format">): boolean => format.startsWith("atlas");

/** @throws ArgumentError naming the argument, its value and what was expected */
export function parseArguments(words: readonly string[]): Order {
  const texts = textsOf(words);
  const parsed = zArguments.safeParse(texts);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ path, message }) =>
      say(String(path[0]), texts[String(path[0])], message),
    );
    throw new ArgumentError(`${sentences.join("; ")}.`);
  }
  const { region, query, lang, "as-of": asOf, ...order } = parsed.data;
  if (order.counties && !isAtlas(order)) {
    throw new ArgumentError(`--counties is of an atlas, expected --format atlas or atlas-pptx.`);
  }
  return { ...order, view: viewOf({ region, query, lang, "as-of": asOf }) };
}

function textsOf(words: readonly string[]): Record<string, string | boolean | undefined> {
  const names = Object.keys(zArguments.shape);
  try {
    const options = Object.fromEntries(
      names.map((name) => [name, { type: name === "counties" ? ("boolean" as const) : ("string" as const) }]),
    );
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const [what] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new ArgumentError(`${what}; expected ${names.map((name) => `--${name}`).join(" ")}.`);
  }
}

const say = (name: string, value: string | boolean | undefined, expected: string): string =>
  value === undefined ? `--${name} is missing, ${expected}` : `--${name} is ${shown(value)}, ${expected}`;

/** A value as it was given; of a long one its beginning and its length. */
function shown(value: string | boolean): string {
  if (typeof value === "boolean" || value.length <= MOST_SHOWN) return JSON.stringify(value);
  return `${JSON.stringify(`${value.slice(0, MOST_SHOWN)}…`)} of ${value.length} characters`;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "";
}

/**
 * An address drops what it cannot mean, for the reader to see. Nobody looks at this one: a part that does not come
 * back as it was written is refused.
 */
function viewOf(given: Pick<Given, "query" | "region" | "lang" | "as-of">): View {
  const { query, region, lang, "as-of": asOf } = given;
  const asked = new URLSearchParams(query);
  if (region !== undefined) asked.set("region", region);
  if (lang !== undefined) asked.set("lang", lang);
  if (asOf !== undefined) asked.set("asof", asOf);
  const view = parseView(asked);
  const understood = new URLSearchParams(formatView(view));
  for (const [key, value] of asked) {
    if (understood.get(key) === value) continue;
    throw new ArgumentError(
      `--query says "${key}=${value}", expected what an address of the page says (defaults are left out there).`,
    );
  }
  return view;
}

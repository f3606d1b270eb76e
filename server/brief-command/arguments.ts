import { parseArgs } from "node:util";
import { z } from "zod";
import type { Extent } from "#domain/brief/brief.ts";
import { DPIS, PAGES } from "#domain/brief/page.ts";
import { zRegionCode } from "#domain/region.ts";
import { formatView, LANGUAGES, parseView, type View } from "#domain/view.ts";
import { ArgumentError } from "./refusals.ts";

const EXTENTS = ["view", "region", "whole"] as const satisfies Extent["kind"][];
const FORMATS = ["pdf", "pptx", "docx", "png", "circular", "atlas", "atlas-pptx"] as const;

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `expected one of ${values.join(", ")}`);

const zArguments = z.object({
  url: z
    .string()
    .default("http://127.0.0.1:8080")
    .refine(isOrigin, "expected the server's address without a path, such as http://127.0.0.1:8080")
    .transform((url) => new URL(url).origin),
  region: zRegionCode.optional(),
  query: z.string().default(""),
  page: oneOf(PAGES).default("a3"),
  dpi: oneOf(DPIS.map(String)).default("300"),
  extent: oneOf(EXTENTS).optional(),
  lang: oneOf(LANGUAGES).optional(),
  title: z.string().optional(),
  subtitle: z.string().optional(),
  note: z.string().optional(),
  format: oneOf(FORMATS),
  counties: z.boolean().default(false),
  out: z.string("expected the path of the file to write").min(1, "expected the path of the file to write"),
});
type Given = z.infer<typeof zArguments>;

/** Without an extent the composer's own: the view's where it has a camera, else the region fitted. */
export type Order = Omit<Given, "region" | "query" | "lang"> & { view: View };

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
  const { region, query, lang, ...order } = parsed.data;
  if (order.counties && !isAtlas(order)) {
    throw new ArgumentError(`--counties is of an atlas, expected --format atlas or atlas-pptx.`);
  }
  return { ...order, view: viewOf({ region, query, lang }) };
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
  value === undefined
    ? `--${name} is missing, ${expected}`
    : `--${name} is ${JSON.stringify(value)}, ${expected}`;

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "";
}

/**
 * An address drops what it cannot mean, for the reader to see. Nobody looks at this one: a part that does not come
 * back as it was written is refused.
 */
function viewOf({ query, region, lang }: Pick<Given, "query" | "region" | "lang">): View {
  const asked = new URLSearchParams(query);
  if (region !== undefined) asked.set("region", region);
  if (lang !== undefined) asked.set("lang", lang);
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

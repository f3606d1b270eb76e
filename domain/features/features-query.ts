/** What may be asked of a collection of features (OGC API – Features, Part 1: Core), read from a query string. */
import { z } from "zod";
import { InvalidInputError } from "../error.ts";
import type { Language } from "../look/words.ts";
import { LANGUAGES } from "../view.ts";
import { dayOf } from "../zone.ts";

export const DEFAULT_LIMIT = 100;
export const MOST_FEATURES = 1000;

/** west, south, east, north in degrees, WGS 84 */
export type Box = readonly [number, number, number, number];

export type FeaturesQuery = {
  lang: Language;
  limit: number;
  /** One box, or two where the one asked for crosses the 180th meridian; null for everywhere. */
  boxes: readonly Box[] | null;
  /** Days, both inclusive; null where that end is open. Without `datetime` both are. */
  time: { from: string | null; to: string | null };
  /** Where the page before ended, in words of the collection's own. */
  after: string | null;
};

/** Beside those of the standard: `lang`, and `after`, which the links to further pages carry. */
export const PARAMETERS = ["f", "lang", "limit", "bbox", "datetime", "after"] as const;
/** Of what is no list. */
export const DOCUMENT_PARAMETERS = ["f", "lang"] as const;
/** Of the file that holds all. */
export const PACKAGE_PARAMETERS = ["lang", "datetime"] as const;

export const ANY_TIME = { from: null, to: null } as const;

const zFormat = z.literal(["json", "geojson"], "expected json: nothing else is offered").optional();
const zLimit = z
  .string()
  .regex(/^\d{1,9}$/, "expected a whole number of 1 or more")
  .transform(Number)
  .refine((limit) => limit >= 1, "expected a whole number of 1 or more")
  // The standard: a limit beyond the most is no error.
  .transform((limit) => Math.min(limit, MOST_FEATURES))
  .default(DEFAULT_LIMIT);

/** GDAL writes all digits that a double has, and small numbers with an exponent. */
const NUMBER = /^[-+]?\d{1,6}(\.\d{1,40})?(e[-+]?\d{1,3})?$/i;
const BBOX = "expected 4 numbers, west,south,east,north in degrees, or 6 with heights";
const zBoxes = z
  .string()
  .transform((text, context) => {
    const numbers = text.split(",").map((part) => (NUMBER.test(part.trim()) ? Number(part) : Number.NaN));
    const [west = 0, south = 0, east = 0, north = 0] =
      numbers.length === 6 ? withoutHeights(numbers) : numbers;
    const isBox =
      (numbers.length === 4 || numbers.length === 6) &&
      numbers.every(Number.isFinite) &&
      [west, east].every((one) => Math.abs(one) <= 180) &&
      [south, north].every((one) => Math.abs(one) <= 90) &&
      south <= north;
    if (!isBox) {
      context.addIssue({ code: "custom", message: BBOX });
      return z.NEVER;
    }
    const boxes: Box[] =
      west <= east
        ? [[west, south, east, north]]
        : [
            [west, south, 180, north],
            [-180, south, east, north],
          ];
    return boxes;
  })
  .optional();

const withoutHeights = ([west = 0, south = 0, , east = 0, north = 0]: readonly number[]) => [
  west,
  south,
  east,
  north,
];

const TIME = "expected a day or a time (RFC 3339), or an interval: from/to, from/.., ../to";
const zTime = z
  .string()
  .transform((text, context) => {
    const ends = text.split("/").map(endOf);
    const [from, to = from] = ends;
    const isRead = ends.length <= 2 && from !== undefined && to !== undefined;
    const isOpen = from === null && to === null;
    if (
      !isRead ||
      (ends.length === 1 && from === null) ||
      isOpen ||
      (from !== null && to !== null && from > to)
    ) {
      context.addIssue({ code: "custom", message: TIME });
      return z.NEVER;
    }
    return { from, to };
  })
  .optional();

/** The day of an end of an interval in the region's zone, null where it is open, undefined where it is neither. */
function endOf(text: string): string | null | undefined {
  if (text === "" || text === "..") return null;
  if (z.iso.date().safeParse(text).success) return text;
  return z.iso.datetime({ offset: true }).safeParse(text).success ? dayOf(new Date(text)) : undefined;
}

const zDocument = z.strictObject({ f: zFormat, lang: z.enum(LANGUAGES).default("zh-CN") });
const zFeatures = z.strictObject({
  ...zDocument.shape,
  limit: zLimit,
  bbox: zBoxes,
  datetime: zTime,
  after: z.string().max(200).optional(),
});

/** @throws InvalidInputError naming the parameter, an unknown one and one given twice too */
export function parseFeaturesQuery(search: string): FeaturesQuery {
  const { lang, limit, bbox, datetime, after } = parse(zFeatures, search, PARAMETERS);
  return {
    lang,
    limit,
    boxes: bbox ?? null,
    time: datetime ?? ANY_TIME,
    after: after ?? null,
  };
}

/** @throws InvalidInputError as above */
export function parsePackageQuery(search: string): Pick<FeaturesQuery, "lang" | "time"> {
  const { lang, datetime } = parse(
    zFeatures.pick({ lang: true, datetime: true }),
    search,
    PACKAGE_PARAMETERS,
  );
  return { lang, time: datetime ?? ANY_TIME };
}

/** @throws InvalidInputError as above */
export const parseDocumentQuery = (search: string): { lang: Language } => ({
  lang: parse(zDocument, search, DOCUMENT_PARAMETERS).lang,
});

function parse<T extends z.ZodType>(schema: T, search: string, known: readonly string[]): z.infer<T> {
  const asked = new URLSearchParams(search);
  for (const name of asked.keys()) {
    if (!known.includes(name)) refuse(name, `is no parameter here: there are ${known.join(", ")}`);
    if (asked.getAll(name).length > 1) refuse(name, "is given more than once");
  }
  const parsed = schema.safeParse(Object.fromEntries(asked));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
  );
}

function refuse(name: string, message: string): never {
  throw new InvalidInputError([{ path: [name.slice(0, 40)], message }]);
}

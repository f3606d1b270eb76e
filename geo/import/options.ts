import { parseArgs } from "node:util";
import { z } from "zod";
import { TAKEN_CRS } from "./crs.ts";
import { ImportRefusal } from "./refusal.ts";

export const USAGE = `npm run geo:import -- --level county FILE [options]

FILE  GeoJSON, TopoJSON or a zipped Shapefile with every banner and county of Inner Mongolia

  --crs EPSG:4490|EPSG:4326|GCJ-02  what the coordinates are, where the file does not say; GCJ-02 is converted
  --review-number TEXT   审图号 of the boundaries, such as 蒙S(2024)001号
  --licence TEXT         what the data may be used for
  --credit TEXT          the line shown on every map
  --date YYYY[-MM[-DD]]  day to which the boundaries refer
  --code-field NAME      attribute that holds the GB/T 2260 codes, where it is not found
  --layer NAME           which layer, where the file has several
  --encoding NAME        encoding of the .dbf, where the zip has no .cpg: UTF-8, GBK …
  --yes                  take it though an area changes by more than 5 %`;

const zOptions = z.strictObject({
  file: z.string(),
  crs: z.enum(TAKEN_CRS).nullable(),
  reviewNumber: z.string().trim().min(1).nullable(),
  licence: z.string().trim().min(1).nullable(),
  credit: z.string().trim().min(1).nullable(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "expected YYYY, YYYY-MM or YYYY-MM-DD")
    .nullable(),
  codeField: z.string().nullable(),
  layer: z.string().nullable(),
  encoding: z.string().nullable(),
  yes: z.boolean(),
});
export type ImportOptions = z.infer<typeof zOptions>;

/** The command line's words as options; `null` where help was asked for. Throws ImportRefusal for a wrong word. */
export function parseOptions(words: readonly string[]): ImportOptions | null {
  const { values, positionals } = split(words);
  if (values.help) return null;
  if (values.level !== "county") {
    throw new ImportRefusal(
      `--level is ${values.level ?? "missing"}: only --level county is taken; leagues and the whole are made from their counties.`,
    );
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new ImportRefusal(`Expected one file, found ${positionals.length}.`);
  }
  const parsed = zOptions.safeParse({
    file,
    crs: values.crs ?? null,
    reviewNumber: values["review-number"] ?? null,
    licence: values.licence ?? null,
    credit: values.credit ?? null,
    date: values.date ?? null,
    codeField: values["code-field"] ?? null,
    layer: values.layer ?? null,
    encoding: values.encoding ?? null,
    yes: values.yes ?? false,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ImportRefusal(`--${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not understood"}.`);
}

function split(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        level: { type: "string" },
        crs: { type: "string" },
        "review-number": { type: "string" },
        licence: { type: "string" },
        credit: { type: "string" },
        date: { type: "string" },
        "code-field": { type: "string" },
        layer: { type: "string" },
        encoding: { type: "string" },
        yes: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new ImportRefusal(`${cause instanceof Error ? cause.message.split(". ")[0] : String(cause)}.`, {
      cause,
    });
  }
}

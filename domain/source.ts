import { z } from "zod";
import { zRemarkEn } from "./remark.ts";

export const zSection = z.strictObject({
  id: z.string().min(1),
  heading: z.string().min(1),
  /** Code points, half-open. */
  start: z.int().min(0),
  end: z.int().min(1),
});
export const zDocument = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  publisherEn: z.string().min(1).exactOptional(),
  publishedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  url: z.url(),
  text: z.string().min(1),
  sections: z.array(zSection).min(1),
});
export type SourceDocument = z.infer<typeof zDocument>;

export const zStatistic = z.strictObject({
  id: z.string().regex(/^ST-\d{2}$/),
  title: z.string().min(1),
  /** As the source prints it: 近百个, 39%, 50%以上. Never recomputed from the ledger (truth rule 1). */
  words: z.string().min(1),
  values: z.array(z.number()),
  units: z.array(z.string()),
  kind: z.enum(["exact", "approx_upper", "lower_bound", "qualifier"]),
  bounds: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
  period: z.string().nullable(),
  /** True where the sentence says 经初步统计; the 25 ministries are another sentence. */
  preliminary: z.boolean(),
  note: z.string().nullable(),
  noteEn: zRemarkEn,
  source: z.strictObject({
    document: z.string(),
    section: z.string(),
    quote: z.string().min(1),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
});
export type Statistic = z.infer<typeof zStatistic>;

/** The slice of `text` by code points, which is how every offset of the seed counts. */
export const sliceCodePoints = (text: string, start: number, end: number): string =>
  [...text].slice(start, end).join("");

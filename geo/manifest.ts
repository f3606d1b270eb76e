import { z } from "zod";

/** One data set of `geo/data`: where it came from, what it may be used for, what is wrong with it. */
export const zDataSet = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  /** Packages or publications read, each with its exact version and the paths inside it. */
  sources: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        version: z.string().min(1),
        path: z.string().min(1),
      }),
    )
    .min(1),
  licence: z.string().min(1),
  /** The line to be shown wherever the data are. */
  credit: z.string().min(1),
  /** As stored, and as it was where that differs. */
  crs: z.string().min(1),
  sourceCrs: z.string().min(1),
  /**
   * Day (or month, or year) to which the contents refer; null where the source does not say. The registry does not
   * either: the times it gives here are those at which a mirror took each version, later ones before earlier.
   * Of the regions, `validFrom: null` means since before 2012, and `validTo: null` means still.
   */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  /** 审图号 of a reviewed map; null where the source has none. */
  reviewNumber: z.string().min(1).nullable(),
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
  /** What was mended on the way and what remains wrong, a sentence each. */
  mended: z.array(z.string()),
  defects: z.array(z.string()),
});
export type DataSet = z.infer<typeof zDataSet>;

export const zManifest = z.strictObject({ dataSets: z.array(zDataSet).min(1) });
export type Manifest = z.infer<typeof zManifest>;

/** The data set whose boundaries decide whether a map may be called reviewed. */
export const BOUNDARY_DATA_SET = "boundaries";

export function boundaryDataSet(manifest: Manifest): DataSet {
  const found = manifest.dataSets.find((set) => set.id === BOUNDARY_DATA_SET);
  if (!found) throw new Error(`manifest: expected a data set "${BOUNDARY_DATA_SET}", found none`);
  return found;
}

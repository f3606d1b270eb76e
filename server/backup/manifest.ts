import { z } from "zod";

export const MANIFEST = "manifest.json";
export const DATABASE = "one-map.db";
/** What a data directory holds beside its database that a backup takes too. */
export const FILE = "anchors";
export const FOLDERS = ["attachments", "sealed"] as const;

const zSha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Parts of plain names: nothing that leads out of the folder. */
const zPath = z
  .string()
  .max(400)
  .regex(
    /^(?!\.\.?(?:\/|$))[^\\/\0:]+(?:\/(?!\.\.?(?:\/|$))[^\\/\0:]+)*$/,
    "expected a path within the folder",
  );

/** What a backup says of itself. */
export const zManifest = z.strictObject({
  product: z.literal("one-map"),
  format: z.literal(1),
  /** Version of the product that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Number of the last migration. */
  migration: z.int(),
  revision: z.int(),
  /** Where the audit trail ended. */
  auditHead: z.strictObject({ seq: z.int().min(0), hash: zSha256 }),
  files: z.array(z.strictObject({ path: zPath, bytes: z.int().min(0), sha256: zSha256 })),
});
export type Manifest = z.infer<typeof zManifest>;
export type ManifestFile = Manifest["files"][number];

/** What the service holds: the ledger's items of both nouns, and what the map draws beneath and beside them. */
import type { Words } from "#domain/look/words.ts";
import { readPorts } from "#geo/read.ts";
import { drawnCorridors } from "../db/ledger-features.ts";
import { readRegionRows } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import type { Geography } from "../page/geography.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import type { Collection } from "./collection.ts";
import { corridorCollection } from "./corridors.ts";
import { itemCollection } from "./items.ts";
import { portCollection } from "./ports.ts";
import { regionCollection } from "./regions.ts";

export type FeatureParts = {
  db: Db;
  revisions: RevisionFeed;
  geography: Pick<Geography, "boundary" | "topology">;
  /** Boundaries without a 审图号 do not leave the server. */
  requireReviewNumber: boolean;
};

/** Collections that do not leave a server which lets no boundary out without a 审图号. */
export const withheldBy = ({ geography, requireReviewNumber }: FeatureParts): readonly string[] =>
  requireReviewNumber && geography.boundary.reviewNumber === null ? ["regions"] : [];

const REVIEWED: Words = {
  "zh-CN": "界线没有审图号，仅供内部工作使用。",
  en: "The boundaries have no map review number (审图号): for internal work.",
};

/** All that may leave. */
export function collectionsOf(parts: FeatureParts): Collection[] {
  const { db, geography } = parts;
  const { topology, boundary } = geography;
  const notice = boundary.reviewNumber === null ? REVIEWED : { "zh-CN": "", en: "" };
  const withheld = withheldBy(parts);
  return [
    itemCollection(db, {
      noun: "project",
      id: "projects",
      title: { "zh-CN": "项目", en: "Projects" },
      what: { "zh-CN": "台账单独计数的项目。", en: "Projects that the ledger counts by themselves." },
    }),
    itemCollection(db, {
      noun: "policy",
      id: "policies",
      title: { "zh-CN": "政策、协议与规划", en: "Policies, agreements and plans" },
      what: {
        "zh-CN": "台账单独计数的政策事项：支持政策、试点示范、合作协议、规划。",
        en: "Policy items that the ledger counts by themselves: support, pilots, agreements, plans.",
      },
    }),
    regionCollection(
      () => readRegionRows(db),
      { topology: topology.mid, reviewNumber: boundary.reviewNumber },
      notice,
    ),
    corridorCollection(() => drawnCorridors(db)),
    portCollection(readPorts()),
  ].filter(({ id }) => !withheld.includes(id));
}

import { z } from "zod";
import type { Item } from "../item.ts";

/** What an item is, beside where it stands: changed by proposals, and its stage's words by reports. */
export const MASTER_FIELDS = [
  "title",
  "type",
  "sector",
  "stageWords",
  "regions",
  "units",
  "figures",
  "places",
] as const;
export type MasterField = (typeof MASTER_FIELDS)[number];

/** Lists as the record has them: regions by code, units by id, figures by their words, places by id. */
export const zMasterChange = z.strictObject({
  field: z.enum(MASTER_FIELDS),
  before: z.array(z.string()),
  after: z.array(z.string()),
});
export type MasterChange = z.infer<typeof zMasterChange>;

const SAID: Record<MasterField, (item: Item) => string[]> = {
  title: ({ title }) => [title],
  type: ({ type }) => [type],
  sector: ({ sector }) => [sector],
  stageWords: ({ stageWords }) => [stageWords],
  regions: ({ regions }) => regions.map(({ code }) => code),
  units: ({ units }) => units.map(({ unit }) => unit),
  figures: ({ figures }) => figures.map(({ words }) => words),
  places: ({ geometry }) => [...geometry.places, ...geometry.corridors],
};

/** What of an item's own record became something else from one version to the next. */
export const masterChanges = (before: Item, after: Item): MasterChange[] =>
  MASTER_FIELDS.flatMap((field) => {
    const [was, is] = [SAID[field](before), SAID[field](after)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });

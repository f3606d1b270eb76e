/** Any filter and any view that the schemas allow, for property tests. */
import fc from "fast-check";
import type { DrilledFilter, Filter } from "#domain/filter.ts";
import { BASES, ITEM_TYPES, SECTORS } from "#domain/item.ts";
import { MEASURES } from "#domain/measure.ts";
import { SORTS } from "#domain/sort.ts";
import { STAGES } from "#domain/stage.ts";
import {
  CAMERA_LIMITS,
  LANGUAGES,
  LAYERS,
  type LayerName,
  THEMES,
  VIEW_LEVELS,
  type View,
  zView,
} from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";

const regionCodes = readRegions().map((region) => region.code);
const seeds = readSeeds();
const unitIds = seeds.units.map((unit) => unit.id);
const itemIds = seeds.items.map((item) => item.id);
const LIGHTS = ["green", "yellow", "red", "none"] as const;

/** Words that find something among words that do not, and characters that an address must escape. */
const text = fc.oneof(
  fc.constantFrom("天然气", "口岸", "水库 争取", "nmgzzq", "ＳＴ １", "国发[2011]21号"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  fc.constantFrom("%2C", "a,b", "a+b c", "&q=1", "#", "=", " ", "/", "100%", "\u0000", "‘“"),
);

const any = <T>(members: readonly T[], maxLength: number) => fc.shuffledSubarray([...members], { maxLength });

/** A filter with any of its keys, empty lists among them. */
export const aFilter: fc.Arbitrary<Filter> = fc.record(
  {
    regions: any(regionCodes, 4),
    types: any(ITEM_TYPES, 5),
    stages: any(STAGES, 8),
    sectors: any(SECTORS, 8),
    units: any(unitIds, 6),
    counterparts: any(unitIds, 6),
    lights: any(LIGHTS, 4),
    basis: any(BASES, 2),
    text,
  },
  { requiredKeys: [] },
);

/** The same as lists and counts ask it, drilled into a region or not. */
export const aDrilledFilter: fc.Arbitrary<DrilledFilter> = fc
  .tuple(aFilter, fc.option(fc.constantFrom(...regionCodes), { nil: undefined }))
  .map(([filter, within]) => (within === undefined ? filter : { ...filter, within }));

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const aView: fc.Arbitrary<View> = fc
  .record({
    region: orNull(fc.constantFrom(...regionCodes)),
    level: fc.constantFrom(...VIEW_LEVELS),
    measure: fc.constantFrom(...MEASURES),
    filter: aFilter,
    item: orNull(fc.constantFrom(...itemIds)),
    sort: fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }),
    camera: orNull(
      fc.record({
        zoom: within(...CAMERA_LIMITS.zoom),
        lat: within(...CAMERA_LIMITS.lat),
        lon: within(...CAMERA_LIMITS.lon),
      }),
    ),
    layers: fc.subarray(Object.keys(LAYERS) as LayerName[]),
    reading: orNull(
      fc.record({
        document: fc.constantFrom("im-2012-07-24", "x"),
        start: fc.nat(999_999_999),
        end: fc.nat(9999),
      }),
    ),
    asOf: orNull(fc.constantFrom("2012-07", "1999-12")),
    against: orNull(fc.constantFrom("2012-06", "2013-01")),
    lang: orNull(fc.constantFrom(...LANGUAGES)),
    theme: orNull(fc.constantFrom(...THEMES)),
  })
  .filter((view) => zView.safeParse(view).success);

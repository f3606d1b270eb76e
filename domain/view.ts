import { z } from "zod";
import { type DrilledFilter, type Filter, MAX_TEXT, zFilter } from "./filter.ts";
import { zBasis, zItemId, zItemType, zSector } from "./item.ts";
import { zMeasure } from "./measure.ts";
import { zMonth } from "./month.ts";
import { zRegionCode } from "./region.ts";
import { SORTS } from "./sort.ts";
import { zStage } from "./stage.ts";

/**
 * The URL is the view. Search parameters, flat so that a person can read them:
 *
 *   region=152500 level=county measure=items item=S-1.4-14 at=4.63/44.1/112.4
 *   regions= types= stages= sectors= units= counterparts= lights= basis=   comma lists
 *   q=天然气 sort=-stage layers=-water,later doc=im-2012-07-24:1833-1866 asof=2012-07 against=2012-06
 *   lang=en theme=dark
 *
 * Absent means default, an empty list means none, unknown members drop out.
 */
export const LANGUAGES = ["zh-CN", "en"] as const;
export const THEMES = ["light", "dark"] as const;
export const VIEW_LEVELS = ["league", "county"] as const;

/** Layers a reader may switch, bottom to top; the value says whether each is on by default. */
export const LAYERS = {
  progress: true,
  relief: true,
  water: true,
  counties: true,
  uhv: true,
  gas: true,
  waterway: true,
  road: true,
  rail: true,
  hubs: true,
  ports: true,
  projects: true,
  labels: true,
  bars: false,
  counties2012: false,
  later: false,
  guofa21: false,
} as const;
export type LayerName = keyof typeof LAYERS;
const LAYER_NAMES = Object.keys(LAYERS) as LayerName[];
const isLayer = (name: string): name is LayerName => (LAYER_NAMES as string[]).includes(name);

const zOffset = z.int().min(0).max(999_999_999);

/**
 * Where a camera may stand, lowest and highest: an address, a fit, the map and the picture keep to the same, or
 * one of them would show another place than the others say. The whole fits the smallest phone at the first zoom.
 */
export const CAMERA_LIMITS = { zoom: [2.5, 12], lat: [20, 65], lon: [70, 150] } as const;
const zWithin = ([low, high]: readonly [number, number]) => z.number().min(low).max(high);

export const zCamera = z.strictObject({
  zoom: zWithin(CAMERA_LIMITS.zoom),
  lat: zWithin(CAMERA_LIMITS.lat),
  lon: zWithin(CAMERA_LIMITS.lon),
});
export type Camera = z.infer<typeof zCamera>;

/** The nearest camera that the limits allow. */
export function withinLimits(camera: Camera): Camera {
  const keep = (value: number, [low, high]: readonly [number, number]) =>
    Math.min(high, Math.max(low, value));
  return {
    zoom: keep(camera.zoom, CAMERA_LIMITS.zoom),
    lat: keep(camera.lat, CAMERA_LIMITS.lat),
    lon: keep(camera.lon, CAMERA_LIMITS.lon),
  };
}

/** Ids of units and documents: a comma or colon in one would cut the parameter that holds it. */
const zId = z.string().regex(/^[a-z0-9-]{1,80}$/);
const isEachOnce = (list: readonly unknown[]): boolean => new Set(list).size === list.length;
const once = <T extends z.ZodType>(member: T) => z.array(member).max(200).refine(isEachOnce).optional();

/** The filter as an address can say it: each member once, ids without commas, no empty text. */
const zViewFilter = z.strictObject({
  ...zFilter.shape,
  regions: once(zRegionCode),
  types: once(zItemType),
  stages: once(zStage),
  sectors: once(zSector),
  units: once(zId),
  counterparts: once(zId),
  lights: once(zFilter.shape.lights.unwrap().element),
  basis: once(zBasis),
  text: z
    .string()
    .min(1)
    .max(MAX_TEXT)
    .refine((text) => text.isWellFormed(), "half a character")
    .optional(),
});

export const zView = z.strictObject({
  /** Region drilled into: the map flies there, list and counts follow. */
  region: zRegionCode.nullable(),
  level: z.enum(VIEW_LEVELS),
  measure: zMeasure,
  filter: zViewFilter,
  item: zItemId.nullable(),
  sort: z.strictObject({ by: z.enum(SORTS), descending: z.boolean() }),
  /** The reader's own camera; null fits the region. */
  camera: zCamera.nullable(),
  /** Those that are on, each once, in the order of `LAYERS`. */
  layers: z
    .array(z.enum(LAYER_NAMES))
    .refine((layers) => layers.join() === LAYER_NAMES.filter((name) => layers.includes(name)).join()),
  /** Document open at a range of code points. */
  reading: z.strictObject({ document: zId, start: zOffset, end: zOffset }).nullable(),
  asOf: zMonth.nullable(),
  /** Month that the changes of lights are told against; null for the one before. */
  against: zMonth.nullable(),
  /** null: as the reader's cookie has it, else zh-CN and light. */
  lang: z.enum(LANGUAGES).nullable(),
  theme: z.enum(THEMES).nullable(),
});
export type View = z.infer<typeof zView>;

export const DEFAULT_VIEW: View = {
  region: null,
  level: "league",
  measure: "items",
  filter: {},
  item: null,
  sort: { by: "source", descending: false },
  camera: null,
  layers: LAYER_NAMES.filter((name) => LAYERS[name]),
  reading: null,
  asOf: null,
  against: null,
  lang: null,
  theme: null,
};

const LISTS = ["regions", "types", "stages", "sectors", "units", "counterparts", "lights", "basis"] as const;

/** Never throws: what cannot be understood falls back to its default. */
export function parseView(search: string | URLSearchParams): View {
  const params = typeof search === "string" ? new URLSearchParams(search) : search;
  const read = <T>(schema: z.ZodType<T>, value: unknown, otherwise: T): T => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : otherwise;
  };
  const field = <K extends keyof View>(key: K, value: unknown): View[K] =>
    read(zView.shape[key] as unknown as z.ZodType<View[K]>, value, DEFAULT_VIEW[key]);
  return {
    region: field("region", params.get("region")),
    level: field("level", params.get("level")),
    measure: field("measure", params.get("measure")),
    filter: parseFilter(params),
    item: field("item", params.get("item")),
    sort: field("sort", parseSort(params.get("sort"))),
    camera: field("camera", parseCamera(params.get("at"))),
    layers: parseLayers(params.get("layers")),
    reading: field("reading", parseReading(params.get("doc"))),
    asOf: field("asOf", params.get("asof")),
    against: field("against", params.get("against")),
    lang: field("lang", params.get("lang")),
    theme: field("theme", params.get("theme")),
  };
}

/** Search string without `?`, parameters in a fixed order, defaults left out. */
export function formatView(view: View): string {
  const params = new URLSearchParams();
  const set = (key: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) params.set(key, value);
  };
  set("region", view.region);
  if (view.level !== DEFAULT_VIEW.level) set("level", view.level);
  if (view.measure !== DEFAULT_VIEW.measure) set("measure", view.measure);
  for (const key of LISTS) set(key, view.filter[key]?.join(","));
  set("q", view.filter.text || null);
  set("item", view.item);
  if (view.sort.by !== "source" || view.sort.descending)
    set("sort", `${view.sort.descending ? "-" : ""}${view.sort.by}`);
  if (view.camera) set("at", `${view.camera.zoom}/${view.camera.lat}/${view.camera.lon}`);
  set("layers", formatLayers(view.layers));
  if (view.reading) set("doc", `${view.reading.document}:${view.reading.start}-${view.reading.end}`);
  set("asof", view.asOf);
  set("against", view.against);
  set("lang", view.lang);
  set("theme", view.theme);
  // Commas, slashes and colons are legal in a query; readable URLs are quoted in briefings.
  return params.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
}

function parseFilter(params: URLSearchParams): Filter {
  const filter: Record<string, unknown> = {};
  for (const key of LISTS) {
    const value = params.get(key);
    if (value === null) continue;
    const member = (zViewFilter.shape[key].unwrap() as unknown as z.ZodArray<z.ZodType>).element;
    filter[key] = [...new Set(value.split(","))]
      .filter((one) => one !== "" && member.safeParse(one).success)
      .slice(0, 200);
  }
  const text = params.get("q");
  if (text !== null && text !== "") filter.text = text.slice(0, MAX_TEXT).toWellFormed();
  return filter as Filter;
}

function parseSort(value: string | null) {
  if (!value) return undefined;
  return { by: value.replace(/^-/, ""), descending: value.startsWith("-") };
}

function parseCamera(value: string | null) {
  const [zoom, lat, lon, ...rest] = (value ?? "")
    .split("/")
    .map((part) => (part === "" ? Number.NaN : Number(part)));
  return rest.length > 0 ? undefined : { zoom, lat, lon };
}

function parseReading(value: string | null) {
  const found = /^([^:]+):(\d{1,9})-(\d{1,9})$/.exec(value ?? "");
  return found ? { document: found[1], start: Number(found[2]), end: Number(found[3]) } : undefined;
}

/** `layers` holds only differences from the default: `later` switches on, `-water` switches off. */
function parseLayers(value: string | null): LayerName[] {
  const on = new Set<LayerName>(DEFAULT_VIEW.layers);
  for (const word of (value ?? "").split(",")) {
    const name = word.replace(/^-/, "");
    if (!isLayer(name)) continue;
    if (word.startsWith("-")) on.delete(name);
    else on.add(name);
  }
  return LAYER_NAMES.filter((name) => on.has(name));
}

function formatLayers(layers: readonly LayerName[]): string | null {
  const words = LAYER_NAMES.filter((name) => layers.includes(name) !== LAYERS[name]).map((name) =>
    LAYERS[name] ? `-${name}` : name,
  );
  return words.length > 0 ? words.join(",") : null;
}

/**
 * A well-formed code may still name no region of the data set: like all that an address cannot mean, it drops out.
 * A choice of which no member is known stays a choice of none, for the reader to clear.
 */
export function withKnownRegions(view: View, known: ReadonlySet<string>): View {
  const { regions } = view.filter;
  return {
    ...view,
    region: view.region !== null && known.has(view.region) ? view.region : null,
    filter:
      regions === undefined
        ? view.filter
        : { ...view.filter, regions: regions.filter((code) => known.has(code)) },
  };
}

/**
 * The filter that counts and lists follow: the reader's own, and of what it finds that which lies in the
 * region drilled into. So a list is as long as map and tree say of its region, whatever regions are chosen.
 */
export function effectiveFilter(view: Pick<View, "filter" | "region">): DrilledFilter {
  return view.region === null ? view.filter : { ...view.filter, within: view.region };
}

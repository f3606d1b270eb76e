/** What the service says of itself, before any feature is asked for. */
import type { Language } from "#domain/look/words.ts";
import type { Collection } from "./collection.ts";

export const ROOT = "/ogc";
export const GEOJSON = "application/geo+json";
export const GPKG = "application/geopackage+sqlite3";
export const OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const CLASSES = ["core", "oas30", "geojson"].map(
  (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
);

export type Link = { href: string; rel: string; type: string; title?: string; hreflang?: string };
/** Where the service is asked, without a slash at its end, and in which language. */
export type Here = { origin: string; lang: Language };

export const at = ({ origin, lang }: Here, path: string, query: Record<string, string> = {}): string =>
  `${origin}${ROOT}${path}?${new URLSearchParams({ ...query, lang })}`;

const link = (here: Here, path: string, rel: string, type = "application/json"): Link => ({
  href: at(here, path),
  rel,
  type,
  hreflang: here.lang,
});

export const landing = (here: Here, title: string) => ({
  title,
  description:
    here.lang === "en"
      ? "Read only. Every item's stage comes with the sentence that says so."
      : "只读。每一事项的阶段附有出处原句。",
  links: [
    link(here, "", "self"),
    link(here, "/api", "service-desc", OPENAPI),
    link(here, "/conformance", "conformance"),
    link(here, "/collections", "data"),
    link(here, "/one-map.gpkg", "enclosure", GPKG),
    { href: `${here.origin}/?lang=${here.lang}`, rel: "alternate", type: "text/html", hreflang: here.lang },
  ],
});

export const conformance = () => ({ conformsTo: CLASSES });

export const collections = async (here: Here, all: readonly Collection[]) => ({
  links: [link(here, "/collections", "self")],
  collections: await Promise.all(all.map((one) => collection(here, one))),
});

export async function collection(here: Here, { id, title, description, extent }: Collection) {
  const box = await extent();
  return {
    id,
    title: title[here.lang],
    description: description[here.lang],
    itemType: "feature",
    crs: [CRS84],
    ...(box === null ? {} : { extent: { spatial: { bbox: [box], crs: CRS84 } } }),
    links: [
      link(here, `/collections/${id}`, "self"),
      link(here, `/collections/${id}/items`, "items", GEOJSON),
    ],
  };
}

/** Links of a page: to itself, and to the one after it, which asks the same. */
export function pageLinks(here: Here, id: string, asked: URLSearchParams, next: string | null): Link[] {
  const query = Object.fromEntries(asked);
  const path = `/collections/${id}/items`;
  const to = (rel: string, more: Record<string, string> = {}): Link => ({
    href: at(here, path, { ...query, ...more }),
    rel,
    type: GEOJSON,
    hreflang: here.lang,
  });
  return [
    to("self"),
    ...(next === null ? [] : [to("next", { after: next })]),
    link(here, `/collections/${id}`, "collection"),
  ];
}

export const featureLinks = (here: Here, id: string, feature: string): Link[] => [
  link(here, `/collections/${id}/items/${encodeURIComponent(feature)}`, "self", GEOJSON),
  link(here, `/collections/${id}`, "collection"),
];

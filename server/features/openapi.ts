import { DEFAULT_LIMIT, MOST_FEATURES } from "#domain/features/features-query.ts";
import { LANGUAGES } from "#domain/view.ts";
import type { Collection } from "./collection.ts";
import { GEOJSON, type Here, OPENAPI, ROOT } from "./documents.ts";

const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
  ...("items" in schema ? { style: "form", explode: false } : {}),
});
const ref = (kind: "parameters" | "responses" | "schemas", name: string) => ({
  $ref: `#/components/${kind}/${name}`,
});

const PARAMETERS = {
  f: query("f", "The one format there is.", { type: "string", enum: ["json", "geojson"] }),
  lang: query("lang", "Language of names and remarks; quotes stay as the source has them.", {
    type: "string",
    enum: LANGUAGES,
    default: "zh-CN",
  }),
  limit: query("limit", "Features on a page at most.", {
    type: "integer",
    minimum: 1,
    maximum: MOST_FEATURES,
    default: DEFAULT_LIMIT,
  }),
  bbox: query(
    "bbox",
    "Only features whose geometry touches the box: west,south,east,north in degrees, WGS 84.",
    {
      type: "array",
      oneOf: [4, 6].map((items) => ({ minItems: items, maxItems: items })),
      items: { type: "number" },
    },
  ),
  datetime: query(
    "datetime",
    "A day, a time, or an interval with / and ..: the collection says what it selects by it.",
    {
      type: "string",
    },
  ),
  after: query("after", "Where the page before ended, as the link to the next has it.", { type: "string" }),
} as const;

const answer = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: { type: "object" } } },
});
const REFUSED = { "400": ref("responses", "refused") };
const NOT_THERE = { "404": ref("responses", "unknown") };

const get = (
  id: string,
  summary: string,
  type: string,
  parameters: readonly string[],
  more: object = {},
) => ({
  get: {
    operationId: id,
    summary,
    parameters: ["f", "lang", ...parameters].map((name) => ref("parameters", name)),
    responses: { "200": answer(summary, type), ...REFUSED, ...more },
  },
});

/** The whole service in OpenAPI 3.0. */
export function openApi({ origin, lang }: Here, title: string, all: readonly Collection[]) {
  const JSON_TYPE = "application/json";
  const ofCollections = all.flatMap(({ id, title: name, description }) => {
    const path = `/collections/${id}`;
    const items = get(`${id}.items`, name[lang], GEOJSON, ["limit", "bbox", "datetime", "after"]);
    const one = get(`${id}.item`, name[lang], GEOJSON, [], NOT_THERE);
    const feature = { name: "featureId", in: "path", required: true, schema: { type: "string" } };
    return [
      [path, get(id, name[lang], JSON_TYPE, [])],
      [`${path}/items`, { get: { ...items.get, description: description[lang] } }],
      [`${path}/items/{featureId}`, { get: { ...one.get, parameters: [feature, ...one.get.parameters] } }],
    ] as const;
  });
  return {
    openapi: "3.0.3",
    info: { title, version: "1.0.0", license: { name: "MIT" } },
    servers: [{ url: `${origin}${ROOT}` }],
    paths: {
      "/": get("landing", "What is here", JSON_TYPE, []),
      "/conformance": get("conformance", "Classes of the standard that are kept", JSON_TYPE, []),
      "/api": get("api", "This document", OPENAPI, []),
      "/collections": get("collections", "All collections", JSON_TYPE, []),
      ...Object.fromEntries(ofCollections),
    },
    components: {
      parameters: PARAMETERS,
      responses: {
        refused: answer(
          "A parameter that there is none of, or a value that is not as it should be; says which",
          JSON_TYPE,
        ),
        unknown: answer("No feature has this id", JSON_TYPE),
      },
    },
  };
}

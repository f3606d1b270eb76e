/**
 * What OC4IDS 0.9.5 asks of the fields that we write, as a JSON Schema: types, required members, least lengths and
 * closed lists as its project and project package schemas have them. Stricter in one way: a field that is not
 * written down here fails, so that no name of ours passes for one of the standard's.
 *
 * https://standard.open-contracting.org/infrastructure/schema/0__9__5/ (Open Contracting Partnership, Apache-2.0);
 * read at github.com/open-contracting/infrastructure, schema/project-level: the project schema at commit
 * 40b557327e0638e2d60189d552bbf7fb9e2a70c1, which is 0.9.5 (2 April 2025); the package schema as of 0.9.3, at
 * c0f26b1eb40eb74f93b0faa7b14d9599add0f03b, for the change logs of 0.9.4 and 0.9.5 name no change to it.
 */
const text = { type: "string", minLength: 1 };
const uri = { type: "string", format: "uri" };
const moment = { type: "string", format: "date-time" };
const listOf = (items: object) => ({ type: "array", items, minItems: 1, uniqueItems: true });
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: "object",
  properties,
  required,
  minProperties: 1,
  additionalProperties: false,
});

const geometry = object({
  type: {
    type: "string",
    enum: ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"],
  },
  coordinates: { type: "array", minItems: 1, items: { type: ["number", "array"], minItems: 1 } },
});

export const OC4IDS_PROJECT = object(
  {
    id: text,
    updated: moment,
    title: text,
    description: text,
    status: {
      type: "string",
      enum: [
        "identification",
        "preparation",
        "implementation",
        "completion",
        "maintenance",
        "decommissioning",
        "decommissioned",
        "cancelled",
      ],
    },
    sector: listOf(text),
    additionalClassifications: listOf(object({ scheme: text, id: text, description: text })),
    relatedProjects: listOf(object({ id: text, scheme: text, identifier: text, relationship: text }, ["id"])),
    locations: listOf(
      object(
        {
          id: text,
          description: text,
          geometry,
          gazetteer: object({ scheme: text, identifiers: listOf(text) }),
        },
        ["id"],
      ),
    ),
    parties: listOf(object({ id: text, name: text, roles: listOf(text) })),
    documents: listOf(
      object(
        {
          id: text,
          title: text,
          description: text,
          url: uri,
          datePublished: moment,
          format: text,
          language: text,
          author: text,
        },
        ["id"],
      ),
    ),
    language: text,
  },
  ["id"],
);

export const OC4IDS_PACKAGE = object(
  {
    uri,
    publishedDate: moment,
    version: { type: "string", pattern: "^(\\d+\\.)(\\d+)$" },
    publisher: object({ name: text }, ["name"]),
    license: { type: ["string", "null"], format: "uri" },
    projects: listOf(OC4IDS_PROJECT),
    // Ours, beyond the standard: what STANDARDS asks of every export.
    oneMap: { type: "object" },
  },
  ["uri", "publisher", "publishedDate", "projects", "version"],
);

/** The projectSector codelist: an open list, but we write no code that it does not have. */
export const PROJECT_SECTORS = [
  "education",
  "health",
  "energy",
  "energy.solar",
  "energy.wind",
  "energy.hydropower",
  "energy.biomass",
  "energy.geothermal",
  "communications",
  "waterAndWaste",
  "governance",
  "economy",
  "cultureSportsAndRecreation",
  "transport",
  "transport.air",
  "transport.water",
  "transport.rail",
  "transport.road",
  "transport.urban",
  "transport.lowCarbon",
  "socialHousing",
  "naturalResources",
  "naturalResources.floodProtection",
];

import { afterAll, beforeAll, expect, test } from "vitest";
import type { ItemPage } from "#domain/query.ts";
import { ask, callUrl, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { faultsOf, membersKnownTo, membersOf } from "./oc4ids-faults.ts";
import { judgeBy } from "./oc4ids-problems.ts";
import { OC4IDS_PACKAGE, PROJECT_SECTORS } from "./oc4ids-schema.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

type Project = {
  id: string;
  status?: string;
  sector?: string[];
  description: string;
  locations: { id: string; geometry?: { type: string }; gazetteer?: { identifiers: string[] } }[];
  parties?: { id: string; roles: string[] }[];
  relatedProjects?: { identifier: string }[];
  documents: { url: string; description: string }[];
};
type Package = { projects: Project[]; uri: string; version: string; oneMap: Record<string, unknown> };

const open = async (query = ""): Promise<Package> => {
  const answer = await ask(`${served.url}/export/projects.oc4ids.json${query}`);
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text) as Package;
};
const problemsOf = judgeBy(OC4IDS_PACKAGE);
/** As it would be in a file: what is undefined is not there. */
const plain = (data: object): unknown => JSON.parse(JSON.stringify(data));

test("is a valid package of the standard, whatever view it is of, in both languages", async () => {
  for (const query of [
    "",
    "?lang=en",
    "?region=150600",
    "?q=%E5%85%AC%E8%B7%AF&types=project&x=%22%3C",
    "?sort=-stage",
  ]) {
    expect(problemsOf(await open(query)), query).toEqual([]);
  }
});

test("the schema of these tests knows the members that we write, and no others", async () => {
  const written = [...membersOf(await open())].filter((at) => !at.startsWith("oneMap."));
  expect([...membersKnownTo(OC4IDS_PACKAGE)].sort()).toEqual(written.sort());
});

test("the schema of these tests refuses what the standard refuses", async () => {
  const whole = await open();
  const kinds = ["S-1.4-15", "S-1.4-10.1", "S-1.4-16"];
  const good = { ...whole, projects: whole.projects.filter(({ id }) => kinds.includes(id)) };
  expect(good.projects).toHaveLength(kinds.length);
  let faults = 0;
  for (const { at, what } of faultsOf(good)) {
    faults += 1;
    expect(problemsOf(good).length, `${at}: ${what}`).toBeGreaterThan(0);
  }
  expect(faults).toBeGreaterThan(500);
  expect(problemsOf(good)).toEqual([]);
});

test("the schema of these tests asks for what the standard asks for, in its lists and forms", async () => {
  const good = await open("?region=150600");
  const [project] = good.projects;
  const [place] = project?.locations ?? [];
  const [document] = project?.documents ?? [];
  const withProject = (changes: object) => ({ ...good, projects: [{ ...project, ...changes }] });
  const withDocument = (changes: object) => withProject({ documents: [{ ...document, ...changes }] });
  const wrong: Record<string, object> = {
    ...Object.fromEntries(
      ["uri", "publisher", "publishedDate", "projects", "version"].map((member) => [
        `no ${member}`,
        { ...good, [member]: undefined },
      ]),
    ),
    "no name of the publisher": { ...good, publisher: { name: undefined } },
    "no id": withProject({ id: undefined }),
    "no id of a place": withProject({ locations: [{ ...place, id: undefined }] }),
    "no id of a document": withDocument({ id: undefined }),
    "no id of a relation": withProject({ relatedProjects: [{ identifier: "S-1.4-10" }] }),
    "a version of three numbers": { ...good, version: "0.9.5" },
    "a status of 0.9.3": withProject({ status: "completed" }),
    "a stage of ours": withProject({ status: "unstated" }),
    "a geometry of geometries": withProject({
      locations: [{ id: "a", geometry: { type: "GeometryCollection", geometries: [] } }],
    }),
    "coordinates in words": withProject({
      locations: [{ id: "a", geometry: { type: "Point", coordinates: ["109", "40"] } }],
    }),
    "a day for a moment": withDocument({ datePublished: "2012-07-24" }),
    "an address in other letters": withDocument({ url: "https://例子.cn/" }),
    "a licence by its name": { ...good, license: "MIT License" },
  };
  const passed = Object.entries(wrong).filter(([, data]) => problemsOf(plain(data)).length === 0);
  expect(passed.map(([what]) => what)).toEqual([]);
});

test("holds the projects of the ledger and their parts, nothing else", async () => {
  const { projects, version, uri, oneMap } = await open();
  const counted = JSON.parse((await ask(callUrl(served, "project.list", { limit: 200 }))).text).result
    .data as ItemPage;
  const parts = counted.items.flatMap((item) => item.children);
  expect(projects.map((project) => project.id).sort()).toEqual(
    [...counted.items.map((item) => item.id), ...parts].sort(),
  );
  expect(projects).toHaveLength(25);
  expect([version, uri]).toEqual(["0.9", `${served.url}/export/projects.oc4ids.json?lang=zh-CN`]);
  expect(oneMap).toMatchObject({ asOf: "2012-07", revision: served.ledger.revisions.current });
});

test("says a status only where the source's stage is on the ladder", async () => {
  const { projects } = await open();
  const of = (id: string) => projects.find((project) => project.id === id);
  expect(
    [of("S-1.3-06.1"), of("S-1.4-16"), of("S-1.4-18"), of("S-1.4-15"), of("S-1.4-04")].map(
      (one) => one?.status,
    ),
  ).toEqual(["identification", "preparation", "preparation", "implementation", "completion"]);
  const items = JSON.parse((await ask(callUrl(served, "project.list", { limit: 200 }))).text).result
    .data as ItemPage;
  for (const item of items.items.filter(({ stage }) => stage === "unstated")) {
    expect(of(item.id), item.id).not.toHaveProperty("status");
    expect(of(item.id)?.description).toContain(item.stageWords);
  }
});

test("codes a sector only where the codelist means the same", async () => {
  const { projects } = await open();
  const sectorOf = (id: string) => projects.find((project) => project.id === id)?.sector;
  expect(sectorOf("S-1.4-11")).toEqual(["transport", "transport.road"]);
  expect(sectorOf("S-1.4-16")).toEqual(["transport", "transport.air"]);
  expect(sectorOf("S-1.4-15")).toEqual(["energy"]);
  expect(sectorOf("S-1.4-19")).toBeUndefined();
  for (const code of projects.flatMap((project) => project.sector ?? []))
    expect(PROJECT_SECTORS).toContain(code);
});

test("has parties, places, regions and the sentence of the source", async () => {
  const { projects } = await open();
  const pipeline = projects.find((project) => project.id === "S-1.4-15");
  expect(pipeline?.locations.map((one) => one.geometry?.type ?? one.gazetteer?.identifiers[0])).toEqual([
    "LineString",
    "150600",
    "150602",
    "150621",
    "150622",
  ]);
  const roles = new Set(projects.flatMap((project) => project.parties ?? []).flatMap((party) => party.roles));
  expect(roles).toContain("publicAuthority");
  expect(roles).toContain("counterpart");
  expect(pipeline?.documents[0]?.url).toBe("https://www.gov.cn/gzdt/2012-07/24/content_2190335.htm");
  expect(projects.find((project) => project.id === "S-1.4-10.1")?.relatedProjects?.[0]?.identifier).toBe(
    "S-1.4-10",
  );
  // Its parent is a plan, which is no project.
  expect(projects.find((project) => project.id === "S-1.3-06.1")).not.toHaveProperty("relatedProjects");
});

test("names another project only where the package has it", async () => {
  for (const query of ["", "?region=150600", "?q=%E5%85%AC%E8%B7%AF&types=project"]) {
    const { projects } = await open(query);
    const ids = new Set(projects.map((project) => project.id));
    for (const { identifier } of projects.flatMap((project) => project.relatedProjects ?? []))
      expect(ids, query).toContain(identifier);
  }
});

test("a view without a project is refused in words: the standard has no empty package", async () => {
  const empty = await ask(`${served.url}/export/projects.oc4ids.json?types=plan`);
  expect(refusalOf(empty)).toMatchObject({ status: 404, code: "NOT_FOUND" });
  expect(empty.headers["cache-control"]).toBe("no-store");
});

test("is named for what it holds", async () => {
  const { headers } = await ask(`${served.url}/export/projects.oc4ids.json`);
  expect(headers["content-disposition"]).toContain(encodeURIComponent("一张图-项目-2012-07-24.oc4ids.json"));
});

import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { parseView } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import { seededApi } from "../../factories.ts";

vi.mock("../../../client/data/page.ts", () => ({
  page: { regions: readRegions(), lang: "zh-CN", theme: "light" },
}));

/** The answer comes from a database, on a machine that may be busy. */
const PATIENT = { timeout: 20_000 };

/** What the browser is asked for: the address bar, the map's box, and the server. */
function standInBrowser(): void {
  const location = { pathname: "/", search: "" };
  const write = (_state: unknown, _title: string, address: string) => {
    location.search = new URL(address, "http://one.map").search;
  };
  vi.stubGlobal("window", {
    location,
    history: { pushState: write, replaceState: write },
    addEventListener: () => {},
  });
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => callback());
  vi.stubGlobal("cancelAnimationFrame", () => {});
  vi.stubGlobal("document", { getElementById: () => ({ clientWidth: 1264, clientHeight: 990 }) });
  vi.stubGlobal("fetch", async (path: string) => {
    const [first] = Object.values(
      JSON.parse(new URL(path, "http://one.map").searchParams.get("input") ?? ""),
    );
    const { id } = first as { id: string };
    const api = await seededApi();
    const answer = (get: Promise<unknown>) =>
      get.then(
        (data) => ({ result: { data } }),
        () => ({ error: { data: { code: "NOT_FOUND" } } }),
      );
    const both = await Promise.all([answer(api.project.get({ id })), answer(api.policy.get({ id }))]);
    return new Response(JSON.stringify(both));
  });
}

let pickItem: typeof import("../../../client/view/pick-item.ts").pickItem;
let address: typeof import("../../../client/view/address.ts");
beforeAll(async () => {
  await seededApi();
  standInBrowser();
  address = await import("../../../client/view/address.ts");
  ({ pickItem } = await import("../../../client/view/pick-item.ts"));
});
const go = (search: string) => address.setView(parseView(search));
beforeEach(() => go(""));
const view = () => address.currentView();

test("an item out of view is picked, and the map goes to it", async () => {
  go("region=150700&level=county");
  pickItem("S-1.4-12");
  expect(view()).toMatchObject({ item: "S-1.4-12", camera: null });
  await vi.waitFor(() => expect(view().camera?.lon).toBeLessThan(107), PATIENT);
  expect(view()).toMatchObject({ item: "S-1.4-12", region: "150700" });
});

test("from a sentence the document closes with it", async () => {
  go("region=150700&level=county&doc=im-2012-07-24:1-9");
  pickItem("S-1.4-15", { reading: null });
  await vi.waitFor(() => expect(view().camera).not.toBeNull(), PATIENT);
  expect(view()).toMatchObject({ item: "S-1.4-15", reading: null });
});

test("whoever has gone on meanwhile is left where they are", async () => {
  go("region=150700&level=county");
  pickItem("S-1.4-16");
  go("region=150400&level=county");
  pickItem("S-1.4-11");
  await vi.waitFor(() => expect(view().camera).not.toBeNull(), PATIENT);
  const { camera } = view();
  await new Promise((done) => setImmediate(done));
  expect(view()).toMatchObject({ item: "S-1.4-11", camera });
});

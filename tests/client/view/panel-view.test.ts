import { beforeAll, beforeEach, expect, test, vi } from "vitest";

vi.mock("../../../client/data/page.ts", () => ({
  page: { regions: [{ code: "152500" }], lang: "zh-CN", theme: "light" },
}));
type Waiting = { frames: number; callback: () => void };
const waiting = new Set<Waiting>();
vi.mock("../../../client/after-frame.ts", () => ({
  afterFrames: (frames: number, callback: () => void) => {
    const one = { frames, callback };
    waiting.add(one);
    return () => waiting.delete(one);
  },
}));
const frameGoes = () => {
  for (const one of [...waiting]) {
    one.frames -= 1;
    if (one.frames > 0) continue;
    waiting.delete(one);
    one.callback();
  }
};

vi.stubGlobal("window", {
  location: { pathname: "/", search: "" },
  history: { pushState: () => {}, replaceState: () => {} },
  addEventListener: () => {},
});
const { setView } = await import("../../../client/view/address.ts");
const { listView, panelView } = await import("../../../client/view/panel-view.ts");

const told = vi.fn();
beforeAll(() => {
  panelView.subscribe(told);
});
beforeEach(() => {
  setView({ measure: "items", region: null, sort: { by: "source", descending: false }, level: "league" });
  for (let frame = 0; frame < 3; frame += 1) frameGoes();
  told.mockClear();
});

test("a new measure reaches list and panels when the frame with its colours has gone", () => {
  setView({ measure: "projects" });
  expect([listView.shown().measure, panelView.shown().measure]).toEqual(["items", "items"]);
  frameGoes();
  expect([listView.shown().measure, panelView.shown().measure]).toEqual(["projects", "projects"]);
  expect(told).toHaveBeenCalled();
});

test("a new region reaches the list at once, and the panels after the list's frame and the map's", () => {
  setView({ region: "152500" });
  expect([listView.shown().region, panelView.shown().region]).toEqual(["152500", null]);
  frameGoes();
  expect(panelView.shown().region).toBeNull();
  frameGoes();
  expect(panelView.shown().region).toBe("152500");
});

test("any other change reaches them at once", () => {
  setView({ level: "county" });
  expect([listView.shown().level, panelView.shown().level]).toEqual(["county", "county"]);
});

test("a measure taken back before its frame has gone leaves nothing to follow", () => {
  setView({ measure: "projects" });
  setView({ measure: "items" });
  told.mockClear();
  frameGoes();
  expect(told).not.toHaveBeenCalled();
  expect(panelView.shown().measure).toBe("items");
});

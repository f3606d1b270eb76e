import { beforeAll, beforeEach, expect, test, vi } from "vitest";

vi.mock("../../../client/data/page.ts", () => ({ page: { regions: [], lang: "zh-CN", theme: "light" } }));
const waiting = new Set<() => void>();
vi.mock("../../../client/after-frame.ts", () => ({
  afterFrame: (callback: () => void) => {
    waiting.add(callback);
    return () => waiting.delete(callback);
  },
  afterTwoFrames: () => () => {},
}));
const frameGoes = () => {
  const due = [...waiting];
  waiting.clear();
  for (const callback of due) callback();
};

vi.stubGlobal("window", {
  location: { pathname: "/", search: "" },
  history: { pushState: () => {}, replaceState: () => {} },
  addEventListener: () => {},
});
const { setView } = await import("../../../client/view/address.ts");
const { onPanelView, panelView } = await import("../../../client/view/panel-view.ts");

const told = vi.fn();
beforeAll(() => {
  onPanelView(told);
});
beforeEach(() => {
  setView({ measure: "items", sort: { by: "source", descending: false }, level: "league" });
  frameGoes();
  told.mockClear();
});

test("a new measure reaches the panels when the frame with its colours has gone", () => {
  setView({ measure: "projects" });
  expect(panelView().measure).toBe("items");
  frameGoes();
  expect(panelView().measure).toBe("projects");
  expect(told).toHaveBeenCalled();
});

test("any other change reaches them at once", () => {
  setView({ level: "county" });
  expect(panelView().level).toBe("county");
});

test("a measure taken back before its frame has gone leaves nothing to follow", () => {
  setView({ measure: "projects" });
  setView({ measure: "items" });
  told.mockClear();
  frameGoes();
  expect(told).not.toHaveBeenCalled();
  expect(panelView().measure).toBe("items");
});

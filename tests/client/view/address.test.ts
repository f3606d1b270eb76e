import { beforeEach, expect, test, vi } from "vitest";

vi.mock("../../../client/data/page.ts", () => ({ page: { regions: [], lang: "zh-CN", theme: "light" } }));
let frame: (() => void) | null = null;
vi.mock("../../../client/after-frame.ts", () => ({
  afterFrames: (_frames: number, callback: () => void) => {
    frame = callback;
    return () => {
      frame = null;
    };
  },
}));

const written: string[] = [];
const heard = new Map<string, () => void>();
const location = { pathname: "/", search: "" };
const write = (how: string) => (_state: unknown, _title: string, address: string) => {
  written.push(`${how} ${address}`);
  location.search = address.replace("/", "");
};
vi.stubGlobal("window", {
  location,
  history: { pushState: write("push"), replaceState: write("replace") },
  addEventListener: (event: string, listener: () => void) => heard.set(event, listener),
});
const { currentView, keepAddress, setView } = await import("../../../client/view/address.ts");
expect([written, heard.size]).toEqual([[], 0]);
keepAddress();

beforeEach(() => {
  setView({ measure: "items", level: "league" });
  frame?.();
  written.length = 0;
});

test("the view changes at once, its address once the frame that shows it has gone", () => {
  setView({ level: "county" });
  expect(currentView().level).toBe("county");
  expect(written).toEqual([]);
  frame?.();
  expect(written).toEqual(["push /?level=county"]);
});

test("two steps in one frame are two in the history", () => {
  setView({ level: "county" });
  setView({ measure: "projects" }, { replace: true });
  frame?.();
  expect(written).toEqual(["push /?level=county", "replace /?level=county&measure=projects"]);
});

test("a page that is left has written its address", () => {
  setView({ level: "county" });
  heard.get("pagehide")?.();
  expect(written).toEqual(["push /?level=county"]);
});

test("gone back before it was written, a step leaves nothing to be written", () => {
  setView({ level: "county" });
  heard.get("popstate")?.();
  frame?.();
  expect(written).toEqual([]);
  expect(currentView().level).toBe("league");
});

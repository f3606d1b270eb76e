import { beforeEach, expect, test, vi } from "vitest";
import { afterFrame } from "../../client/after-frame.ts";

let waiting = new Map<number, () => void>();
let count = 0;
const drawFrame = () => {
  const due = [...waiting.values()];
  waiting = new Map();
  for (const callback of due) callback();
};
beforeEach(() => {
  waiting = new Map();
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => {
    count += 1;
    waiting.set(count, callback);
    return count;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => waiting.delete(id));
});

test("the frame being made has gone before what comes second", () => {
  const second = vi.fn();
  afterFrame(second);
  drawFrame();
  drawFrame();
  expect(second).not.toHaveBeenCalled();
  drawFrame();
  expect(second).toHaveBeenCalledOnce();
});

test("called off, it does not come, in whichever frame that is", () => {
  const second = vi.fn();
  const [first, later] = [afterFrame(second), afterFrame(second)];
  first();
  drawFrame();
  later();
  drawFrame();
  drawFrame();
  expect(second).not.toHaveBeenCalled();
});

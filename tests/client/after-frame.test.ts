import { beforeEach, expect, test, vi } from "vitest";
import { afterFrame, afterFrames, isDrawing } from "../../client/after-frame.ts";

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

test("the frame being made has gone before what comes second", async () => {
  const second = vi.fn();
  afterFrame(second);
  drawFrame();
  await Promise.resolve();
  expect(second).not.toHaveBeenCalled();
  drawFrame();
  await vi.waitFor(() => expect(second).toHaveBeenCalledOnce());
});

test("and is drawn, where someone tells how long that takes", async () => {
  const order: string[] = [];
  afterFrame(() => order.push("second"));
  isDrawing(Promise.resolve().then(() => order.push("drawn")));
  drawFrame();
  drawFrame();
  await vi.waitFor(() => expect(order).toEqual(["drawn", "second"]));
});

test("called off, it does not come, in whichever frame that is", async () => {
  const [second, last] = [vi.fn(), vi.fn()];
  const [first, later] = [afterFrame(second), afterFrame(second)];
  afterFrame(last);
  first();
  drawFrame();
  drawFrame();
  later();
  await vi.waitFor(() => expect(last).toHaveBeenCalledOnce());
  expect(second).not.toHaveBeenCalled();
});

test("after two frames that follow each other, the first drawn before the second is made", async () => {
  const order: string[] = [];
  const callOff = vi.fn();
  afterFrames(2, () => order.push("third"));
  const other = afterFrames(2, callOff);
  isDrawing(Promise.resolve().then(() => order.push("drawn")));
  drawFrame();
  drawFrame();
  await vi.waitFor(() => expect(waiting.size).toBe(2));
  expect(order).toEqual(["drawn"]);
  other();
  drawFrame();
  drawFrame();
  await vi.waitFor(() => expect(order).toEqual(["drawn", "third"]));
  expect(callOff).not.toHaveBeenCalled();
});

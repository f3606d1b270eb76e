import { beforeEach, expect, test, vi } from "vitest";
import { CodeError, PanelCode } from "../../client/panel-code.ts";

const Shown = () => null;
const reload = vi.fn();
let serves = true;
beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal("document", { querySelectorAll: () => [] });
  vi.stubGlobal("location", { reload });
  vi.stubGlobal("fetch", async () => {
    if (!serves) throw new TypeError("offline");
    return new Response("{}");
  });
});

/** Code that fails so many times before it comes. */
function failing(times: number) {
  let asked = 0;
  return new PanelCode(async () => {
    asked += 1;
    if (asked <= times) throw new TypeError(`failure ${asked}`);
    return Shown;
  });
}
const failureOf = (code: PanelCode<object>): Promise<CodeError> =>
  code.fetch().then(
    () => expect.fail("it came"),
    (error: CodeError) => error,
  );

test("code that is here already is the component itself", async () => {
  const code = failing(0);
  expect(code.component()).not.toBe(Shown);
  await code.fetch();
  expect(code.component()).toBe(Shown);
});

test("a failure is forgotten: what waits for the code next waits for another try", async () => {
  const code = failing(1);
  const before = code.component();
  expect(code.component()).toBe(before);
  const error = await failureOf(code);
  expect(error).toBeInstanceOf(CodeError);
  expect(code.component()).not.toBe(before);
  await error.again();
  expect(code.component()).toBe(Shown);
  expect(reload).not.toHaveBeenCalled();
});

test("where the server answers and the code does not come, the page is loaded anew; else it stays", async () => {
  serves = false;
  await (await failureOf(failing(2))).again();
  expect(reload).not.toHaveBeenCalled();
  serves = true;
  await (await failureOf(failing(2))).again();
  expect(reload).toHaveBeenCalledOnce();
});

import { expect, test } from "vitest";
import { answerOf, sheetAddress } from "../../../../client/filing/sheet/send-sheet.ts";

const STATUS = {
  job: "AAAAAAAAAAAAAAAAAAAAAA",
  unit: "dept-water",
  unitName: "自治区水利厅",
  month: "2012-09",
  fileName: "九月.xlsx",
  state: "reading",
  progress: 0,
  counts: { same: 0, changed: 0, bad: 0 },
  refusal: null,
};
const codeOf = (status: number, text: string): unknown => {
  try {
    return answerOf(status, text);
  } catch (error) {
    return (error as { refusal: unknown }).refusal;
  }
};

test("a sheet that was taken is answered with how far its reading is", () => {
  expect(answerOf(202, JSON.stringify(STATUS))).toEqual(STATUS);
});

test("a refusal keeps the server's code, and an answer that is none of ours is unreadable", () => {
  const refused = JSON.stringify({ error: { message: "too many", data: { code: "TOO_MANY_REQUESTS" } } });
  expect(codeOf(429, refused)).toEqual({ code: "TOO_MANY_REQUESTS", httpStatus: 429 });
  expect(codeOf(502, "<html>")).toEqual({ code: "UNREADABLE", httpStatus: 502 });
  expect(codeOf(202, "{}")).toEqual({ code: "UNREADABLE", httpStatus: 202 });
});

test("names with any sign in them go into the address whole", () => {
  const address = sheetAddress("upload", { unit: "dept-water", month: "2012-09", name: "九月&十月 #1.xlsx" });
  expect(new URL(address, "http://one-map.test").searchParams.get("name")).toBe("九月&十月 #1.xlsx");
});

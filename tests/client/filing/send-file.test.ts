import { expect, test } from "vitest";
import { MAX_FILE_BYTES, refusalOf, refusedAtSight } from "../../../client/filing/send-file.ts";

test("what is too large or of another kind by its name is not sent at all", () => {
  expect(refusedAtSight({ name: "批复.PDF", size: MAX_FILE_BYTES })).toBeNull();
  expect(refusedAtSight({ name: "批复.pdf", size: MAX_FILE_BYTES + 1 })).toBe("size");
  expect(refusedAtSight({ name: "批复.exe", size: 1 })).toBe("type");
  expect(refusedAtSight({ name: "pdf", size: 1 })).toBe("type");
});

test("what the server refuses is told by its status, or by what its sentence is about", () => {
  expect(refusalOf(413, "")).toBe("size");
  expect(refusalOf(401, "")).toBe("signedOut");
  expect(refusalOf(400, "the file is locked with a password")).toBe("locked");
  expect(refusalOf(400, "the file holds macros")).toBe("active");
  expect(refusalOf(400, "the file is cut off")).toBe("damaged");
  expect(refusalOf(500, "something nobody foresaw")).toBe("other");
});

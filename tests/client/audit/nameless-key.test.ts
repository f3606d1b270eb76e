import { expect, test } from "vitest";
import { SERVER } from "#server/act.ts";
import { namelessKey } from "../../../client/audit/nameless-key.ts";

test("what the server does by itself is told from what somebody does who has not signed in", () => {
  const nobody = { id: null, name: "" };
  expect(namelessKey({ account: { id: SERVER.id, name: SERVER.name }, address: SERVER.address })).toBe(
    "itself",
  );
  expect(namelessKey({ account: nobody, address: "10.1.2.3" })).toBe("nobody");
  expect(namelessKey({ account: { id: "a1", name: "审计员" }, address: "" })).toBeNull();
});

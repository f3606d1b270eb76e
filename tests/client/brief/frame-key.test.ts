import { expect, test } from "vitest";
import { frameKey } from "../../../client/brief/frame-key.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "../../server/brief/a-brief.ts";

test("a preview is drawn again when what stands on the map changes, for names keep off it; not for its resolution", async () => {
  const api = await seededApi();
  const keyOf = async (...given: Parameters<typeof aBrief>) =>
    frameKey((await api.brief.sheet(aBrief(...given))).sheet.map, 1);
  const before = await keyOf();
  expect(await keyOf({ blocks: ["statistics"] })).not.toBe(before);
  expect(await keyOf({ title: "长".repeat(500) })).not.toBe(before);
  expect(await keyOf({ dpi: 300 })).toBe(before);
});

import { expect, test } from "vitest";
import { ask, serve } from "../serve.ts";

test("where the ledger is closed, so are its features", async () => {
  const served = await serve({ ACCESS: "login" });
  for (const path of ["", "/collections", "/collections/projects/items"]) {
    expect((await ask(`${served.url}/ogc${path}`)).status, path).toBe(401);
  }
  await served.stop();
});

test("boundaries without a review number stay where only reviewed ones may leave; all else is there", async () => {
  const served = await serve({ REQUIRE_REVIEW_NUMBER: "true" });
  const { collections } = JSON.parse((await ask(`${served.url}/ogc/collections`)).text) as {
    collections: { id: string }[];
  };
  expect(collections.map(({ id }) => id)).toEqual(["projects", "policies", "corridors", "ports"]);
  const refused = await ask(`${served.url}/ogc/collections/regions/items`);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("no map review number");
  expect((await ask(`${served.url}/ogc/collections/ports/items`)).status).toBe(200);
  await served.stop();
});

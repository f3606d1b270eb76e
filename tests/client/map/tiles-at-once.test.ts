import type { Map as GlMap } from "maplibre-gl";
import { expect, test } from "vitest";
import { tilesAtOnce } from "../../../client/map/tiles-at-once.ts";

/** A map that tells of its sources, and notes when it is asked to send for their tiles. */
function fakeMap() {
  const said: string[] = [];
  const listeners: ((event: { sourceDataType: string }) => void)[] = [];
  const map = {
    _removed: false,
    _camera: { transform: {} },
    style: { _updateSources: () => said.push("sent for") },
    on: (_: string, listener: (event: { sourceDataType: string }) => void) => listeners.push(listener),
  };
  tilesAtOnce(map as unknown as GlMap);
  const tell = (sourceDataType: string) => {
    for (const listener of listeners) listener({ sourceDataType });
    said.push(sourceDataType);
  };
  return { map, said, tell };
}

test("tiles are sent for once, when content and metadata have both been told in either order", async () => {
  for (const order of [
    ["metadata", "content"],
    ["content", "metadata"],
  ]) {
    const { said, tell } = fakeMap();
    for (const kind of order) tell(kind);
    await Promise.resolve();
    expect(said).toEqual([...order, "sent for"]);
  }
});

test("a map that is gone by then sends for nothing", async () => {
  const { map, said, tell } = fakeMap();
  tell("content");
  map._removed = true;
  await Promise.resolve();
  expect(said).toEqual(["content"]);
});

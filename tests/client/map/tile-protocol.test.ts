import { expect, test, vi } from "vitest";
import { serveTiles } from "../../../client/map/tile-protocol.ts";

type Answer = (asked: { url: string }, control: { signal: AbortSignal }) => Promise<{ data: ArrayBuffer }>;
const protocol = vi.hoisted(() => ({ answer: undefined as Answer | undefined }));
vi.mock("maplibre-gl", () => ({
  addProtocol: (_: string, answer: Answer) => {
    protocol.answer = answer;
  },
}));
vi.mock("#geo/tiles/archive.ts", () => ({
  openTiles: (bytes: Uint8Array) => ({ get: () => bytes }),
}));

test("an archive that did not come is asked for once more, one that came is kept", async () => {
  const asked: string[] = [];
  const answers = [() => Promise.reject(new TypeError("cut off")), async () => new Response("tiles")];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return answers[asked.length - 1]?.();
  });
  serveTiles({ overviewTiles: "/overview.tiles", detailTiles: "/{z}/{x}/{y}" });
  const tile = () =>
    protocol.answer?.({ url: "onemap://admin/3/6/2" }, { signal: new AbortController().signal });
  await expect(tile()).rejects.toThrow("cut off");
  expect((await tile())?.data.byteLength).toBe(5);
  await tile();
  expect(asked).toEqual(["/overview.tiles", "/overview.tiles"]);
});

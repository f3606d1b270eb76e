import "../no-eval.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Boundary } from "../boundary.tsx";
import { queryClient } from "../data/ask.ts";
import { page } from "../data/page.ts";
import { primeCache } from "../data/prime-cache.ts";
import { mapCode } from "../map/map-code.ts";
import { showPicture } from "../map/standing-picture.ts";
import { panelFonts } from "../panel-fonts.ts";
import { pictureGround } from "../picture-ground.ts";
import { startOwnWords } from "../words/start-own-words.ts";
import { map } from "../words/zh-CN/map.ts";
import { offline } from "../words/zh-CN/offline.ts";
import { remote } from "../words/zh-CN/remote.ts";
import { wall } from "../words/zh-CN/wall.ts";
import { address } from "./address.ts";
import { PICTURED } from "./first-scene.ts";
import { viewOn } from "./use-scene.ts";
import { Wall } from "./wall.tsx";

/** Longest that the panels wait for fonts and the map's code, ms. */
const PATIENCE_MS = 300;
/** After what nobody foresaw, ms. */
const AGAIN_MS = 30_000;

/** On a wall the map takes the presenter's keys (use-keys.ts), and is said to. */
const keysOf = <T extends object>(ofMap: T, { help }: { help: string }): T => ({ ...ofMap, help });

const english = async () => {
  const [ofMap, ofOffline, ofRemote, ofWall] = await Promise.all([
    import("../words/en/map.ts"),
    import("../words/en/offline.ts"),
    import("../words/en/remote.ts"),
    import("../words/en/wall.ts"),
  ]);
  return {
    map: keysOf(ofMap.map, ofWall.wall),
    offline: ofOffline.offline,
    remote: ofRemote.remote,
    wall: ofWall.wall,
  };
};

// Nothing that a wall was once told goes before the wall does: its server may be away for longer than a page waits.
const { queries } = queryClient.getDefaultOptions();
queryClient.setDefaultOptions({
  queries: {
    ...queries,
    gcTime: Number.POSITIVE_INFINITY,
    // By what the stream says (quiet.ts).
    networkMode: "online",
  },
});
const ground = pictureGround();
const code = mapCode.fetch();
primeCache(viewOn(PICTURED, { layers: {}, month: address.asOf, item: null }));
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
await Promise.all([
  startOwnWords(page.lang, { "zh-CN": { map: keysOf(map, wall), offline, remote, wall }, en: english }),
  Promise.race([Promise.allSettled([ground, panelFonts(), code]), patience]),
]);

/** Nothing that breaks may leave a blank: the picture stands, and the page is tried anew. */
function standStill(): void {
  showPicture(true);
  setTimeout(() => location.reload(), AGAIN_MS);
}

const root = document.getElementById("root");
if (!root) throw new Error("wall.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Boundary waiting={null} failed={() => null} onBroken={standStill}>
        <Wall />
      </Boundary>
    </QueryClientProvider>
  </StrictMode>,
);
(await ground)();

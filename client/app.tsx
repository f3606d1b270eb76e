import "./no-eval.ts";
import "./base.css";
import "./forced-colors.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./data/ask.ts";
import { page } from "./data/page.ts";
import { primeCache } from "./data/prime-cache.ts";
import { prefetchItems } from "./data/use-items.ts";
import { mapCode } from "./map/map-code.ts";
import { panelFonts } from "./panel-fonts.ts";
import { pictureGround } from "./picture-ground.ts";
import { currentView, keepAddress } from "./view/address.ts";
import { startWords } from "./words/start-words.ts";
import { Workbench } from "./workbench/workbench.tsx";

/** Longest that the panels wait for their fonts, the map's code and the list, ms: on a slow line they come first. */
const PATIENCE_MS = 300;

keepAddress();
const ground = pictureGround();
const map = mapCode.fetch();
const view = currentView();
primeCache(view);
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
// In one frame with all that is on its way: each frame more is picture and panels rastered once more, and without a
// graphics card the map waits for it.
const together = Promise.allSettled([ground, panelFonts(), map, prefetchItems(view)]);
await Promise.all([startWords(view.lang ?? page.lang), Promise.race([together, patience])]);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Workbench />
    </QueryClientProvider>
  </StrictMode>,
);
(await ground)();

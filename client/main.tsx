import "./tokens.css";
import "./frame.css";
import "./base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { parseView } from "#domain/view.ts";
import { queryClient } from "./data/api.ts";
import { page } from "./data/page.ts";
import { primeCache } from "./data/prime-cache.ts";
import { router } from "./router.tsx";
import { withKnownRegions } from "./view/known-regions.ts";
import { startWords } from "./words/start-words.ts";

// The map's own code is the longest way to the picture: it sets out first.
void import("./map/map-view.tsx");
void import("./fonts/core.css");

const view = withKnownRegions(parseView(window.location.search), page.regions);
primeCache(view);
await startWords(view.lang ?? page.lang);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

import "./no-eval.ts";
import "./base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./data/ask.ts";
import { page } from "./data/page.ts";
import { primeCache } from "./data/prime-cache.ts";
import { currentView } from "./view/address.ts";
import { startWords } from "./words/start-words.ts";
import { Workbench } from "./workbench/workbench.tsx";

// The map's own code is the longest way to the picture: it sets out first.
void import("./map/map-view.tsx");

const view = currentView();
primeCache(view);
await startWords(view.lang ?? page.lang);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Workbench />
    </QueryClientProvider>
  </StrictMode>,
);

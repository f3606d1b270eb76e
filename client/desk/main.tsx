import "../no-eval.ts";
import "./desk.css";
import "./forms.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startOwnWords } from "../words/start-own-words.ts";
import { audit } from "../words/zh-CN/audit.ts";
import { desk } from "../words/zh-CN/desk.ts";
import { filing } from "../words/zh-CN/filing.ts";
import { months } from "../words/zh-CN/months.ts";
import { people } from "../words/zh-CN/people.ts";
import { proposals } from "../words/zh-CN/proposals.ts";
import { work } from "../words/zh-CN/work.ts";
import { queryClient } from "./call.ts";
import { fetchWords } from "./fetch-words.ts";
import { router } from "./router.tsx";

const asked = document.documentElement.lang === "en" ? "en" : "zh-CN";
document.documentElement.lang = await startOwnWords(asked, {
  "zh-CN": { desk, people, audit, filing, months, proposals, work },
  en: () => fetchWords("en"),
});

const root = document.getElementById("root");
if (!root) throw new Error("desk.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

// What units and people are called, and what they write, has characters that no cut face has.
void import("../fonts/whole.css");

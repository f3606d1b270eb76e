import "./remote.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Language } from "#domain/look/words.ts";
import { startOwnWords } from "../words/start-own-words.ts";
import { remote } from "../words/zh-CN/remote.ts";
import { createDriver } from "./driver.ts";
import { RemotePage } from "./remote-page.tsx";

const asked: Language = document.documentElement.lang === "en" ? "en" : "zh-CN";
const spoken = await startOwnWords(asked, {
  "zh-CN": { remote },
  en: async () => ({ remote: (await import("../words/en/remote.ts")).remote }),
});
document.documentElement.lang = spoken;

const address = new URL(location.href);
const code = address.searchParams.get("code");
// It works once: an address kept or sent on should not ask with it again.
address.searchParams.delete("code");
history.replaceState(null, "", address);

const driver = createDriver();
if (code !== null) void driver.join(code);

const root = document.getElementById("root");
if (!root) throw new Error("remote.html has no #root");
createRoot(root).render(
  <StrictMode>
    <RemotePage driver={driver} />
  </StrictMode>,
);

/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Tests of how long something takes, or holds up what else the process does. */
const TIMED = [
  "tests/server/**/event-loop.test.ts",
  "tests/server/**/limits.test.ts",
  "tests/server/**/strain.test.ts",
  "tests/server/listen.test.ts",
];

export default defineConfig({
  root: "client",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    // The CSP allows no data: scripts or fonts; every asset is a hashed file of its own.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      // One HTML for each page (server/client/client.ts).
      input: {
        index: "client/index.html",
        wall: "client/wall.html",
        remote: "client/remote.html",
        sw: "client/sw/sw.ts",
      },
      output: {
        // Of all files the service worker alone has an address that stays.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          groups: [
            // By itself: a page's first script needs it, and nothing else until its picture is painted.
            { name: "preload", test: /vite.(preload-helper|modulepreload-polyfill)/, priority: 1 },
            // zod's setting must come before the first schema, and chunks run in the order of their imports.
            { name: "zod", test: /node_modules.zod|client.no-eval/ },
            // What every page that React draws is made with: in one file it packs better than in several.
            {
              name: "react",
              test: /node_modules.(react|react-dom|scheduler|i18next|react-i18next|html-parse-stringify|void-elements|use-sync-external-store)\/|client.data.answer\./,
            },
            // What workbench and wall both ask the server by before their maps stand; the remote asks for none of it.
            {
              name: "data",
              test: /node_modules.@tanstack|client.data.(page|regions|ask|prime-cache|compare-rows|merge-rows|use-(features|progress|summary|items|item|source))\.|client.view.change-filter\.|client.map.(standing-picture|map-code|legend-mark|camera-to-item)\.|client.(after-frame|panel-code|panel-fonts|picture-ground|boundary)\.|words.split-figure\./,
            },
            // What page and map both draw by, in one file: a dozen small ones pack worse.
            {
              name: "look",
              test: /domain.(look.|count\.)|client.layers.(type|mark-drawing)\.|geo.camera|geo.drawn.|geo.picture.(words|around|em|placement|league-names)\./,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  test: {
    root: ".",
    // One after the other: what is timed, and what draws without a graphics card, has the machine to itself.
    projects: [
      {
        extends: false,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/{domain,geo,seeds,server,client,house}/**/*.test.{ts,tsx}"],
          exclude: TIMED,
          testTimeout: 30_000,
          // Vitest alone would leave one of two processors idle.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: false,
        test: {
          name: "timed",
          environment: "node",
          include: TIMED,
          testTimeout: 30_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: false,
        test: {
          name: "browser",
          environment: "node",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

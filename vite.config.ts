/// <reference types="vitest/config" />
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Tests of how long something takes, or holds up what else the process does. */
const TIMED = [
  "tests/server/**/event-loop.test.ts",
  "tests/server/**/limits.test.ts",
  "tests/server/**/strain.test.ts",
  "tests/server/listen.test.ts",
];

/** Tests of what stands by itself: no module of it is stubbed, nor left changed by the one that reads it. */
const PLAIN = [
  "tests/{domain,geo,seeds,server,house}/**/*.test.ts",
  "tests/client/{audit,brief,layers,months,people}/**/*.test.{ts,tsx}",
];

/** Of the browser's tests those that hold something to a time: nothing is drawn beside them. */
const TIMED_IN_BROWSER = ["tests/browser/{desk-filing,live,wall-away,wall-tour}.test.ts"];
/** The commands and servers that tests start take the code as the first of them compiled it. */
const COMPILED = { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules", ".cache", "compiled") };
const UNIT = { environment: "node", testTimeout: 30_000, hookTimeout: 60_000, env: COMPILED } as const;
const BROWSER = { environment: "node", testTimeout: 120_000, hookTimeout: 180_000, env: COMPILED } as const;

const JSON_SCHEMA = /node_modules.zod.v4.core.(json-schema-processors|to-json-schema)\.js$/;
const NO_WRITER = 'const none = () => () => { throw new Error("a page writes no JSON Schema"); };';
/** Every schema of zod's carries its writer of JSON Schema, a fifth of all its code, which no page calls. */
const withoutJsonSchema: Plugin = {
  name: "without-json-schema",
  apply: "build",
  load: {
    filter: { id: JSON_SCHEMA },
    async handler(id) {
      const names = [...(await readFile(id, "utf8")).matchAll(/^export (?:const|function) (\w+)/gm)];
      return `${NO_WRITER}\nexport { ${names.map(([, name]) => `none as ${name}`).join(", ")} };`;
    },
  },
};

export default defineConfig({
  root: "client",
  base: "/",
  plugins: [react(), withoutJsonSchema],
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
        desk: "client/desk.html",
        sw: "client/sw/sw.ts",
      },
      output: {
        // Of all files the service worker alone has an address that stays.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          groups: [
            // By itself: a page's first script needs it, and nothing else until its picture is painted.
            { name: "preload", test: /vite.(preload-helper|modulepreload-polyfill)/, priority: 2 },
            // zod's setting must come before the first schema, and chunks run in the order of their imports.
            { name: "zod", test: /node_modules.zod|client.no-eval/, priority: 2 },
            // What every page that React draws is made with: in one file it packs better than in several.
            {
              name: "react",
              priority: 2,
              test: /node_modules.(react|react-dom|scheduler|i18next|react-i18next|html-parse-stringify|void-elements|use-sync-external-store)\/|client.data.answer\./,
            },
            // The desk asks by it too, whose HTML has none of the page's data that the next one reads as it starts. What
            // only the desk does by it stays with the desk.
            {
              name: "query",
              priority: 2,
              test: /node_modules.@tanstack.(react-query|query-core)\/(?!.*(mutationObserver|useMutation))/,
            },
            // What workbench and wall both ask the server by before their maps stand; the remote asks for none of it.
            {
              name: "data",
              test: /client.data.(page|regions|ask|prime-cache|compare-rows|merge-rows|use-(features|progress|summary|items|item|source))\.|client.view.(address|change-filter|drill|hover|panel-view|pick-item|use-view)\.|domain.(view|sort)\.|client.map.(standing-picture|map-code|focus-of|camera-to-item)\.|client.(after-frame|panel-code|panel-fonts|picture-ground|boundary)\.|words.split-figure\./,
            },
            // Of the workbench's first load, what later parts of it need too: one small file instead of six.
            {
              name: "rows",
              test: /client.workbench.(ui.states|map-cell.use-box|list.item-row|detail.detail-waiting)\.|client.data.use-units\.|words.use-say\./,
            },
            // What page and map both draw by, in one file: a dozen small ones pack worse. Before "data", which would take
            // what this needs, and the desk has none of what that reads as it starts.
            {
              name: "look",
              priority: 1,
              test: /domain.(look.|count\.)|client.(look.less-motion|view.cookies)\.|client.layers.(type|mark-drawing)\.|client.map.(legend-mark|map-controls|scale)\.|geo.camera|geo.drawn.|geo.picture.(words|around|em|placement|league-names)\./,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  test: {
    root: ".",
    // One group after the other: what is timed has the machine to itself.
    projects: [
      {
        extends: false,
        test: {
          ...UNIT,
          name: "unit",
          include: PLAIN,
          exclude: TIMED,
          // One process after the other for all its files: to load the code anew for each took as long as its tests.
          isolate: false,
          // Vitest alone would leave one of two processors idle.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: false,
        test: {
          ...UNIT,
          name: "client",
          include: ["tests/client/**/*.test.{ts,tsx}"],
          exclude: PLAIN,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: false,
        test: {
          ...UNIT,
          name: "timed",
          include: TIMED,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: false,
        test: {
          ...BROWSER,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          exclude: TIMED_IN_BROWSER,
          // As the unit tests' files: one process after the other has Playwright and the server's code in it once.
          isolate: false,
          // A page waits for clocks and for its server as much as for its drawing.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: false,
        test: {
          ...BROWSER,
          name: "timed in browser",
          include: TIMED_IN_BROWSER,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});

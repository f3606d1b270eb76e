import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { expect, test } from "vitest";
import { isArch, servedPackages } from "#server/bundle/make-bundle.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };

/** What a file's imports name, by the language's own words for them. */
const imported = (path: string): string[] =>
  [
    ...readFileSync(path, "utf8").matchAll(
      /^(?:import|export)(?! type).* from "([^"#.][^"]*)";$|import\("([^"#.][^"]*)"\)/gm,
    ),
  ]
    .map(([, still, later]) => still ?? later ?? "")
    .filter((name) => !name.startsWith("node:") && !builtinModules.includes(name))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );

test("a bundle has every package that the server imports, and none that the client alone does", async () => {
  const served = Object.keys(await servedPackages(process.cwd(), manifest));
  const files = ["domain", "seeds", "server", "geo"]
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name}`),
    )
    .filter((path) => path.endsWith(".ts") && !/^(geo\/pipeline|server\/client|server\/bundle)\//.test(path));
  const needed = [...new Set(files.flatMap(imported))].filter((name) => name in manifest.dependencies);
  expect(needed).toContain("express");
  expect(served).toEqual(expect.arrayContaining(needed));
  for (const name of ["antd", "react-dom", "maplibre-gl", "vite"]) expect(served).not.toContain(name);
});

test("a bundle is made for the two kinds of machine that Node's own packages are for", () => {
  expect(["x64", "arm64", "mips", ""].filter(isArch)).toEqual(["x64", "arm64"]);
});

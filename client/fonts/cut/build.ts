/**
 * Cuts the faces of map and page: of Noto Sans SC and Noto Serif SC (OFL-1.1) the characters of ledger and
 * interface, and no more, so that text waits for five files instead of forty.
 *
 *   npm ci --prefix client/fonts/cut/packages && node client/fonts/cut/build.ts
 *
 * Same packages and same names, same bytes. A test fails when a name needs a character that is not there; the
 * page's own fonts draw such a character until then.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Face } from "../../layers/type.ts";
import { cutCharacters } from "./characters.ts";

type SubsetFont = (font: Buffer, text: string, options: { targetFormat: "woff2" }) => Promise<Buffer>;

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

const all = cutCharacters();
for (const [face, characters] of all) {
  const whole = readFileSync(load.resolve(WHOLE[face]));
  const cut = await subsetFont(whole, characters, { targetFormat: "woff2" });
  writeFileSync(new URL(`./${face}.woff2`, import.meta.url), cut);
  process.stdout.write(`${face}: ${[...characters].length} characters, ${cut.length} bytes\n`);
}
writeFileSync(
  new URL("./characters.json", import.meta.url),
  `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`,
);

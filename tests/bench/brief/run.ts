/** `npm run bench:brief`, or with the names of some: prints medians, ratios and peaks; asserts nothing. */
import { machine } from "../statistics.ts";

const BENCHES = {
  pictures: async () => (await import("./pictures.ts")).benchPictures(),
  composer: async () => (await import("./composer.ts")).benchComposer(),
};
const names = Object.keys(BENCHES) as (keyof typeof BENCHES)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(names as string[]).includes(name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(", ")}; there are ${names.join(", ")}`);

for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  console.log(`\n${name} · ${machine()}`);
  await BENCHES[name]();
}

/** `npm run bench:brief`, or with the names of some: prints medians, ratios and peaks; asserts nothing. */
import { runBenches } from "../run-benches.ts";

await runBenches({
  pictures: async () => (await import("./pictures.ts")).benchPictures(),
  composer: async () => (await import("./composer.ts")).benchComposer(),
});

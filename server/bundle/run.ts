/** `npm run bundle`, or `npm run bundle -- arm64`: the whole product as one archive, for a machine without a network. */
import { sentenceOf } from "../brief-command/refusals.ts";
import { isArch, makeBundle } from "./make-bundle.ts";

const [arch = "x64", ...more] = process.argv.slice(2);
if (!isArch(arch) || more.length > 0) {
  process.stderr.write("Expected x64 or arm64, or nothing for x64.\n");
  process.exitCode = 2;
} else {
  try {
    const { path, bytes, sha256 } = await makeBundle(arch);
    process.stdout.write(`${path}\n${(bytes / 2 ** 20).toFixed(0)} MiB  sha256:${sha256}\n`);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${sentenceOf(error)}\n`);
  }
}

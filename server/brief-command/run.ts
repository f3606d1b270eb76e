/** `npm run brief -- --region 150600 --page a3 --format pdf --out FILE`: a page of a running server, as a file. */
import { parseEnv } from "../env.ts";
import { parseArguments } from "./arguments.ts";
import { refuseUnknownRegions } from "./ask-regions.ts";
import { composePage } from "./compose-page.ts";
import { keepFile, refuseUnwritable } from "./keep-file.ts";
import { ArgumentError, sentenceOf } from "./refusals.ts";

const REFUSED = 1;
const WRONG_ARGUMENTS = 2;

try {
  const order = parseArguments(process.argv.slice(2));
  const { CHROME_PATH } = parseEnv({ CHROME_PATH: process.env.CHROME_PATH });
  await refuseUnwritable(order.out);
  await refuseUnknownRegions(order.url, order.view);
  const wrong = await composePage(order, { chrome: CHROME_PATH }, (path) => keepFile(order.out, path));
  process.stdout.write(`${order.out}\n`);
  for (const problem of wrong) process.stderr.write(`${problem}\n`);
} catch (error) {
  process.exitCode = error instanceof ArgumentError ? WRONG_ARGUMENTS : REFUSED;
  process.stderr.write(`${sentenceOf(error)}\n`);
}

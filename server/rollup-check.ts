/** `npm run rollup:check`: counts the ledger anew and says where the counts kept differ. Changes nothing. */
import { checkLights } from "./db/lights/rollup.ts";
import { openForReading } from "./db/open.ts";
import { checkRollup } from "./db/rollup.ts";
import { parseEnv } from "./env.ts";

try {
  const { DATA_DIR } = parseEnv(process.env);
  const { db, close } = await openForReading(DATA_DIR);
  const differences = [...(await checkRollup(db)), ...(await checkLights(db))];
  await close();
  process.stdout.write(
    differences.length === 0 ? "Roll-up: no differences.\n" : `${differences.join("\n")}\n`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import type { Topology } from "topojson-specification";
import { mapshaper } from "./packages.ts";

/** Runs `commands` on named in-memory inputs; the commands write one topology, `out.json`, unquantized. */
export async function shape(commands: string, input: Record<string, unknown>): Promise<Topology> {
  const texts = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const written = await mapshaper.applyCommands(
    `${commands} -o out.json format=topojson no-quantization`,
    texts,
  );
  const out = written["out.json"];
  if (out === undefined) throw new Error(`mapshaper wrote no out.json for: ${commands}`);
  return JSON.parse(typeof out === "string" ? out : Buffer.from(out).toString("utf8"));
}

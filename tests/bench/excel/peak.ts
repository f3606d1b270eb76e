/** Reads the workbook that the command line names a few times and writes what memory this process had at most, MiB. */
import { readFile } from "node:fs/promises";
import { Readers } from "#server/workbook/readers.ts";
import { readOurs } from "./read-ours.ts";
import { pages } from "./rows.ts";

const [path = ""] = process.argv.slice(2);
const peak = () => process.resourceUsage().maxRSS / 1024;
const file = await readFile(path);
const before = peak();
const readers = new Readers();
for (let round = 0; round < 3; round += 1) await readOurs(readers, file, pages());
await readers.close();
console.log(JSON.stringify({ before, peak: peak() }));

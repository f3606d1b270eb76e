import type { RawCell } from "#domain/sheet/raw-cell.ts";
import type { Parts } from "./open-parts.ts";
import { readXml } from "./read-xml.ts";

/** What a number means by the format that it is shown in. */
export type NumberKind = Extract<RawCell["kind"], "number" | "percent" | "date">;

/** Formats that every program has by number alone; 27 to 36 and 50 to 58 are days in Chinese. */
function builtInKind(id: number): NumberKind {
  if (id === 9 || id === 10) return "percent";
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? "date" : "number";
}

/** Of its first section, without what stands in quotes, brackets or behind a backslash. */
export function kindOfFormat(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .replace(/general/gi, "")
    .split(";")[0];
  if (bare === undefined) return "number";
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare) ? "date" : "number";
}

/** By style number, as cells name it. @throws RefusedFile */
export async function readStyles(parts: Parts, name: string | null): Promise<NumberKind[]> {
  if (name === null) return [];
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await readXml(parts, name, {
    open: (tag, attributes) => {
      if (tag === "cellXfs") inCells = true;
      else if (tag === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (tag === "xf" && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = codes.get(id);
        kinds.push(code === undefined ? builtInKind(id) : kindOfFormat(code));
      }
    },
    close: (tag) => {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return kinds;
}

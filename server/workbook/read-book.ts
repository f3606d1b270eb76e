import { posix } from "node:path";
import { DATA_SHEET } from "#domain/sheet/columns.ts";
import { RefusedFile } from "#domain/sheet/issue.ts";
import type { Parts } from "./open-parts.ts";
import { readXml } from "./read-xml.ts";

/** Where the parts of a workbook lie that a sheet needs, and from when it counts days. */
export type Book = { sheet: string; strings: string | null; styles: string | null; from1904: boolean };

const RELATIONS = "_rels/.rels";
const TYPES = "[Content_Types].xml";
const isTrue = (said: string | undefined): boolean => said === "1" || said === "true";

/** The relations of a part by id: kind (last word of its type) and target as a name in the package. */
async function relationsOf(parts: Parts, part: string) {
  const { dir, base } = posix.parse(part);
  const name = part === "" ? RELATIONS : posix.join(dir, "_rels", `${base}.rels`);
  const found = new Map<string, { kind: string; target: string }>();
  if (!parts.has(name)) return found;
  await readXml(parts, name, {
    open: (tag, attributes) => {
      if (tag !== "Relationship") return;
      const { Id = "", Type = "", Target = "", TargetMode } = attributes;
      const kind = Type.slice(Type.lastIndexOf("/") + 1);
      if (/^(?:externalLink|externalLinkPath|connections|queryTable)$/.test(kind)) {
        throw new RefusedFile("external-links");
      }
      if (kind === "vbaProject") throw new RefusedFile("macros");
      if (TargetMode === "External") return;
      found.set(Id, { kind, target: Target.startsWith("/") ? Target.slice(1) : posix.join(dir, Target) });
    },
  });
  return found;
}

/**
 * Finds the sheet that is filled in: the one of our name, else the first.
 * @throws RefusedFile
 */
export async function readBook(parts: Parts): Promise<Book> {
  if (!parts.has(TYPES) || !parts.has(RELATIONS)) throw new RefusedFile("not-a-workbook");
  await readXml(parts, TYPES, {
    open: (_tag, { ContentType = "" }) => {
      if (/macroEnabled|vbaProject/i.test(ContentType)) throw new RefusedFile("macros");
    },
  });
  const office = [...(await relationsOf(parts, "")).values()].find(({ kind }) => kind === "officeDocument");
  if (office === undefined) throw new RefusedFile("not-a-workbook");
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  await readXml(parts, office.target, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") from1904 = isTrue(attributes.date1904);
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      sheets.push({ name: attributes.name ?? "", id: id ?? "" });
    },
  });
  const relations = await relationsOf(parts, office.target);
  const named = sheets.find(({ name }) => Object.values(DATA_SHEET).includes(name)) ?? sheets[0];
  const sheet = relations.get(named?.id ?? "");
  if (sheet?.kind !== "worksheet") throw new RefusedFile("not-a-workbook");
  const partOf = (kind: string) =>
    [...relations.values()].find((one) => one.kind === kind && parts.has(one.target))?.target ?? null;
  return { sheet: sheet.target, strings: partOf("sharedStrings"), styles: partOf("styles"), from1904 };
}

import type { Attachment } from "#domain/report/report.ts";

const ENDINGS: Record<Attachment["type"], readonly string[]> = {
  pdf: ["pdf"],
  jpeg: ["jpg", "jpeg"],
  png: ["png"],
  docx: ["docx"],
  xlsx: ["xlsx"],
};

/** In code units; with its ending it stays below what any file system takes. */
const MOST_STEM = 120;

/** Controls, marks that turn the direction of writing, and characters of no width: a name hides nothing. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
/** What stands for a path or for a command on some system. */
const SPECIAL = /[<>:"|?*%]/g;

/**
 * A file's name as it is shown and served: no path, nothing hidden, and an ending that tells what it is. A name of
 * which nothing is left is 附件.
 */
export function cleanName(name: string, type: Attachment["type"]): string {
  const base = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const shown = base
    .replace(HIDDEN, "")
    .replace(SPECIAL, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const [, stem = shown, ending = ""] = /^(.*)\.([^.]*)$/s.exec(shown) ?? [];
  const isOwn = ENDINGS[type].includes(ending.toLowerCase());
  const kept = [...(isOwn ? stem : shown)].slice(0, MOST_STEM).join("").trimEnd();
  return `${kept || "附件"}.${isOwn ? ending.toLowerCase() : ENDINGS[type][0]}`;
}

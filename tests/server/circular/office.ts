/** LibreOffice, where the machine has it: the only judge here of how a document comes out on paper. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { aDataDir } from "../../factories.ts";

export const hasOffice: boolean = (() => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

/** Said of a test that cannot run. */
export const ONLY_WITH_OFFICE = hasOffice ? "" : " (skipped: soffice is not installed here)";

/** Points, from the lower left corner of the page; `size` is that of the type. */
export type Printed = { x: number; y: number; size: number; text: string };

/** A document as LibreOffice prints it: of each page what stands where. */
export async function printed(bytes: Uint8Array, extension: "docx" | "pptx"): Promise<Printed[][]> {
  const dir = aDataDir();
  const file = join(dir, `printed.${extension}`);
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${join(dir, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", dir, file], {
    stdio: "ignore",
    timeout: 120_000,
  });
  const loading = getDocument({ data: new Uint8Array(readFileSync(join(dir, "printed.pdf"))) });
  const pdf = await loading.promise;
  const pages: Printed[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) =>
        "str" in item && item.str.trim() !== ""
          ? [{ x: item.transform[4], y: item.transform[5], size: item.transform[3], text: item.str }]
          : [],
      ),
    );
  }
  await loading.destroy();
  return pages;
}

/** Lines of a page from top to bottom: what stands at one height, from left to right. */
export function linesIn(page: readonly Printed[]): { x: number; y: number; text: string }[] {
  const lines = Map.groupBy(page, ({ y }) => Math.round(y));
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([y, line]) => ({
      x: Math.min(...line.map(({ x }) => x)),
      y,
      text: line
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(""),
    }));
}

export const printedLines = async (bytes: Uint8Array, extension: "docx" | "pptx"): Promise<string[][]> =>
  (await printed(bytes, extension)).map((page) => linesIn(page).map(({ text }) => text));

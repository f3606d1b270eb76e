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

/** A document as LibreOffice prints it: of each page its lines from top to bottom. */
export async function printedLines(bytes: Uint8Array, extension: "docx" | "pptx"): Promise<string[][]> {
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
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const parts = items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [{ y: Math.round(item.transform[5]), x: item.transform[4], text: item.str }]
        : [],
    );
    const lines = Map.groupBy(parts, ({ y }) => y);
    pages.push(
      [...lines]
        .sort(([a], [b]) => b - a)
        .map(([, line]) =>
          line
            .sort((a, b) => a.x - b.x)
            .map(({ text }) => text)
            .join(""),
        ),
    );
  }
  await loading.destroy();
  return pages;
}

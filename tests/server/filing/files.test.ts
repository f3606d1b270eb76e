import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cleanName } from "#server/filing/files/file-name.ts";
import { FileStore } from "#server/filing/files/file-store.ts";
import { fileTypeOf } from "#server/filing/files/file-type.ts";
import { FileRefusal } from "#server/filing/files/refusal.ts";
import { scanFile } from "#server/filing/files/scan.ts";
import { aDataDir } from "../../factories.ts";
import { aDocx, anArchive, anXlsx, aRelation, JPEG, PDF, PNG } from "./sample-files.ts";

test("a file is what is in it", async () => {
  const found = await Promise.all([PDF, JPEG, PNG, aDocx(), anXlsx()].map(fileTypeOf));
  expect(found).toEqual(["pdf", "jpeg", "png", "docx", "xlsx"]);
  const withLink = aDocx({
    "word/_rels/document.xml.rels": aRelation("hyperlink", "https://www.nmg.gov.cn/"),
  });
  expect(await fileTypeOf(withLink)).toBe("docx");
  expect(await fileTypeOf(anXlsx({ "xl/printerSettings/printerSettings1.bin": "x" }))).toBe("xlsx");
});

test.each([
  ["a program", Buffer.from("MZ\x90\0")],
  ["a page", Buffer.from("<html><script>alert(1)</script>")],
  ["a picture that is a program", Buffer.from("<svg onload='x'/>")],
  ["nothing", Buffer.alloc(0)],
  ["a PDF cut off", PDF.subarray(0, 40)],
  ["a JPEG cut off", JPEG.subarray(0, 8)],
  ["a PNG with a page after its end", Buffer.concat([PNG, Buffer.from("<html>")])],
  ["an archive of anything", anArchive({ "a.txt": "x" })],
  ["a document and a workbook in one", aDocx({ "xl/workbook.xml": "x" })],
  ["a document with macros", aDocx({ "word/vbaProject.bin": "x" })],
  [
    "a document that says it has macros",
    aDocx({ "[Content_Types].xml": "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>" }),
  ],
  ["a workbook with macros of old", anXlsx({ "xl/macrosheets/sheet1.xml": "x" })],
  ["a workbook that takes from others", anXlsx({ "xl/externalLinks/externalLink1.xml": "x" })],
  ["a document with a file in it", aDocx({ "word/embeddings/oleObject1.bin": "x" })],
  ["a document with a control", aDocx({ "word/activeX/activeX1.xml": "x" })],
  [
    "a document that fetches its template",
    aDocx({ "word/_rels/settings.xml.rels": aRelation("attachedTemplate", "http://evil/") }),
  ],
  [
    "a document that fetches a picture",
    aDocx({ "word/_rels/document.xml.rels": aRelation("image", "http://evil/") }),
  ],
  [
    "one that hides the word",
    aDocx({ "word/_rels/document.xml.rels": aRelation("image", "http://evil/", "E&#120;ternal") }),
  ],
  [
    "one with entities",
    aDocx({ "word/_rels/document.xml.rels": `<!DOCTYPE x [<!ENTITY e "x">]><Relationships/>` }),
  ],
  ["one that unpacks to far too much", aDocx({ "word/media/a.xml": "0".repeat(40 * 1024 * 1024) })],
  ["an archive cut off", aDocx().subarray(0, 90)],
])("%s is not taken", async (_, bytes) => {
  await expect(fileTypeOf(bytes)).rejects.toBeInstanceOf(FileRefusal);
});

test.each([
  ["进度照片.PDF", "进度照片.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\windows\\run.exe", "run.exe.pdf"],
  ["a\u202Egpj.exe", "agpj.exe.pdf"],
  ["a\u0000b\r\nSet-Cookie: x.pdf", "abSet-Cookie_ x.pdf"],
  ["...", "附件.pdf"],
  ["\u200B", "附件.pdf"],
  [`${"长".repeat(300)}.pdf`, `${"长".repeat(120)}.pdf`],
])("the name %j is kept as %j", (name, kept) => {
  expect(cleanName(name, "pdf")).toBe(kept);
});

test("a file lies by its hash, once, and nothing lies aside", async () => {
  const dir = join(aDataDir(), "attachments");
  const store = new FileStore(dir);
  const looked: string[] = [];
  const look = async (path: string) => {
    looked.push(path);
    expect(existsSync(path)).toBe(true);
  };
  const { hash } = await store.keep(PDF, look);
  await store.keep(PDF, look);
  expect(readdirSync(join(dir, hash.slice(0, 2)))).toEqual([hash]);
  await expect(store.keep(PNG, () => Promise.reject(new FileRefusal("no")))).rejects.toBeInstanceOf(
    FileRefusal,
  );
  expect(readdirSync(join(dir, "incoming"))).toEqual([]);
  writeFileSync(join(dir, "incoming", "left-by-a-crash"), "x");
  mkdirSync(join(dir, "ab"), { recursive: true });
  writeFileSync(join(dir, "ab", "ab".repeat(32)), "x");
  expect(await store.sweep(new Set([hash]))).toBe(2);
  expect(await store.has(hash)).toBe(true);
  expect(await new FileStore(join(dir, "never")).sweep(new Set())).toBe(0);
});

test("a scanner's no, its silence and its absence all refuse a file", async () => {
  const dir = aDataDir();
  const script = (name: string, body: string) => {
    const path = join(dir, name);
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const path = join(dir, "a file; rm -rf");
  writeFileSync(path, "x");
  await scanFile(undefined, path);
  await scanFile(`${script("clean", '[ -f "$2" ] && [ "$1" = "--fast" ]')} --fast`, path);
  await expect(scanFile(script("virus", "exit 1"), path)).rejects.toThrow("refused");
  await expect(scanFile(script("hangs", "exec sleep 30"), path, 50)).rejects.toThrow("too long");
  await expect(scanFile(join(dir, "none"), path)).rejects.toThrow("cannot be run");
});

import type { PageData } from "#domain/page.ts";

/** The server has checked it by its schema (domain/page.ts) and it comes of the same build: read, not checked again. */
function readPage(): PageData {
  const element = document.getElementById("page-data");
  if (!element?.textContent) throw new Error("the page has no #page-data: it was not served by its server");
  return JSON.parse(element.textContent) as PageData;
}

/** What the HTML brought with it: regions, addresses of the map's data, and the answers for its own address. */
export const page: PageData = readPage();

import { type PageData, zPageData } from "#domain/page.ts";

function readPage(): PageData {
  const element = document.getElementById("page-data");
  return zPageData.parse(JSON.parse(element?.textContent ?? "null"));
}

/** What the HTML brought with it: regions, addresses of the map's data, and the answers for its own address. */
export const page: PageData = readPage();

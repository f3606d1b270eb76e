import type { Element, Sheet } from "#domain/brief/sheet.ts";

/** As one reads it, its lines joined. */
export const textIn = (element: Element | undefined): string =>
  element?.kind === "text" ? element.lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join("") : "";

/** All text of a page, outside its tables. */
export const textOf = ({ elements }: Pick<Sheet, "elements">): string => elements.map(textIn).join("");

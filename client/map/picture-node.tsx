import { createElement, Fragment, type ReactNode } from "react";
import type { Attributes, PictureNode } from "#geo/picture/node.ts";

const camel = (name: string) =>
  /^(data|aria)-/.test(name)
    ? name
    : name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Attribute names of SVG to those of React; `style` has camel-case keys already. */
function propsOf(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [camel(name), value]),
  );
}

/** The client's renderer of a picture: the same description that the server writes as markup. */
export function pictureElement(drawn: PictureNode | string): ReactNode {
  if (typeof drawn === "string") return drawn;
  return createElement(drawn.tag, propsOf(drawn.attributes), ...drawn.children.map(pictureElement));
}

/** Several side by side. They are children by position, not a list: nothing in a picture moves among them. */
export const pictureElements = (drawn: readonly PictureNode[]): ReactNode =>
  createElement(Fragment, null, ...drawn.map(pictureElement));

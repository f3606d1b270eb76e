/**
 * A drawing as plain data: one description, two renderers (markup for the server, React for the client).
 * Attribute names are those of SVG; `style` is an object with camel-case keys, so that both can write it.
 */
export type Style = Readonly<Record<string, string>>;
export type Attributes = Readonly<Record<string, string | number | Style | undefined>>;
export type PictureNode = {
  tag: string;
  attributes: Attributes;
  children: readonly (PictureNode | string)[];
};

export const node = (
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (PictureNode | string)[]
): PictureNode => ({ tag, attributes, children });

/** Rounded to `digits`, without trailing zeros: the same number is always the same text. */
export const rounded = (value: number, digits: number): number => {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor + 0;
};

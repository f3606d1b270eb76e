import type { Attributes, PictureNode, Style } from "./node.ts";

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Safe as text and as an attribute's value, in HTML and in XML. Control characters that XML forbids drop out. */
export const escapeText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML 1.0 cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (found) => ESCAPES[found] ?? "");

const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const styleText = (style: Style) =>
  Object.entries(style)
    .map(([key, value]) => `${kebab(key)}:${value}`)
    .join(";");

function attributeText(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${name}="${escapeText(typeof value === "object" ? styleText(value) : String(value))}"`;
  }
  return text;
}

/** SVG (or HTML with a closing tag for each element) as text. */
export function toMarkup(drawn: PictureNode | string): string {
  if (typeof drawn === "string") return escapeText(drawn);
  const { tag, attributes, children } = drawn;
  const open = `<${tag}${attributeText(attributes)}`;
  if (children.length === 0 && tag !== "div") return `${open}/>`;
  return `${open}>${children.map(toMarkup).join("")}</${tag}>`;
}

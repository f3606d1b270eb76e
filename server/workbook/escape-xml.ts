const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML holds it, in an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, "").replace(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign);

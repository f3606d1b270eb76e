const TOKEN =
  /<\?.*?\?>|<(?<end>\/?)(?<name>[\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*\s*(?<empty>\/?)>|(?<text>[^<]+)/gsu;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu;
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (_, hex?: string, digits?: string, name = "") =>
    hex || digits
      ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits))
      : (NAMED[name] ?? ""),
  );

/**
 * The words of an XML document.
 * @throws where it is not well-formed: elements, attributes, references, characters (no comments, CDATA, DTD)
 */
export function wordsIn(xml: string): string {
  const open: string[] = [];
  let said = "";
  let at = 0;
  for (const { 0: token, index, groups = {} } of xml.matchAll(TOKEN)) {
    const { end, name, empty, text } = groups;
    if (index !== at) throw new Error(`no XML at ${at}: ${xml.slice(at, at + 60)}`);
    if (BARE_AMPERSAND.test(token)) throw new Error(`a bare ampersand: ${token}`);
    if (NO_CHARACTER.test(decoded(token))) throw new Error(`no character: ${JSON.stringify(token)}`);
    if (end) {
      if (open.pop() !== name) throw new Error(`</${name}> ends nothing`);
    } else if (name && !empty) open.push(name);
    if (text && open.length > 0) said += decoded(text);
    at = index + token.length;
  }
  if (at !== xml.length || open.length > 0) throw new Error(`it ends in the middle: ${open.join(" ")}`);
  return said;
}

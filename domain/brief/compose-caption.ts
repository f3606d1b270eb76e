import type { Brief } from "./brief.ts";
import { subtitleOf, titleOf } from "./compose-title.ts";
import { creditsOf, filterOf, reviewOf } from "./credits.ts";
import { type Draft, light } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import type { Layout } from "./layout.ts";
import { BRIEF_WORDS, dayIn, PAGE_NAME } from "./words.ts";

/** mm: of a long address, 45 modules a side, each is a third of a millimetre, which a telephone still reads. */
const QR_SIDE = 16;
const TOP = 1.4;
/** Characters of an address that is still read and typed; the code has the longer ones. */
const LONGEST_ADDRESS = 96;

/**
 * A figure has its title beneath, as a document's figures have; then what limits it, and the small print: where it
 * comes from, which one it is, and the address that opens it, by word and by code.
 */
export function composeCaption(draft: Draft, brief: Brief, facts: BriefFacts, { footer }: Layout): void {
  const { x, width } = footer;
  const from = draft.elements.length;
  const beside = QR_SIDE + 3;
  // As much is left free on the left as the code takes on the right: the title stays in the middle.
  const middle = { x: x + beside, width: width - 2 * beside };
  let y = draft.put(
    {
      at: { ...middle, y: footer.y + TOP },
      text: titleOf(brief, facts),
      style: "head",
      role: "caption",
      align: "center",
      leading: 1.4,
      most: 1,
      field: "title",
    },
    1.3,
  );
  const words = BRIEF_WORDS[facts.lang];
  const said = [
    subtitleOf(brief, facts),
    facts.demo ? words.demo : "",
    filterOf(facts),
    brief.note?.trim().replace(/\s*\n\s*/g, " ") ?? "",
  ];
  y = draft.put({
    at: { ...middle, y },
    text: said.filter(Boolean).join(" · "),
    style: "caption",
    align: "center",
    most: 2,
    field: "subtitle",
    leading: 1.4,
  });
  y = draft.put({
    at: { x, width: width - beside, y: y + 0.4 },
    text: [reviewOf(facts), creditsOf(facts), ...identity(brief, facts)].join(" · "),
    style: "note",
    align: "left",
    most: 5,
    field: "credits",
    leading: 1.3,
  });
  draft.add({
    kind: "qr",
    box: { x: x + width - QR_SIDE, y: footer.y + 2.4, width: QR_SIDE, height: QR_SIDE },
    url: facts.url,
    rows: [...facts.qr],
    color: light.ink,
  });
  draft.mark("title", { ...footer, height: y - footer.y }, from);
}

/** Which figure it is: number, revision, date, size, address. */
function identity({ page, subtitle }: Brief, facts: BriefFacts): string[] {
  const words = BRIEF_WORDS[facts.lang];
  const address = facts.url.replace(/^https?:\/\//, "").replace("/?", "?");
  const [site = address] = address.split("?");
  return [
    `${words.id} ${facts.id}`,
    words.revision(facts.revision),
    // A subtitle that nobody wrote has it.
    ...(subtitle?.trim() ? [words.asOf(dayIn(facts.lang, facts.day ?? facts.asOf))] : []),
    PAGE_NAME[page]?.[facts.lang] ?? page,
    address.length <= LONGEST_ADDRESS ? address : site,
  ];
}

import type { Block, Brief } from "./brief.ts";
import { composeCaption } from "./compose-caption.ts";
import { composeLegend } from "./compose-legend.ts";
import { composePanel, holdsAll } from "./compose-panel.ts";
import { composeGraticule, composeScale } from "./compose-scale.ts";
import { composeSourcesCard, hasCorner } from "./compose-sources.ts";
import { composeTitle, titleOf } from "./compose-title.ts";
import { creditsOf, reviewOf } from "./credits.ts";
import { BLOCKS_OF_FIGURE } from "./default-blocks.ts";
import { boxOf, Draft, light, type Measure, rule } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { dpiOf, PAGE, pagePixels } from "./page.ts";
import type { Problem } from "./preflight.ts";
import type { Box, Element, Sheet } from "./sheet.ts";
import { BRIEF_WORDS, dayIn, PAGE_NAME } from "./words.ts";

export type Composed = { sheet: Sheet; problems: Problem[] };

/** A page laid out: the one place where anything of a briefing gets its position. Pure. */
export function compose(brief: Brief, facts: BriefFacts, measure: Measure): Composed {
  const layout = layoutOf(brief.page);
  const draft = new Draft(layout.type, measure);
  const { map } = layout;
  draft.add({ kind: "map" });
  const covered: Box[] = [];
  /** Where a legend under the title begins: its edge below the title's card, or else below the title. */
  const below = { x: map.x + 9 * draft.type, y: map.y };
  if (!layout.caption) {
    const head = draft.fork();
    below.y = composeTitle(head, brief, facts, layout);
    const texts = coverOf(head, map, below.y);
    head.mark("title", texts);
    // Over all of Inner Mongolia it stands on Mongolia's empty paper; nearer, on other leagues and their marks.
    const carded = brief.extent.kind !== "whole" && facts.region !== null;
    const card = cardOf(texts, draft.type);
    covered.push(...(carded ? [card] : linesOf(head, texts)));
    if (carded) {
      draft.add(boxOf(card, CARD));
      below.x = card.x;
    }
    draft.take(head);
  }
  const scale = draft.fork();
  const scaleCard = composeScale(scale, facts, layout);
  // Nearer than all of Inner Mongolia marks stand in any corner: none is to show through its numbers.
  if (brief.extent.kind !== "whole" && (facts.region !== null || brief.view.camera !== null))
    draft.add(boxOf(scaleCard, CARD));
  draft.take(scale);
  covered.push(scaleCard);
  if (brief.blocks.includes("legend") && facts.legend.length > 0) {
    const from = draft.elements.length;
    const card = composeLegend(draft, facts, layout, below);
    draft.mark("legend", card, from);
    covered.push(card);
  }
  const room = roomIn(layout);
  const onMap = hasCorner(brief, facts, layout) && !holdsAll(draft, brief, facts, room);
  if (onMap) covered.push(composeSourcesCard(draft, brief, facts, layout, below));
  const degrees = composeGraticule(draft, facts, layout, covered);
  composeFrame(draft, layout);
  if (layout.columns.length > 0) {
    composeAddress(draft, facts, layout);
    const blocks = brief.blocks.filter((block) => !onMap || block !== "sources");
    composePanel(draft, { ...brief, blocks }, facts, room);
  }
  if (layout.caption) composeCaption(draft, brief, facts, layout);
  else composeFooter(draft, brief, facts, layout);
  return {
    sheet: sheetOf(brief, facts, layout, draft, { covered, degrees }),
    problems: [...problemsOf(facts), ...blockProblems(brief, facts, layout), ...draft.problems],
  };
}

function problemsOf(facts: BriefFacts): Problem[] {
  return [
    ...(facts.demo ? [{ kind: "demoData" as const }] : []),
    ...(facts.reviewNumber === null
      ? [{ kind: facts.reviewRequired ? ("mapForbidden" as const) : ("noReviewNumber" as const) }]
      : []),
    ...(facts.hidden > 0 ? [{ kind: "filterHides" as const, hidden: facts.hidden }] : []),
    ...(facts.counts.items === 0 && facts.itemsTotal === 0 ? [{ kind: "nothingHere" as const }] : []),
  ];
}

/** Blocks that are wanted of a page without a panel, and those outside the panel that have nothing to say. */
function blockProblems({ blocks }: Brief, facts: BriefFacts, { caption }: Layout): Problem[] {
  const kept: readonly Block[] = caption ? BLOCKS_OF_FIGURE : blocks;
  const empty = (block: Block) =>
    (block === "statistics" && facts.statistics.length === 0) ||
    (block === "legend" && facts.legend.length === 0);
  return blocks.flatMap((block): Problem[] =>
    !kept.includes(block)
      ? [{ kind: "blockLeftOut", block }]
      : empty(block)
        ? [{ kind: "blockEmpty", block }]
        : [],
  );
}

/** What the texts of the title take of the map. */
function coverOf(draft: Draft, map: Box, end: number): Box {
  const k = draft.type;
  const [x, y] = [map.x + 9 * k, map.y + 7.5 * k];
  return { x, y, width: rightOf(draft, draft.elements) - x, height: end - y };
}

/** Where the widest line of some texts ends. */
function rightOf(draft: Draft, elements: readonly Element[]): number {
  return Math.max(
    ...elements.flatMap((element) =>
      element.kind === "text"
        ? element.lines.map(
            ({ runs }) =>
              element.box.x + runs.reduce((sum, { text, style }) => sum + draft.widthOf(text, style), 0),
          )
        : [],
    ),
  );
}

/** The title's lines, and what is beneath them and not as wide: a name may stand beside it. */
function linesOf(draft: Draft, texts: Box): Box[] {
  const [title] = draft.elements;
  if (title?.kind !== "text") return [texts];
  const split = title.box.y + title.box.height;
  const rest = draft.elements.slice(1);
  return [
    { ...texts, height: split - texts.y },
    { ...texts, y: split, width: rightOf(draft, rest) - texts.x, height: texts.y + texts.height - split },
  ];
}

const CARD = { fill: light.surface, stroke: light.ink3, strokeWidth: 0.15 } as const;

/** Room round a title; its last line has its leading beneath it already. */
function cardOf({ x, y, width, height }: Box, k: number): Box {
  const [side, top, bottom] = [4 * k, 3 * k, k];
  return { x: x - side, y: y - top, width: width + 2 * side, height: top + height + bottom };
}

/** A heavy and a fine line round map and panel, and one between the two. */
function composeFrame(draft: Draft, { map, frame, columns, caption }: Layout): void {
  const inset = 1.6 * draft.type;
  if (caption) {
    draft.add(boxOf(map, { stroke: light.ink, strokeWidth: 0.3 }));
    return;
  }
  const below = frame.height > map.height;
  const fine = {
    x: frame.x + inset,
    y: frame.y + inset,
    width: frame.width - 2 * inset,
    height: frame.height - 2 * inset,
  };
  draft.add(
    boxOf(frame, { stroke: light.ink, strokeWidth: 0.5 }),
    boxOf(fine, { stroke: light.ink, strokeWidth: 0.15 }),
    below
      ? rule([frame.x, map.y + map.height], [frame.x + frame.width, map.y + map.height], 0.3)
      : rule([map.x + map.width, frame.y], [map.x + map.width, frame.y + frame.height], 0.3),
  );
  const [first, second] = columns;
  if (first && second) {
    const x = (first.x + first.width + second.x) / 2;
    draft.add(rule([x, first.y], [x, first.y + first.height], 0.15, light.hairline));
  }
}

const codeSide = (k: number): number => Math.max(17, 20.5 * k);

/** The columns without the address at the foot of the last one: for the blocks. */
function roomIn({ columns, type: k }: Layout): Box[] {
  const last = columns.at(-1);
  if (last === undefined) return [];
  return [...columns.slice(0, -1), { ...last, height: last.height - codeSide(k) - 6 * k }];
}

/** QR code, id, revision and date at the foot of the last column. */
function composeAddress(draft: Draft, facts: BriefFacts, { columns }: Layout): void {
  const last = columns.at(-1);
  if (last === undefined) return;
  const words = BRIEF_WORDS[facts.lang];
  const k = draft.type;
  const side = codeSide(k);
  const y = last.y + last.height - side;
  const from = draft.elements.length;
  draft.add(rule([last.x, y - 3 * k], [last.x + last.width, y - 3 * k], 0.3));
  draft.add({
    kind: "qr",
    box: { x: last.x, y, width: side, height: side },
    url: facts.url,
    rows: [...facts.qr],
    color: light.ink,
  });
  const at = { x: last.x + side + 4 * k, width: last.width - side - 4 * k };
  let down = draft.put({ at: { ...at, y: y + 1 * k }, text: words.scan, style: "strong" });
  for (const text of [
    `${words.id} ${facts.id}`,
    words.revision(facts.revision),
    words.asOf(dayIn(facts.lang, facts.day ?? facts.asOf)),
  ]) {
    down = draft.put({ at: { ...at, y: down }, text, style: "note", leading: 1.45, most: 1 });
  }
  draft.mark("address", { ...last, y: y - 3 * k, height: side + 3 * k }, from);
}

/** 审图号 lower left, sources, and the page's format on the right. */
function composeFooter(draft: Draft, brief: Brief, facts: BriefFacts, { footer }: Layout): void {
  const words = BRIEF_WORDS[facts.lang];
  const k = draft.type;
  const review = reviewOf(facts);
  const y = footer.y + 2.2 * k;
  const first = draft.widthOf(review, draft.style("strong")) + 1;
  const folio = brief.folio && words.folio(brief.folio.page, brief.folio.pages);
  const said = [PAGE_NAME[brief.page]?.[facts.lang] ?? brief.page, words.product, ...(folio ? [folio] : [])];
  const last = Math.max(...said.map((text) => draft.widthOf(text, draft.style("note")))) + 1;
  draft.put({ at: { x: footer.x, y, width: first }, text: review, style: "strong", role: "label" });
  draft.put({
    at: { x: footer.x + first + 5 * k, y, width: footer.width - first - last - 10 * k },
    text: creditsOf(facts),
    style: "note",
    leading: 1.45,
    most: 3,
    field: "credits",
  });
  const right = { x: footer.x + footer.width - last, width: last };
  let down = y;
  for (const text of said) {
    const at = { ...right, y: down };
    down = draft.put({ at, text, style: "note", align: "right", role: "label", leading: 1.45 });
  }
}

function sheetOf(
  brief: Brief,
  facts: BriefFacts,
  layout: Layout,
  draft: Draft,
  onMap: Pick<Sheet["map"], "covered" | "degrees">,
): Sheet {
  const { page } = brief;
  const dpi = dpiOf(page, brief.dpi);
  const { width, height, cssPerInch } = PAGE[page];
  const pixelRatio = dpi / cssPerInch;
  const { css } = layout;
  const title = titleOf(brief, facts);
  return {
    id: facts.id,
    page,
    width,
    height,
    lang: facts.lang,
    title,
    folio: brief.folio ?? null,
    pixels: pagePixels(page, brief.dpi),
    dpi,
    paper: "#FFFFFF",
    map: {
      box: layout.map,
      css,
      pixels: { width: Math.round(css.width * pixelRatio), height: Math.round(css.height * pixelRatio) },
      pixelRatio,
      camera: facts.map.camera,
      alt: BRIEF_WORDS[facts.lang].mapAlt(title),
      ...onMap,
    },
    elements: draft.elements,
    parts: draft.parts,
  };
}

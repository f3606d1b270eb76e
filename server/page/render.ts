import { setImmediate as aTurn } from "node:timers/promises";
import { creditIn, type Language, nameIn } from "#domain/look/words.ts";
import { zPageData } from "#domain/page.ts";
import type { SourceDocument } from "#domain/source.ts";
import { formatView, type View } from "#domain/view.ts";
import { cameraForView, type Looking, NOMINAL_SIZE, type Size } from "#geo/camera.ts";
import { overviewDocument } from "#geo/picture/document.ts";
import type { PictureInput, Tiling } from "#geo/picture/input.ts";
import { detailAt } from "#geo/picture/outline.ts";
import { overviewPicture } from "#geo/picture/overview.ts";
import { PICTURE_WORDS } from "#geo/picture/words.ts";
import { isDemo } from "../db/demo.ts";
import { listDocuments } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import type { RevisionFeed } from "../revision-feed.ts";
import { embedded, type Geography } from "./geography.ts";
import { Lru } from "./lru.ts";
import type { Preference } from "./preference.ts";
import { fillTemplate } from "./template.ts";
import { type Answers, answersTo } from "./view-answers.ts";

/** How a picture stands on a page with panels over it. */
export type Standing = {
  /** As `boxStyles` has it. */
  room: string;
  tilings: readonly Tiling[];
  /** More rules for the page, of what `room` names. */
  rules: string;
};

/** Some 200 KB each: a wall, a few offices, and whoever else looked last. */
const PAGES_KEPT = 24;
/** Larger, for they hold the ground. */
const DOCUMENTS_KEPT = 4;
const DOCUMENT_SIZE = { width: 1920, height: 1080 };

type Document = { revision: number; svg: string };

export type Pages = {
  /** HTML of the template for a view, with first picture and page data in it. */
  html: (
    template: string,
    view: View & Looking,
    preference: Preference,
    nonce: string,
    standing?: Standing,
  ) => Promise<string>;
  /** The same view as a standalone SVG that names its address under `origin`, and the revision it was made of. */
  document: (view: View, preference: Preference, origin: string) => Promise<Document>;
};

export function renderPages(of: { db: Db; revisions: RevisionFeed; geography: Geography }): Pages {
  const { db, revisions, geography } = of;
  const pages = new Lru<{ template: string; pieces: string[] }>(PAGES_KEPT);
  const documents = new Lru<Document>(DOCUMENTS_KEPT);

  const renderPage = async (
    template: string,
    asked: View & Looking,
    preference: Preference,
    revision: number,
    standing?: Standing,
  ) => {
    const [{ view, answers }, demo] = await Promise.all([answersTo(db, asked), isDemo(db)]);
    const { assets, boundary } = geography;
    const data = zPageData.parse({ revision, ...preference, demo, assets, boundary, ...answers });
    // Each step may take tens of milliseconds: between them others have their turn.
    await aTurn();
    const looking = { ...view, ...(asked.afar ? { afar: true } : {}) };
    const input = pictureInput(geography, looking, preference, answers, NOMINAL_SIZE);
    // Decoding them takes as long as all else of the first paint: client/picture-ground.ts puts them in place.
    const ground = { ...geography.ground[preference.theme], later: true };
    const relief = { ...geography.relief[preference.theme], later: true };
    const tilings = standing?.tilings ?? [];
    const { markup, rules } = overviewPicture({ ...input, ground, relief, tilings }, standing?.room);
    const picture = { markup, rules: (standing?.rules ?? "") + rules };
    await aTurn();
    return { template, pieces: fillTemplate(template, { picture, data }) };
  };
  const renderDocument = async (asked: View, preference: Preference, origin: string): Promise<Document> => {
    const revision = revisions.current;
    const [{ view, answers }, sources, demo] = await Promise.all([
      answersTo(db, asked),
      listDocuments(db),
      isDemo(db),
    ]);
    const { lang, theme } = preference;
    // A file that leaves the server has its pictures in it: by address they would be missing where it opens.
    const input: PictureInput = {
      ...pictureInput(geography, view, preference, answers, DOCUMENT_SIZE),
      ground: embedded(geography.ground[theme]),
      relief: embedded(geography.relief[theme]),
    };
    const { reviewNumber, credits } = geography.boundary;
    const query = formatView(asked);
    const svg = overviewDocument(input, DOCUMENT_SIZE, {
      asOf: answers.asOf,
      reviewNumber,
      source: [
        ...sources.map((one) => titleOf(one, lang)),
        ...credits.map((one) => creditIn(lang, one)),
      ].join(" · "),
      url: query === "" ? `${origin}/` : `${origin}/?${query}`,
      ...(demo ? { caution: PICTURE_WORDS.demo[lang] } : {}),
    });
    return { revision, svg };
  };

  return {
    html: async (template, view, preference, nonce, standing) => {
      const revision = revisions.current;
      const key = `${keyOf(view, preference, revision)} ${JSON.stringify(standing ?? null)}`;
      const make = () => renderPage(template, view, preference, revision, standing);
      const kept = await pages.get(key, make);
      // While developing, the template changes under a kept page.
      return (kept.template === template ? kept : await make()).pieces.join(nonce);
    },
    document: (view, preference, origin) => {
      // A document names its whole address.
      const { lang, theme } = preference;
      const key = `${revisions.current} ${lang} ${theme} ${origin} ${formatView(view)}`;
      return documents.get(key, () => renderDocument(view, preference, origin));
    },
  };
}

/** A source document as a picture names it: 《…》（中国政府网 2012-07-24）; its title stands in its own language. */
function titleOf({ title, publisher, publisherEn, publishedOn }: SourceDocument, lang: Language): string {
  const from = `${nameIn(lang, { name: publisher, nameEn: publisherEn })} ${publishedOn}`;
  // A title within a title has the lesser marks.
  const inner = title.replaceAll("《", "〈").replaceAll("》", "〉");
  return lang === "en" ? `《${inner}》 (${from})` : `《${inner}》（${from}）`;
}

/** Neither the sort nor the open document shows in the picture or its data: one page serves them all. */
function keyOf(view: View, { lang, theme }: Preference, revision: number): string {
  const seen: View = {
    ...view,
    lang,
    theme,
    reading: null,
    sort: { by: "source", descending: false },
  };
  return `${revision} ${formatView(seen)}`;
}

function pictureInput(
  geography: Geography,
  view: View & Looking,
  { lang, theme }: Preference,
  { regions, progress, features }: Answers,
  size: Size,
): PictureInput {
  return {
    view,
    lang,
    theme,
    regions,
    progress,
    features,
    topology: geography.topology[detailAt(cameraForView(view, regions, size).zoom)],
    ports: geography.ports,
    ground: geography.ground[theme],
    relief: geography.relief[theme],
  };
}

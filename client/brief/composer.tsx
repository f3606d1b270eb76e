import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief, Extent } from "#domain/brief/brief.ts";
import { blocksFor, defaultBlocks } from "#domain/brief/default-blocks.ts";
import { PAGE } from "#domain/brief/page.ts";
import type { Problem } from "#domain/brief/preflight.ts";
import { cameraForView } from "#geo/camera.ts";
import { page } from "../data/page.ts";
import { regions } from "../data/regions.ts";
import { useFeatures } from "../data/use-features.ts";
import { usePickedRegions } from "../data/use-item.ts";
import { useProgress } from "../data/use-progress.ts";
import type { MapContent } from "../map/map-props.ts";
import { useLook, useView } from "../view/use-view.ts";
import { useBox } from "../workbench/map-cell/use-box.ts";
import { Icon } from "../workbench/ui/icons.tsx";
import { Atlas } from "./atlas.tsx";
import { Choices } from "./choices.tsx";
import "./brief-words.ts";
import "./composer.css";
import { PagePreview } from "./preview.tsx";
import { ProblemList } from "./problem-list.tsx";
import { useBriefMap, usePreviewMap } from "./use-map-picture.ts";
import { useSheet } from "./use-sheet.ts";
import { useSheetFonts } from "./use-sheet-fonts.ts";
import { WriteButtons } from "./write-buttons.tsx";

/** Between two keys of one who types. */
const TYPING_MS = 300;

/** From any view to a page: what it shows, how it looks, what is wrong with it, and the file. */
export function Composer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const view = useView();
  const { lang } = useLook();
  const extents = useExtents(view);
  const [brief, setBrief] = useState<Brief>(() => ({
    page: "a3",
    dpi: 300,
    extent: view.camera === null ? extents.region : extents.view,
    title: null,
    subtitle: null,
    note: null,
    blocks: defaultBlocks("a3", view.region),
    lang,
    view,
  }));
  const content = useMapContent(brief);
  const asked = useSettled(brief, TYPING_MS);
  const { data, isError, isPlaceholderData, refetch } = useSheet(asked);
  const sheet = data?.sheet;
  const fonts = useSheetFonts(sheet);
  const [stage, room] = useBox<HTMLDivElement>();
  const width = sheet && room ? fitWidth(PAGE[sheet.page], room) : 0;
  const draw = useBriefMap(content);
  const ratio =
    sheet && width > 0
      ? ((width / sheet.width) * sheet.map.box.width * devicePixelRatio) / sheet.map.css.width
      : 0;
  const preview = usePreviewMap(width > 0 ? sheet : undefined, content, ratio, draw);
  const problems = eachOnce([...(data?.problems ?? []), ...fonts.problems, ...preview.problems]);
  // What is written is what was chosen: not the page before, while the next is on its way.
  const [atlasBusy, setAtlasBusy] = useState(false);
  useEffect(() => {
    if (!atlasBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [atlasBusy]);
  const mayClose = () => !atlasBusy || confirm(t("brief.atlasLeave"));
  const settled = asked === brief && !isPlaceholderData;
  return (
    <dialog
      ref={dialog}
      className="composer"
      aria-labelledby="composer-title"
      onCancel={(event) => {
        if (!mayClose()) event.preventDefault();
      }}
      onClose={onClose}
    >
      <header>
        <h2 id="composer-title">{t("shell.brief")}</h2>
        {sheet && (
          <span className="meta">
            {sheet.id} · {t("brief.size", sheet.pixels)}
          </span>
        )}
        <button
          type="button"
          className="control square"
          aria-label={t("brief.close")}
          onClick={() => mayClose() && dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <div ref={stage} className="composer-stage">
        {sheet && width > 0 && (
          <PagePreview sheet={sheet} width={width} preview={preview} fontsReady={fonts.ready} />
        )}
        {isError && (
          <p role="alert">
            {t("brief.failed")}{" "}
            <button type="button" className="link" onClick={() => void refetch()}>
              {t("brief.retry")}
            </button>
          </p>
        )}
      </div>
      <div className="composer-side">
        <div className="composer-choices">
          <Choices
            brief={brief}
            extents={extents}
            onChange={(part) => setBrief((before) => changed(before, part))}
          />
          <ProblemList problems={problems} lang={brief.lang} />
        </div>
        <Atlas brief={brief} draw={draw} onBusy={setAtlasBusy} />
        <WriteButtons page={sheet && settled ? { brief, sheet } : null} known={problems} draw={draw} />
      </div>
    </dialog>
  );
}

/** Another page has other blocks, unless they were chosen. */
function changed(before: Brief, part: Partial<Brief>): Brief {
  const after = { ...before, ...part };
  return part.page === undefined
    ? after
    : { ...after, blocks: blocksFor(part.page, before, before.view.region) };
}

/** What the live map would show of the page's view, without what a pointer does on it. */
function useMapContent({ view, lang }: Pick<Brief, "view" | "lang">): MapContent {
  const { reporting, county } = useProgress(view);
  const { data: features = page.features } = useFeatures(view);
  const pickedRegions = usePickedRegions(view);
  const { data: reportingRows = page.progress.reporting } = reporting;
  const { data: countyRows = page.progress.county } = county;
  return useMemo(
    () => ({
      view,
      theme: "light",
      lang,
      assets: page.assets,
      regions,
      progress: { reporting: reportingRows, county: countyRows },
      features,
      pickedRegions,
      hovered: null,
    }),
    [view, lang, reportingRows, countyRows, features, pickedRegions],
  );
}

function useExtents(view: Brief["view"]): Record<Extent["kind"], Extent> {
  return useMemo(() => {
    const box = document.getElementById("map-cell");
    const size = { width: box?.clientWidth || innerWidth, height: box?.clientHeight || innerHeight };
    return {
      view: { kind: "view", camera: cameraForView(view, regions, size), ...size },
      region: { kind: "region" },
      whole: { kind: "whole" },
    };
  }, [view]);
}

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Page and map may lack the same font. */
const eachOnce = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

const fitWidth = (page: { width: number; height: number }, room: { width: number; height: number }): number =>
  Math.floor(Math.min(room.width, (room.height * page.width) / page.height));

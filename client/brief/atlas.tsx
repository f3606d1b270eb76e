import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AtlasPage, atlasPages } from "#domain/brief/atlas.ts";
import type { Brief } from "#domain/brief/brief.ts";
import { problemWords } from "#domain/brief/preflight.ts";
import { nameIn } from "#domain/look/words.ts";
import { regions } from "../data/regions.ts";
import type { AtlasNote } from "./atlas-notes.ts";
import { ATLAS_FORMATS, type AtlasFormat, AtlasWriter } from "./atlas-writer.ts";
import { pageList } from "./page-list.ts";
import { reasonOf } from "./reason.ts";
import type { DrawMap } from "./use-map-picture.ts";

type Props = { brief: Brief; draw: DrawMap; onBusy: (busy: boolean) => void };
type State =
  | null
  | { page: AtlasPage; why: null | string }
  | { written: number; notes: readonly AtlasNote[] };

/**
 * The chosen page of every region in one file. It says which page it is at, goes on with the one that failed, and
 * is given up with the composer. The command for pages without a window (server/brief-command) finds it by `data-`.
 */
export function Atlas({ brief, draw, onBusy }: Props) {
  const { t } = useTranslation();
  const [format, setFormat] = useState<AtlasFormat>("pdf");
  const [counties, setCounties] = useState(false);
  const [state, setState] = useState<State>(null);
  const pages = useMemo(() => atlasPages(brief, regions, counties), [brief, counties]);
  const writer = useRef<AtlasWriter | null>(null);
  const stop = useRef<AbortController | null>(null);
  const underWay = state !== null && "page" in state ? state : null;
  const { lang } = brief;
  const nameOf = ({ region }: AtlasPage) => nameIn(lang, region);

  const busy = underWay !== null;
  useEffect(() => onBusy(busy), [busy, onBusy]);
  useEffect(() => {
    const leave = () => {
      stop.current?.abort();
      writer.current?.drop();
    };
    // A tab that is closed unmounts nothing; one that comes back finds no atlas under way.
    const hide = () => {
      leave();
      setState(null);
    };
    addEventListener("pagehide", hide);
    return () => {
      removeEventListener("pagehide", hide);
      leave();
    };
  }, []);

  const write = async (atlas: AtlasWriter) => {
    const controller = new AbortController();
    writer.current = atlas;
    stop.current = controller;
    let at = atlas.pages[0];
    try {
      const address = await atlas.write(draw, controller.signal, (page) => {
        at = page;
        setState({ page, why: null });
      });
      fetchFile(address);
      setState({ written: atlas.pages.length, notes: atlas.notes });
    } catch (error) {
      if (controller.signal.aborted || at === undefined) return;
      setState({ page: at, why: reasonOf(error, lang, t) });
    }
  };
  const giveUp = () => {
    stop.current?.abort();
    writer.current?.drop();
    setState(null);
  };

  return (
    <section className="composer-atlas" data-atlas={underWay ? "under way" : state ? "written" : "none"}>
      <h3>{t("brief.atlas")}</h3>
      {underWay === null ? (
        <div className="composer-atlas-choice">
          <select
            aria-label={t("brief.atlasFormat")}
            value={format}
            onChange={({ target }) => setFormat(target.value as AtlasFormat)}
          >
            {ATLAS_FORMATS.map((one) => (
              <option key={one} value={one}>
                {one.toUpperCase()}
              </option>
            ))}
          </select>
          <label className="brief-block">
            <input
              type="checkbox"
              name="atlas-counties"
              checked={counties}
              onChange={({ target }) => setCounties(target.checked)}
            />
            {t("brief.atlasCounties")}
          </label>
          <button
            type="button"
            className="control"
            data-atlas-write
            onClick={() => void write(new AtlasWriter(pages, format))}
          >
            {t("brief.atlasWrite", { pages: pages.length })}
          </button>
        </div>
      ) : (
        <>
          <progress
            max={underWay.page.folio.pages}
            value={underWay.page.folio.page - 1}
            aria-label={t("brief.atlas")}
          />
          <div className="composer-atlas-choice">
            {underWay.why !== null && (
              <button
                type="button"
                className="control primary"
                onClick={() => writer.current && void write(writer.current)}
              >
                {t("brief.atlasGoOn")}
              </button>
            )}
            <button type="button" className="control" onClick={giveUp}>
              {t("brief.cancel")}
            </button>
          </div>
        </>
      )}
      <p className="meta" role="status" data-refused={underWay !== null && underWay.why !== null}>
        {underWay !== null &&
          t(underWay.why === null ? "brief.atlasPage" : "brief.atlasFailed", {
            ...underWay.page.folio,
            name: nameOf(underWay.page),
            why: underWay.why ?? "",
          })}
        {state !== null && "written" in state && t("brief.atlasWritten", { pages: state.written })}
      </p>
      {state !== null && "written" in state && state.notes.length > 0 && (
        <ul className="meta">
          {state.notes.map(({ key, pages: on, problem }) => (
            <li key={key} data-weight="wrong">
              {t("brief.atlasNote", { pages: pageList(on, lang), what: problemWords(problem, lang).what })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The browser fetches it to disk itself: it may be larger than a page can hold. */
function fetchFile(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}

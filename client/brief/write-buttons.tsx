import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#domain/brief/brief.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { reasonOf } from "./reason.ts";
import type { DrawMap } from "./use-map-picture.ts";
import { FORMATS, type Format, handOver, writePage } from "./write-page.ts";

type Props = { page: { brief: Brief; sheet: Sheet } | null; draw: DrawMap };
type State = { doing: Format } | { done: string } | { refused: string } | null;

/**
 * One file at a time: a second press waits for the first file or its cancelling. The command for pages without a
 * window (server/brief-command) finds page, format and refusal by their `data-`.
 */
export function WriteButtons({ page, draw }: Props) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>(null);
  const stop = useRef<AbortController | null>(null);
  const doing = state !== null && "doing" in state ? state.doing : null;

  const write = async (format: Format) => {
    if (page === null) return;
    const controller = new AbortController();
    stop.current = controller;
    setState({ doing: format });
    try {
      const file = await writePage(page, format, draw, controller.signal);
      handOver(file);
      setState({ done: file.name });
    } catch (error) {
      if (controller.signal.aborted) setState(null);
      else setState({ refused: reasonOf(error, page.brief.lang, t) });
    }
  };
  return (
    <footer className="composer-files" data-page={page?.sheet.id}>
      <p className="meta" role="status" data-refused={state !== null && "refused" in state}>
        {doing !== null && t("brief.writing", { name: t(`brief.${doing}`) })}
        {state !== null && "done" in state && t("brief.written", { name: state.done })}
        {state !== null && "refused" in state && t("brief.refused", { why: state.refused })}
      </p>
      <div>
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            data-format={format}
            className={format === "png" ? "control primary" : "control"}
            disabled={page === null || doing !== null}
            onClick={() => void write(format)}
          >
            {t(`brief.${format}`)}
          </button>
        ))}
        {doing !== null && (
          <button type="button" className="control" onClick={() => stop.current?.abort()}>
            {t("brief.cancel")}
          </button>
        )}
      </div>
    </footer>
  );
}

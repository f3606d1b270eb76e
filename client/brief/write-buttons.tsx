import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#domain/brief/brief.ts";
import { blockingIn, PROBLEM_WEIGHT, type Problem, problemWords } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { reasonOf, sentencesOf } from "./reason.ts";
import type { DrawMap } from "./use-map-picture.ts";
import { FORMATS, type Format, handOver, writePage } from "./write-page.ts";

type Page = { brief: Brief; sheet: Sheet };
/** `known`: what the page's own list says already. */
type Props = { page: Page | null; known: readonly Problem[]; draw: DrawMap };
type State =
  | { doing: Format }
  | { done: string; page: Page; problems: readonly Problem[] }
  | { refused: string }
  | null;

/**
 * One file at a time: a second press waits for the first file or its cancelling. The command for pages without a
 * window (server/brief-command) finds page, format, problems and refusal by their `data-`.
 */
export function WriteButtons({ page, known, draw }: Props) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>(null);
  const stop = useRef<AbortController | null>(null);
  const doing = state !== null && "doing" in state ? state.doing : null;
  const done = state !== null && "done" in state ? state : null;
  const found = done !== null && done.page.sheet === page?.sheet ? newIn(done.problems, known) : [];

  const write = async (format: Format) => {
    if (page === null) return;
    const blocking = blockingIn(known);
    if (blocking !== undefined) return setState({ refused: sentencesOf(blocking, page.brief.lang) });
    const controller = new AbortController();
    stop.current = controller;
    setState({ doing: format });
    try {
      const { problems, ...file } = await writePage(page, format, draw, controller.signal);
      setState({ done: file.name, page, problems });
      handOver(file);
    } catch (error) {
      if (controller.signal.aborted) setState(null);
      else setState({ refused: reasonOf(error, page.brief.lang, t) });
    }
  };
  return (
    <footer className="composer-files" data-page={page?.sheet.id}>
      <p className="meta" role="status" data-refused={state !== null && "refused" in state}>
        {doing !== null && t("brief.writing", { name: t(`brief.${doing}`) })}
        {done !== null && t("brief.written", { name: done.done })}
        {state !== null && "refused" in state && t("brief.refused", { why: state.refused })}
      </p>
      {page !== null && found.length > 0 && (
        <ul className="meta" aria-label={t("brief.inFile")}>
          {found.map((problem) => (
            <li key={JSON.stringify(problem)} data-weight={PROBLEM_WEIGHT[problem.kind]}>
              {t("brief.inFile")} {problemWords(problem, page.brief.lang).what}
            </li>
          ))}
        </ul>
      )}
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

/** Of the problems met in writing, those that nobody has been told. */
function newIn(problems: readonly Problem[], known: readonly Problem[]): Problem[] {
  const told = new Set(known.map((problem) => JSON.stringify(problem)));
  const found = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...found].filter(([key]) => !told.has(key)).map(([, problem]) => problem);
}

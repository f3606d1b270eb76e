import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { NOTHING_SAID } from "#domain/work/standing.ts";
import type { ContentOf, StepOf, Work } from "#domain/work/work.ts";
import { SaveWord } from "../filing/save-word.tsx";
import { useRefusal } from "../filing/use-refusal.ts";
import { type Face, faultsTold, type WorkFault } from "./face.ts";
import { useKeptWork } from "./use-kept-work.ts";
import { useWorkStep } from "./use-work-step.ts";
import { askWork } from "./work-call.ts";

/** A record as it is drawn up: kept while it is typed, and taken a step on when it is whole. Keyed by its id. */
export function WorkForm<N extends WorkNoun>(props: {
  face: Face<N>;
  id: string;
  work: Work<N> | null;
  account: string;
  /** The step that ends the form, and its faults. */
  step: StepOf<N>;
  faultsOf: (content: ContentOf<N>) => WorkFault[];
  /** The server has it since now. */
  onBegun: () => void;
  children: (
    content: ContentOf<N>,
    faults: readonly WorkFault[],
    put: (change: Partial<ContentOf<N>>) => void,
  ) => ReactNode;
}) {
  const { face, id, work, account, step, faultsOf, onBegun, children } = props;
  const { noun, empty: start } = face;
  const { t } = useTranslation();
  const form = useRef<HTMLDivElement>(null);
  const refusal = useRefusal();
  const taking = useWorkStep(noun);
  const [isTried, setTried] = useState(false);
  const [told, setTold] = useState<{ content: ContentOf<N>; faults: WorkFault[] } | null>(null);
  const refuse = (refused: ContentOf<N>, error: unknown) =>
    setTold({ content: refused, faults: faultsTold(face, error) });
  const { keeper, keeping } = useKeptWork(noun, { id, work, start }, account, onBegun, refuse);
  const { content, standing } = keeping;
  const refused = told?.content === content ? told.faults : [];
  const found = [...faultsOf(content), ...refused];
  const take = async () => {
    setTried(true);
    const toFirst = () =>
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    if (found.length > 0) {
      toFirst();
      return;
    }
    const base = await keeper.flush({ evenUntouched: true });
    if (base === null) return;
    await taking.mutateAsync({ id, edition: base.edition, step, said: NOTHING_SAID }).catch((error) => {
      refuse(content, error);
      toFirst();
    });
  };
  /** Another was faster: what stands at the server is taken, or what is typed here is put on it. */
  const settle = async (isMine: boolean) => {
    try {
      const { content: theirs, edition } = (await askWork(noun, id)).work;
      keeper.settle({ content: theirs, edition }, isMine ? keeper.look().content : theirs);
    } catch (error) {
      refusal(error);
    }
  };
  return (
    <div ref={form}>
      <section className="report-section">
        {children(content, isTried ? found : refused, (change) =>
          keeper.type({ ...keeper.look().content, ...change }),
        )}
      </section>
      <div className="report-bar">
        <SaveWord standing={standing} onRetry={() => void keeper.flush()} />
        <div className="report-steps">
          {standing.is === "conflict" &&
            ([true, false] as const).map((isMine) => (
              <button
                key={String(isMine)}
                type="button"
                className="control"
                onClick={() => void settle(isMine)}
              >
                {t(isMine ? "work.keepMine" : "work.takeTheirs")}
              </button>
            ))}
          <button
            type="button"
            className="control primary"
            disabled={taking.isPending}
            onClick={() => void take()}
          >
            {t(`work.step.${step as "assign"}`)}
          </button>
        </div>
      </div>
    </div>
  );
}

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import type { Mine } from "#domain/report/exchange.ts";
import { isOpen } from "#domain/report/step.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import type { Account } from "../desk/use-session.ts";
import { Conflict } from "./conflict.tsx";
import { type Fault, faultsOf, fieldId, isMissing } from "./faults.ts";
import { withValue } from "./fields.ts";
import { FormProvider } from "./form-context.tsx";
import { Remarks } from "./form-section.tsx";
import type { Keeper } from "./keeper.ts";
import { LightPreview } from "./light-preview.tsx";
import type { Entry } from "./mine-cache.ts";
import { ReportFields } from "./report-fields.tsx";
import { SaveWord } from "./save-word.tsx";
import { asksWhy } from "./stage-fields.tsx";
import { StepButtons } from "./step-buttons.tsx";
import { useReport } from "./use-report.ts";

/** The report of one item: keyed by item, month and version. */
export function ReportForm(props: {
  mine: Mine;
  entry: Entry;
  account: Account;
  /** Faults are shown from the start: one came here from a list of them. */
  isTried: boolean;
  /** One chose it from the list: the keys go on here. */
  takesFocus: boolean;
  onKeeper: (keeper: Keeper | null) => void;
  onNext: () => void;
}) {
  const { mine, entry, account, takesFocus, onKeeper, onNext } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { item, report, stageBefore, previous, comments } = entry;
  const { month } = mine.period;
  const { keeper, keeping, reportId } = useReport(entry, { unit: mine.unit.id, month, account: account.id });
  const [isTried, setTried] = useState(props.isTried);
  const isReadOnly = report !== null && !isOpen(report.state);
  const { content: draft, standing } = keeping;
  const found = faultsOf(draft, { month, type: item.type, stageBefore });
  const faults = found.filter((fault) => isTried || !isMissing(fault));

  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    onKeeper(keeper);
    return () => onKeeper(null);
  }, [keeper, onKeeper]);

  const save = () => void keeper.flush({ evenUntouched: true });
  /** Answers what is saved and whole; shows the first fault otherwise. */
  const ready = async (): Promise<{ id: string; edition: number } | null> => {
    setTried(true);
    const [first] = found;
    if (first !== undefined) {
      focusFault(first);
      return null;
    }
    const base = await keeper.flush({ evenUntouched: true });
    const id = reportId();
    return base === null || id === null ? null : { id, edition: base.edition };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  };

  return (
    <FormProvider
      value={{
        draft,
        previous: previous?.content ?? null,
        asksWhy: asksWhy(draft, item.type, stageBefore),
        isReadOnly,
        faults,
        comments,
        set: (path, value) => keeper.type(withValue(keeper.look().content, path, value)),
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S belongs to the whole form */}
      <div className="report-form" onKeyDown={onKeyDown}>
        <header>
          <h2 ref={title} tabIndex={-1} lang="zh-CN">
            {item.title}
          </h2>
          <p className="meta">
            {[
              item.id,
              TYPE_WORDS[item.type][lang],
              t("filing.stood", { stage: STAGE_WORDS[stageBefore][lang] }),
            ].join(" · ")}
            {report?.reason && ` · ${t("filing.correction", { n: report.version, reason: report.reason })}`}
          </p>
          <LightPreview draft={draft} month={month} item={item.id} unit={mine.unit.id} />
        </header>
        <Remarks at="top" />
        <Conflict keeper={keeper} keeping={keeping} unit={mine.unit.id} month={month} item={item.id} />
        <ReportFields type={item.type} stageBefore={stageBefore} report={report?.id ?? null} />
        <footer className="report-bar">
          <SaveWord standing={standing} onRetry={save} />
          <StepButtons report={report} ready={ready} onNext={onNext} />
        </footer>
      </div>
    </FormProvider>
  );
}

function focusFault({ path }: Fault): void {
  // A field that the fault itself brings on screen is there in the next frame.
  requestAnimationFrame(() => document.getElementById(fieldId(path))?.focus());
}

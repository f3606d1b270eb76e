import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report } from "#domain/report/report.ts";
import { isOpen } from "#domain/report/step.ts";
import { ask } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { fieldLabel, fieldWords } from "./field-words.ts";
import { type FieldName, nameOf } from "./fields.ts";
import type { Keeper, Keeping } from "./keeper.ts";
import { meetings, type Side, sideOf, takeSides } from "./merge-drafts.ts";
import { putReport } from "./mine-cache.ts";
import { momentWords } from "./time-words.ts";

/** Two wrote in one report: says who and when, shows theirs beside mine, and lets one choose field by field. */
export function Conflict(props: {
  keeper: Keeper;
  keeping: Keeping;
  unit: string;
  month: string;
  item: string;
}) {
  const { keeper, keeping, unit, month, item } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { standing } = keeping;
  const since = standing.is === "conflict" ? standing.at : "";
  const theirs = useQuery({
    queryKey: ["conflict", unit, month, item, since],
    queryFn: ({ signal }) => ask("period", "mine", { unit, month, item }, signal),
    staleTime: 0,
  });
  if (standing.is !== "conflict") return null;
  const report = theirs.data && (theirs.data.items[0]?.report ?? null);
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict-title">
      <h3 id="conflict-title">
        {t("filing.conflict.title", { who: standing.by, time: momentWords(lang, standing.at) })}
      </h3>
      <p>{t("filing.conflict.lead")}</p>
      {theirs.isError ? (
        <Failed onRetry={() => void theirs.refetch()} />
      ) : report === undefined ? (
        <Waiting />
      ) : report === null ? (
        <p>{t("filing.conflict.gone")}</p>
      ) : (
        <Choices keeper={keeper} keeping={keeping} report={report} />
      )}
    </section>
  );
}

function Choices({ keeper, keeping, report }: { keeper: Keeper; keeping: Keeping; report: Report }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<Partial<Record<FieldName, Side>>>({});
  const { base, content } = keeping;
  const met = meetings(base.content, content, report.content).map((meeting) => ({
    ...meeting,
    name: nameOf(meeting.field),
    side: chosen[nameOf(meeting.field)] ?? sideOf(meeting),
  }));
  const canWrite = isOpen(report.state);
  const settle = () => {
    keeper.settle(
      { content: report.content, edition: report.edition },
      canWrite ? takeSides(content, report.content, met) : report.content,
    );
    // Where theirs is handed in the form is to be read only, and says so.
    putReport(cache, report);
  };
  return (
    <>
      {met.length > 0 && (
        <div className="conflict-rows">
          {met.map(({ field, name, side, both }) => (
            <fieldset key={name}>
              <legend>
                {fieldLabel(t, field)}
                {both && <span className="chip">{t("filing.conflict.both")}</span>}
              </legend>
              {(["mine", "theirs"] as const).map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name={`conflict-${name}`}
                    checked={side === one}
                    disabled={!canWrite}
                    onChange={() => setChosen((all) => ({ ...all, [name]: one }))}
                  />
                  <span className="meta">{one === "mine" ? t("filing.conflict.mine") : report.editedBy}</span>
                  <span className="conflict-value">
                    {fieldWords(t, lang, field, one === "mine" ? content : report.content) ||
                      t("filing.unsaid")}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      )}
      {!canWrite && <p>{t("filing.conflict.closed", { state: t(`filing.state.${report.state}`) })}</p>}
      <button type="button" className="control primary" onClick={settle}>
        {t(canWrite ? "filing.conflict.settle" : "filing.conflict.showTheirs")}
      </button>
    </>
  );
}

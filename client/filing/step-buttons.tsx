import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report } from "#domain/report/report.ts";
import { isOpen } from "#domain/report/step.ts";
import { tell } from "../desk/call.ts";
import { AskReason } from "./ask-reason.tsx";
import { putReport } from "./mine-cache.ts";
import { useRefusal } from "./use-refusal.ts";

/** What the unit can do with a report as it stands: hand it in, take it back, correct what is published. */
export function StepButtons(props: {
  report: Report | null;
  /** What is to be handed in, or null where something is to be mended first. */
  ready: () => Promise<{ id: string; edition: number } | null>;
  onNext: () => void;
}) {
  const { report, ready, onNext } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);

  async function take(words: string, step: () => Promise<Report | null>) {
    setBusy(true);
    try {
      const after = await step();
      if (after === null) return;
      putReport(cache, after);
      void cache.invalidateQueries({ queryKey: ["period"] });
      void message.success(words);
    } catch (error) {
      refusal(error);
      void cache.invalidateQueries({ queryKey: ["period"] });
    } finally {
      setBusy(false);
    }
  }
  const submit = () =>
    take(t("filing.step.submitted"), async () => {
      const whole = await ready();
      return whole === null ? null : tell("report", "submit", whole);
    });

  return (
    <div className="report-steps">
      {report === null || isOpen(report.state) ? (
        <button type="button" className="control primary" disabled={isBusy} onClick={() => void submit()}>
          {t(report?.state === "returned" ? "filing.step.submitAgain" : "filing.step.submit")}
        </button>
      ) : (
        <span className="meta">{t(`filing.state.${report.state}`)}</span>
      )}
      {report?.state === "submitted" && (
        <button
          type="button"
          className="control"
          disabled={isBusy}
          onClick={() =>
            void take(t("filing.step.withdrawn"), () =>
              tell("report", "withdraw", { id: report.id, edition: report.edition }),
            )
          }
        >
          {t("filing.step.withdraw")}
        </button>
      )}
      {report?.state === "published" && (
        <button type="button" className="control" disabled={isBusy} onClick={() => setAsking(true)}>
          {t("filing.step.correct")}
        </button>
      )}
      <button type="button" className="control" onClick={onNext}>
        {t("filing.step.next")}
      </button>
      {report !== null && (
        <AskReason
          isOpen={isAsking}
          title={t("filing.step.correctTitle")}
          label={t("filing.step.correctReason")}
          onClose={() => setAsking(false)}
          onReason={(reason) => {
            setAsking(false);
            void take(t("filing.step.correcting"), () =>
              tell("report", "correct", { id: report.id, reason }),
            );
          }}
        />
      )}
    </div>
  );
}

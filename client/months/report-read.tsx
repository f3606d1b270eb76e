import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import { answerTo, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { fieldLabel, fieldWords } from "../filing/field-words.ts";
import { differsIn, FIELDS, fieldOf, nameOf } from "../filing/fields.ts";
import { FileLinks } from "../filing/file-links.tsx";
import { LightPreview } from "../filing/light-preview.tsx";
import { useRefusal } from "../filing/use-refusal.ts";
import { useUnitName } from "../people/use-unit-name.ts";
import { DecideBar, Remark, RemarkButton, RemarkOnWhole, useRemarks } from "./decide.tsx";
import { StepLines } from "./step-lines.tsx";

/** One report to check: beside last month, with a word at each field, to be returned or accepted. Keyed by its id. */
export function ReportRead({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const unitName = useUnitName();
  const read = useQuery(answerTo("report", "get", { id }));
  const remarks = useRemarks(pathOf);
  const { said, comments } = remarks;
  const step = useMutation({
    mutationFn: async (verb: "accept" | "return") => {
      if (read.data === undefined) return;
      const { edition } = read.data.report;
      if (verb === "accept") await tell("report", "accept", { reports: [{ id, edition }] });
      else await tell("report", "return", { id, edition, comments });
      void message.success(
        t(verb === "accept" ? "months.review.accepted" : "months.review.returned", { count: 1 }),
      );
      onDone();
    },
    onError: refusal,
    onSettled: () => cache.invalidateQueries({ queryKey: ["report"] }),
  });
  if (read.data === undefined)
    return read.isError ? <Failed onRetry={() => void read.refetch()} /> : <Waiting />;
  const { report, title, type, stageBefore, previous } = read.data;
  const { content } = report;
  const rows = FIELDS.filter(
    (field) =>
      said[nameOf(field)] !== undefined ||
      fieldWords(t, lang, field, content) !== "" ||
      (previous !== null && fieldWords(t, lang, field, previous.content) !== ""),
  );
  const mayReturn = report.state === "submitted" || report.state === "accepted";
  return (
    <article className="report-read" aria-labelledby="read-title">
      <h2 id="read-title" lang="zh-CN">
        {title}
      </h2>
      <p className="meta">
        {[
          unitName(report.unit),
          TYPE_WORDS[type][lang],
          t("filing.stood", { stage: STAGE_WORDS[stageBefore][lang] }),
        ].join(" · ")}
        {report.reason !== null &&
          ` · ${t("filing.correction", { n: report.version, reason: report.reason })}`}
      </p>
      <LightPreview draft={content} month={report.month} item={report.item} unit={report.unit} />
      <div className="table-scroll">
        <table className="read-table">
          <thead>
            <tr>
              <th scope="col">{t("months.review.field")}</th>
              <th scope="col">{t("months.review.now")}</th>
              <th scope="col">{t(previous === null ? "months.review.noBefore" : "months.review.before")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => {
              const name = nameOf(field);
              const label = fieldLabel(t, field);
              const isChanged = previous !== null && differsIn(field, previous.content, content);
              return (
                <tr key={name} className={isChanged ? "changed" : undefined}>
                  <th scope="row">{label}</th>
                  <td>
                    {field[0] === "attachments" ? (
                      <FileLinks holder={id} files={content.attachments} />
                    ) : (
                      fieldWords(t, lang, field, content) || "—"
                    )}
                    <Remark {...{ name, label, remarks }} />
                  </td>
                  <td className="before">
                    {previous === null ? "" : fieldWords(t, lang, field, previous.content) || "—"}
                  </td>
                  <td>{mayReturn && <RemarkButton {...{ name, label, remarks }} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {mayReturn && <RemarkOnWhole label={t("months.review.whole")} remarks={remarks} />}
      <Way id={id} />
      <DecideBar
        state={report.state}
        remarks={remarks}
        mayDecide={mayReturn}
        isPending={step.isPending}
        onStep={(verb) => verb !== "withdraw" && step.mutate(verb)}
      />
    </article>
  );
}

const pathOf = (name: string) => fieldOf(name.split(".")) ?? [];

/** The way that all versions of the report went. */
function Way({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(answerTo("report", "history", { id }));
  return (
    <details className="way">
      <summary>{t("months.review.history")}</summary>
      {data.map(({ report, steps }) => (
        <section key={report.id}>
          <h3>{t("months.review.version", { n: report.version })}</h3>
          <StepLines steps={steps} />
        </section>
      ))}
    </details>
  );
}

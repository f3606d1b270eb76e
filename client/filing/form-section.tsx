import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { ReportDraft } from "#domain/report/report.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { fieldLabel, fieldWords } from "./field-words.ts";
import { differsIn, fieldOf } from "./fields.ts";
import { useForm } from "./form-context.tsx";
import { placeOfRemark, type SectionField } from "./remark-place.ts";

/** A part of the form; `field` where the whole part is one field, which is remarked on as such. */
export function FormSection(props: {
  title: string;
  hint?: string;
  field?: SectionField;
  children: ReactNode;
}) {
  const { title, hint, field, children } = props;
  const { t } = useTranslation();
  const { draft, previous } = useForm();
  const id = useId();
  const isChanged = field !== undefined && previous !== null && differsIn([field], previous, draft);
  return (
    <section className={`report-section${isChanged ? " changed" : ""}`} aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {hint !== undefined && <span className="meta">{hint}</span>}
        {isChanged && <span className="meta">{t("filing.differs")}</span>}
      </h3>
      {isChanged && <Before field={field} previous={previous} />}
      {field !== undefined && <Remarks at={field} />}
      <div className="report-fields">{children}</div>
    </section>
  );
}

/** What last month's report said of a section. */
function Before({ field, previous }: { field: SectionField; previous: ReportDraft }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const words = fieldWords(t, lang, [field], previous);
  if (words === "") return <p className="field-was">{t("filing.notBefore")}</p>;
  return (
    <details className="field-was">
      <summary>{t("filing.wasText")}</summary>
      <p>{words}</p>
    </details>
  );
}

/** What a reviewer said of a section, or, over the form, of the whole and of what is not on screen. */
export function Remarks({ at }: { at: "top" | SectionField }) {
  const { t } = useTranslation();
  const { comments, draft, asksWhy } = useForm();
  return comments
    .filter(({ path }) => placeOfRemark(path, draft, asksWhy) === at)
    .map(({ path, words }) => {
      const field = at === "top" ? fieldOf(path) : undefined;
      return (
        <p key={`${path.join(".")} ${words}`} className="field-comment whole">
          {field === undefined
            ? t("filing.reviewerSays", { words })
            : t("filing.reviewerSaysOf", { field: fieldLabel(t, field), words })}
        </p>
      );
    });
}

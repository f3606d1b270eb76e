import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { fieldLabel } from "./field-words.ts";
import { fieldOf } from "./fields.ts";
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
  const id = useId();
  return (
    <section className="report-section" aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {hint !== undefined && <span className="meta">{hint}</span>}
      </h3>
      {field !== undefined && <Remarks at={field} />}
      <div className="report-fields">{children}</div>
    </section>
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

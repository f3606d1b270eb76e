import { renderToStaticMarkup } from "react-dom/server";
import type { ReportContent, ReportDraft } from "#domain/report/report.ts";
import { FormProvider, type FormState } from "../../../client/filing/form-context.tsx";
import { Remarks } from "../../../client/filing/form-section.tsx";
import { ReportFields } from "../../../client/filing/report-fields.tsx";
import { asksWhy } from "../../../client/filing/stage-fields.tsx";

/** The form of a project under construction, as markup. */
export function drawnForm(
  draft: ReportDraft,
  { comments = [], previous = null }: { comments?: FormState["comments"]; previous?: ReportContent | null },
): string {
  const form: FormState = {
    draft,
    previous,
    asksWhy: asksWhy(draft, "project", "construction"),
    isReadOnly: false,
    faults: [],
    comments,
    set: () => {},
  };
  return renderToStaticMarkup(
    <FormProvider value={form}>
      <Remarks at="top" />
      <ReportFields type="project" stageBefore="construction" report={null} />
    </FormProvider>,
  );
}

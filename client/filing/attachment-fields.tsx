import { fieldId } from "./faults.ts";
import { FileList } from "./file-list.tsx";
import { useForm } from "./form-context.tsx";

const MOST = 20;

/** @param report id of the saved report, whose files can be fetched; null before the first save */
export function AttachmentFields({ report }: { report: string | null }) {
  const { draft, set, isReadOnly } = useForm();
  return (
    <FileList
      holder={report}
      id={fieldId(["attachments"])}
      most={MOST}
      isReadOnly={isReadOnly}
      value={draft.attachments}
      onChange={(files) => set(["attachments"], files)}
    />
  );
}

import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Attachment } from "#domain/report/report.ts";
import { type Finding, MOST_FINDING_FILES } from "#domain/work/inspection.ts";
import { FileList } from "../../filing/file-list.tsx";
import type { WorkFault } from "../face.ts";
import { WorkField } from "../work-field.tsx";

/** 佐证材料 of a finding: photographs and documents, sent in as the files of a report are. Keyed by the finding. */
export function FindingFiles(props: {
  /** Id of the inspection; null before it is saved. */
  holder: string | null;
  place: number;
  files: readonly Attachment[];
  faults: readonly WorkFault[];
  onChange: (change: Pick<Finding, "files">) => void;
}) {
  const { holder, place, files, faults, onChange } = props;
  const { t } = useTranslation();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return (
    <WorkField path={["findings", place, "files"]} label={t("work.field.files")} isWide faults={faults}>
      {({ id }) => (
        <FileList
          holder={holder}
          id={id}
          most={MOST_FINDING_FILES}
          value={files}
          // A file that arrives after its finding was taken away has nowhere to go.
          onChange={(next) => isHere.current && onChange({ files: next })}
        />
      )}
    </WorkField>
  );
}

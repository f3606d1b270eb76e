import { useTranslation } from "react-i18next";
import type { WorkFault } from "./face.ts";
import type { WorkNames } from "./use-work-names.ts";
import { WorkChoices } from "./work-controls.tsx";

/** The projects and policies that a record is about. */
export function WorkItems(props: {
  names: WorkNames;
  faults: readonly WorkFault[];
  value: string[];
  onChange: (items: string[]) => void;
}) {
  const { names, ...field } = props;
  const { t } = useTranslation();
  return (
    <WorkChoices
      {...field}
      path={["items"]}
      label={t("work.field.items")}
      isWide
      none={t("work.addItem")}
      options={names.items.map((item) => ({ value: item.id, label: `${item.id} ${item.title}` }))}
    />
  );
}

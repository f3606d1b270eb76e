import { useTranslation } from "react-i18next";
import { BrandMark } from "../look/brand-mark.tsx";

/** The brand, as the workbench's frame has it (index.html). */
export function Mark() {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <BrandMark />
      <span>{t("remote.title")}</span>
    </span>
  );
}

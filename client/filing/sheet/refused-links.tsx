import { useTranslation } from "react-i18next";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { sheetAddress } from "./send-sheet.ts";

/** The rows that are refused as a sheet of their own, each with why, to be mended and sent in again. */
export function RefusedLinks({ job, count }: { job: string; count: number }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <p className="sheet-line">
      {t("filing.sheet.refusedRows", { count })}
      <a className="link" href={sheetAddress("refused.xlsx", { job, lang })} download="">
        {t("filing.sheet.refusedXlsx")}
      </a>
      <a className="link" href={sheetAddress("refused.csv", { job, lang })} download="">
        CSV
      </a>
    </p>
  );
}

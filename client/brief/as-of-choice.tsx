import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#domain/brief/brief.ts";
import { zMonth } from "#domain/month.ts";
import { page } from "../data/page.ts";

type Props = { brief: Brief; onChange: (part: Partial<Brief>) => void };

/**
 * The month that a page and its quarter's circular stand at: what was published by then. The newest unless another
 * is chosen; the page itself says which publication it is.
 */
export function AsOfChoice({ brief, onChange }: Props) {
  const { t } = useTranslation();
  // Some browsers have the month written: what is half written chooses nothing yet.
  const [written, setWritten] = useState(brief.view.asOf ?? page.asOf);
  const choose = (text: string) => {
    setWritten(text);
    const month = zMonth.safeParse(text);
    if (!month.success) return;
    onChange({ view: { ...brief.view, asOf: month.data < page.asOf ? month.data : null } });
  };
  return (
    <label className="brief-text">
      <span>{t("brief.asOf")}</span>
      <input
        type="month"
        name="brief-as-of"
        max={page.asOf}
        value={written}
        onChange={({ target }) => choose(target.value)}
      />
    </label>
  );
}

import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "./time-words.ts";

/** One of some months, chosen from a list under its label. */
export function MonthPicker(props: {
  label: string;
  isLabelHidden?: boolean;
  months: readonly string[];
  month: string | undefined;
  onChange: (month: string) => void;
}) {
  const { label, isLabelHidden = false, months, month, onChange } = props;
  const { lang } = useDeskLook();
  return (
    <label className="month-picker">
      <span className={isLabelHidden ? "visually-hidden" : "field-label"}>{label}</span>
      <select className="entry" value={month} onChange={({ target }) => onChange(target.value)}>
        {months.map((one) => (
          <option key={one} value={one}>
            {monthWords(lang, one)}
          </option>
        ))}
      </select>
    </label>
  );
}

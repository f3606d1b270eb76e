import { useTranslation } from "react-i18next";
import type { Reminder } from "#domain/report/reminder.ts";

const SHAPES: Record<Reminder, string> = {
  blue: "M8 2.5 13.5 8 8 13.5 2.5 8Z",
  yellow: "M8 2 14.5 13.5H1.5Z",
  red: "M3 3H13V13H3Z",
};

/** 蓝, 黄, 红: mark and words, never colour alone. */
export function ReminderMark({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation();
  return <ColourMark colour={reminder} words={t(`filing.reminder.${reminder}`)} />;
}

/** The mark of a colour with what it says; slips have the same colours. */
export function ColourMark({ colour, words }: { colour: Reminder; words: string }) {
  return (
    <span className="light-label">
      <svg
        className="light-mark"
        data-light={colour}
        aria-hidden="true"
        width={14}
        height={14}
        viewBox="0 0 16 16"
      >
        <path d={SHAPES[colour]} />
      </svg>
      {words}
    </span>
  );
}

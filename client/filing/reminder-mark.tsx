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
  return (
    <span className="light-label">
      <svg
        className="light-mark"
        data-light={reminder}
        aria-hidden="true"
        width={14}
        height={14}
        viewBox="0 0 16 16"
      >
        <path d={SHAPES[reminder]} />
      </svg>
      {t(`filing.reminder.${reminder}`)}
    </span>
  );
}

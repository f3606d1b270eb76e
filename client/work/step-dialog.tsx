import { Modal } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { NOTHING_SAID, type Said } from "#domain/work/standing.ts";
import type { Need } from "#domain/work/way.ts";
import { dayOf } from "#domain/zone.ts";

const MOST_WORDS = 2000;

/** Asks for what a step needs said: words, a percentage, or what was done and when. Keyed by the step. */
export function StepDialog(props: {
  title: string;
  label: string;
  /** What the day is called, where a step asks for one. */
  dayLabel: string;
  need: Need;
  isBusy: boolean;
  onSaid: (said: Said) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { title, label, dayLabel, need, isBusy, onSaid, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const [said, setSaid] = useState(NOTHING_SAID);
  const words = said.words?.trim() ?? "";
  const asksDay = need === "done" || need === "day";
  const isSaid =
    (words !== "" || (need !== "words" && need !== "done")) &&
    (said.percent !== null || need !== "percent") &&
    (said.doneOn !== null || !asksDay);
  return (
    <Modal
      open
      title={title}
      okText={t("filing.confirm")}
      cancelText={t("filing.cancel")}
      okButtonProps={{ disabled: !isSaid, loading: isBusy }}
      onOk={() => onSaid({ ...said, words: words === "" ? null : words })}
      onCancel={onClose}
    >
      <div className="work-said">
        {children}
        {need === "percent" && (
          <div>
            <label htmlFor={`${id}-percent`} className="field-label">
              {t("work.progress")}
              <span className="field-unit">%</span>
            </label>
            <input
              id={`${id}-percent`}
              className="entry figure work-percent"
              type="number"
              min={0}
              max={100}
              step={1}
              value={said.percent ?? ""}
              onChange={({ target }) => setSaid({ ...said, percent: percentOf(target.value) })}
            />
          </div>
        )}
        {asksDay && (
          <div>
            <label htmlFor={`${id}-day`} className="field-label">
              {dayLabel}
            </label>
            <input
              id={`${id}-day`}
              className="entry work-day"
              type="date"
              min="1949-10-01"
              max={dayOf(new Date())}
              value={said.doneOn ?? ""}
              onChange={({ target }) => setSaid({ ...said, doneOn: target.value || null })}
            />
          </div>
        )}
        <div>
          <label htmlFor={`${id}-words`} className="field-label">
            {label}
          </label>
          <textarea
            id={`${id}-words`}
            className="entry"
            rows={4}
            maxLength={MOST_WORDS}
            value={said.words ?? ""}
            onChange={({ target }) => setSaid({ ...said, words: target.value })}
          />
        </div>
      </div>
    </Modal>
  );
}

function percentOf(text: string): number | null {
  const value = Number(text);
  return text !== "" && Number.isInteger(value) && value >= 0 && value <= 100 ? value : null;
}

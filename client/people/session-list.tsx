import { useTranslation } from "react-i18next";
import type { SessionEntry } from "#domain/people/session.ts";
import { deviceOf } from "./device.ts";
import { momentOf } from "./moment.ts";

/** Where an account is signed in. `onEnd` ends one of them; one's own, here, ends by signing out. */
export function SessionList(props: {
  sessions: readonly SessionEntry[];
  isBusy: boolean;
  onEnd: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className="session-list">
      {props.sessions.map(({ id, agent, address, createdAt, usedAt, current }) => {
        const device = deviceOf(agent) ?? t("people.me.unknownDevice");
        return (
          <li key={id}>
            <div>
              <div title={agent}>
                {device} {current && <span className="mark-word">{t("people.me.here")}</span>}
              </div>
              <div className="meta">
                {address} · {t("people.me.lastUse")} {momentOf(usedAt)} · {t("people.me.since")}{" "}
                {momentOf(createdAt)}
              </div>
            </div>
            {!current && (
              <button
                type="button"
                className="control"
                aria-label={t("people.me.endName", { device })}
                disabled={props.isBusy}
                onClick={() => props.onEnd(id)}
              >
                {t("people.me.end")}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

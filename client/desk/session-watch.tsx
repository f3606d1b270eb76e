import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockOf } from "#domain/zone.ts";
import { ask, lastUse } from "./call.ts";
import { type Standing, standingOf, USE_GRAIN_MS } from "./session-clock.ts";
import { hearTabs, sayToTabs } from "./tabs.ts";
import { refreshSession, useSession } from "./use-session.ts";

const LOOK_EVERY_MS = 10_000;

/** Tells the server that somebody is here, though nothing is asked of it. */
const stay = (): void => void ask("session", "list", undefined).catch(console.error);

/**
 * Watches how long the session lasts: whoever types or points keeps it, whoever does not is warned, and at its end the
 * server is asked, so that the dialog comes before something fails.
 */
export function SessionWatch() {
  const { t } = useTranslation();
  const { how, at } = useStanding();
  useStayWhileBusy();
  if (how === "fine" || how === "over") return null;
  const time = clockOf(new Date(at));
  return (
    <div className="session-warning" role="status">
      <span>{t(how === "idle" ? "people.session.idle" : "people.session.end", { time })}</span>
      {how === "idle" && (
        <button type="button" className="control" onClick={stay}>
          {t("people.session.stay")}
        </button>
      )}
    </div>
  );
}

function useStanding(): Standing {
  const { data } = useSession();
  const [standing, setStanding] = useState<Standing>({ how: "fine", at: 0 });
  useEffect(() => {
    if (data?.endsAt == null) return;
    const { endsAt, idleMinutes } = data;
    let elsewhere = 0;
    const stopHearing = hearTabs((word) => {
      if (word.kind === "used") elsewhere = Math.max(elsewhere, word.at);
    });
    let said = lastUse();
    const look = () => {
      if (lastUse() !== said) sayToTabs({ kind: "used", at: lastUse() });
      said = lastUse();
      const usedAt = Math.max(said, elsewhere);
      const next = standingOf({ usedAt, endsAt: Date.parse(endsAt), idleMinutes }, Date.now());
      setStanding((now) => (now.how === next.how && now.at === next.at ? now : next));
      if (next.how === "over") refreshSession().catch(console.error);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      stopHearing();
    };
  }, [data]);
  return standing;
}

function useStayWhileBusy(): void {
  useEffect(() => {
    let askedAt = 0;
    const busy = () => {
      const now = Date.now();
      if (now - Math.max(lastUse(), askedAt) < USE_GRAIN_MS) return;
      askedAt = now;
      stay();
    };
    const events = ["keydown", "pointerdown"] as const;
    for (const event of events) document.addEventListener(event, busy, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, busy);
    };
  }, []);
}

import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import "./pairing.css";
import { Qr } from "./qr.tsx";
import type { LinkState } from "./remote-link.ts";

/** How long the wall says that it is paired, before it puts the panel away. */
const PAIRED_MS = 8000;

type Asked = {
  state: LinkState;
  /** Asks for a code: the first one failed, or another device is to take over. */
  onOpen: () => void;
  onEnd: () => void;
  /** The panel is put away; a pairing goes on. */
  onHide: () => void;
};

/** The remote's panel on the wall, for as long as it is called for (remote-link.ts). */
export function Pairing({ state, onOpen, onEnd, onHide }: Asked) {
  const { t } = useTranslation();
  if (state.kind === "closed" && state.failed === null) return null;
  return (
    <section className="pairing" aria-label={t("remote.panel")}>
      {state.kind === "waiting" && <Waiting {...state} />}
      {state.kind === "paired" && <Paired until={state.until} onHide={onHide} />}
      {state.kind === "closed" && (
        <div role="alert">
          <h2>{t("remote.noCode")}</h2>
          <p>{t(state.failed === "busy" ? "remote.allInUse" : "remote.noServer")}</p>
        </div>
      )}
      <div className="pairing-buttons">
        {state.kind === "paired" && (
          <button type="button" onClick={onEnd}>
            {t("remote.end")}
          </button>
        )}
        {state.kind !== "waiting" && (
          <button type="button" onClick={onOpen}>
            {t(state.kind === "paired" ? "remote.another" : "remote.again")}
          </button>
        )}
        <button type="button" onClick={onHide}>
          {t("remote.hide")}
        </button>
      </div>
    </section>
  );
}

function Waiting({ code, address, expiresAt }: { code: string; address: string; expiresAt: number }) {
  const { t } = useTranslation();
  const left = useMinutesLeft(expiresAt);
  const { protocol, host, pathname } = new URL(address);
  // Without being told otherwise, a telephone tries plain HTTP.
  const typed = `${protocol === "https:" ? "https://" : ""}${host}${pathname}`;
  return (
    <>
      <h2>{t("remote.panel")}</h2>
      <Qr text={address} label={t("remote.qr")} />
      <p>{t("remote.panelHow", { address: typed })}</p>
      <p className="pairing-code">
        <span>{t("remote.code")}</span>
        <strong>{code}</strong>
        <span role="timer">{t("remote.codeLasts", { time: left })}</span>
      </p>
    </>
  );
}

function Paired({ until, onHide }: { until: number; onHide: () => void }) {
  const { t } = useTranslation();
  const left = useMinutesLeft(until);
  const hide = useEffectEvent(onHide);
  useEffect(() => {
    const timer = setTimeout(hide, PAIRED_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <h2 className="pairing-done" role="status">
        {t("remote.paired")}
      </h2>
      <p>{t("remote.pairedNote", { time: left })}</p>
    </>
  );
}

/** `4:59` until a moment of `Date.now()`, every second anew. */
function useMinutesLeft(until: number): string {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((until - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import "./driving.css";
import { Controls } from "./controls.tsx";
import type { Driver, DriverState } from "./driver.ts";
import { Mark } from "./mark.tsx";
import { Parts } from "./parts.tsx";
import { Showing } from "./showing.tsx";

type Asked = { driver: Driver; state: DriverState & { kind: "paired" } };

/** The remote proper: what stands on the wall, what else could, and the round's own controls under the thumb. */
export function Driving({ driver, state }: Asked) {
  const { t } = useTranslation();
  const { told, isCut, undone } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className="driving">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          <Mark />
        </h1>
        <p className="connection" data-cut={isCut} role="status">
          {t(isCut ? "remote.reconnecting" : "remote.connected")}
        </p>
        <button type="button" className="quiet" onClick={driver.end}>
          {t("remote.end")}
        </button>
      </header>
      <main>
        <p className="problem" role="alert" hidden={undone === null}>
          {undone && t(`remote.${undone}`)}
        </p>
        {told === null ? (
          <p className="waiting" role="status">
            {t("remote.waiting")}
          </p>
        ) : (
          <>
            <Showing told={told} act={driver.act} />
            <Parts told={told} act={driver.act} />
          </>
        )}
      </main>
      <Controls isHeld={told?.show.held ?? false} act={driver.act} />
    </div>
  );
}

import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import "./gate.css";
import { CodeEntry } from "./code-entry.tsx";
import type { Driver } from "./driver.ts";
import { Driving } from "./driving.tsx";
import { Mark } from "./mark.tsx";

/** The page of `/wall/remote`: a code is asked for, and then the wall is driven. */
export function RemotePage({ driver }: { driver: Driver }) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(driver.subscribe, driver.state);
  const title = t("remote.pageTitle");
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (state.kind === "paired") return <Driving driver={driver} state={state} />;
  return (
    <main className="gate">
      <Mark />
      {state.kind === "joining" ? (
        <p role="status">{t("remote.joining")}</p>
      ) : (
        <CodeEntry reason={state.reason} onJoin={driver.join} />
      )}
    </main>
  );
}

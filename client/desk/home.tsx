import { Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { placesOf } from "./places.ts";
import { Waiting } from "./states.tsx";
import { useSession } from "./use-session.ts";

/** `/desk` itself: the first of one's places, or the door. */
export function Home() {
  const { data } = useSession();
  if (data === undefined) return <Waiting />;
  const { account, signedIn } = data;
  const first = account === null || !signedIn ? "sign-in" : (placesOf(account)[0]?.key ?? "me");
  return <Navigate to={`/desk/${first}`} replace />;
}

export function Nowhere() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("desk.nowhere")}</h1>
      <p>
        <a href="/desk">{t("desk.desk")}</a> · <a href="/">{t("desk.map")}</a>
      </p>
    </>
  );
}

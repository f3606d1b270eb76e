import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { NEW_PASSWORD_PATH, SETUP_PATH, SIGN_IN_PATH } from "#domain/people/session.ts";
import { PLACES } from "./places.ts";

const DOOR_TITLES = {
  [SIGN_IN_PATH]: "people.signIn",
  [NEW_PASSWORD_PATH]: "people.setPassword",
  [SETUP_PATH]: "people.setUp",
} as const;

/** The document is called after its place. */
export function usePageTitle(pathname: string): void {
  const { t } = useTranslation();
  const place = PLACES.find(({ key }) => pathname === `/desk/${key}`);
  const door = Object.entries(DOOR_TITLES).find(([path]) => path === pathname)?.[1];
  const own = place ? t(`desk.place.${place.key}`) : t(door ?? "desk.desk");
  const title = `${own} · ${t("desk.product")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

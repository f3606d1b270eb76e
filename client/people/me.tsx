import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answerTo } from "../desk/call.ts";
import { useSeat } from "../desk/seat.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { useMay } from "../desk/use-may.ts";
import { Fact } from "./fact.tsx";
import { MyCalendars } from "./my-calendars.tsx";
import { MyFactor } from "./my-factor.tsx";
import { MyPassword } from "./my-password.tsx";
import { MySessions } from "./my-sessions.tsx";
import "./people.css";

/** /desk/me: who one is here, and how one signs in. */
export function Page() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { account } = useSeat();
  const mayFeed = useMay("calendar.manage");
  const { data: units } = useQuery(answerTo("unit", "list", undefined));
  if (account === null) return null;
  const unit = units?.find(({ id }) => id === account.unit);
  return (
    <>
      <header className="page-head">
        <h1>{account.name}</h1>
      </header>
      <div className="sections">
        <Fact label={t("people.me.unit")}>
          {unit === undefined ? t("people.me.noUnit") : lang === "en" ? unit.nameEn : unit.name}
        </Fact>
        <Fact label={t("people.me.roles")}>
          {account.roles.length === 0
            ? t("people.me.noRoles")
            : account.roles.map((role) => t(`desk.role.${role}`)).join(lang === "en" ? ", " : "、")}
        </Fact>
        <Fact label={t("people.me.password")}>
          {account.hasPassword ? <MyPassword /> : t("people.me.noPassword")}
        </Fact>
        <Fact label={t("people.me.factor")}>
          <MyFactor hasFactor={account.hasSecondFactor} />
        </Fact>
        {mayFeed && unit !== undefined && (
          <Fact label={t("people.calendar.title")}>
            <MyCalendars />
          </Fact>
        )}
        <Fact label={t("people.me.sessions")}>
          <MySessions />
        </Fact>
      </div>
    </>
  );
}

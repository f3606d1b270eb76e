import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { App } from "antd";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SIGN_IN_PATH } from "#domain/people/session.ts";
import { AntdFrame } from "../look/antd-frame.tsx";
import { BrandMark } from "../look/brand-mark.tsx";
import { useProblem } from "../people/problem.ts";
import { answerTo } from "./call.ts";
import { LookButtons } from "./look-buttons.tsx";
import { DOORS, GROUPS, placesOf } from "./places.ts";
import { type Account, useSeat } from "./seat.ts";
import { SessionWatch } from "./session-watch.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { Failed, Waiting } from "./states.tsx";
import { useDeskLook } from "./use-desk-look.ts";
import { useHear } from "./use-hear.ts";
import { usePageTitle } from "./use-page-title.ts";
import { useSession, useSignOut } from "./use-session.ts";

/**
 * Where dialogs go. In the body itself antd would hold the page beneath by a style of its own making, which carries no
 * nonce and is refused: forms.css holds it instead.
 */
const floats = (): HTMLElement => document.getElementById("floats") ?? document.body;

/** Beneath the bar, which says whose desk it is and that its data are made up; in px. */
const MESSAGE = { top: 64 };

/** The whole desk: who is not signed in sees a door, who is sees his places and the page of one. */
export function Shell() {
  const { lang, theme } = useDeskLook();
  return (
    <AntdFrame lang={lang} theme={theme} popupContainer={floats}>
      <App component={false} message={MESSAGE}>
        <Room />
      </App>
    </AntdFrame>
  );
}

function Room() {
  useHear();
  const { data, isError, refetch } = useSession();
  const { account } = useSeat();
  const { pathname, href } = useLocation();
  usePageTitle(pathname);
  const isDoor = DOORS.some(({ path }) => path === pathname);
  if (!isDoor && account !== null) return <SignedIn key={account.id} account={account} />;
  if (!isDoor && data !== undefined && !data.signedIn)
    return <Navigate to={SIGN_IN_PATH} search={{ to: href }} replace />;
  if (isDoor && data !== undefined)
    return (
      <Door>
        <Outlet />
      </Door>
    );
  return <Door>{isError ? <Failed onRetry={() => void refetch()} /> : <Waiting />}</Door>;
}

function Door({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="desk-door">
      <header className="desk-door-bar">
        <BrandMark />
        <a className="brand-title" href="/">
          {t("desk.product")}
        </a>
        <span className="meta">{t("desk.desk")}</span>
        <div className="desk-bar-end">
          <LookButtons />
        </div>
      </header>
      <main className="desk-door-page">{children}</main>
    </div>
  );
}

function SignedIn({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <div className="desk">
      <a className="skip" href="#desk-page">
        {t("desk.skip")}
      </a>
      <Bar account={account} />
      <nav className="desk-nav" aria-label={t("desk.places")}>
        <Places account={account} />
      </nav>
      <Page />
      <SessionWatch />
      <SignInAgain account={account} />
    </div>
  );
}

/** Where he can go, by groups: each is a list under its name. */
function Places({ account }: { account: Account }) {
  const { t } = useTranslation();
  const places = placesOf(account);
  return GROUPS.map((group) => {
    const own = places.filter((place) => place.group === group);
    if (own.length === 0) return null;
    const id = `places-${group}`;
    return (
      <section key={group} aria-labelledby={id}>
        <h2 id={id}>{t(`desk.group.${group}`)}</h2>
        {own.map(({ key }) => (
          <Link key={key} to={`/desk/${key}`}>
            {t(`desk.place.${key}`)}
          </Link>
        ))}
      </section>
    );
  });
}

/** The page of a place. Coming to another one brings the focus there, as a new document would. */
function Page() {
  const { pathname } = useLocation();
  useEffect(() => {
    const place = DOORS.some(({ path }) => path === pathname) ? null : document.getElementById("desk-page");
    if (document.activeElement?.closest(".desk-nav")) place?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    // On a narrow screen the places stand in a row wider than it. Scrolled into view, it would take the first Tab too.
    const here = document.querySelector<HTMLElement>('.desk-nav [aria-current="page"]');
    here?.closest(".desk-nav")?.scrollTo({ left: here.offsetLeft - 16 });
  }, [pathname]);
  return (
    <main className="desk-page" id="desk-page" tabIndex={-1}>
      <Outlet />
    </main>
  );
}

function Bar({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const problem = useProblem();
  const { data: units } = useQuery(answerTo("unit", "list", undefined));
  const unit = units?.find(({ id }) => id === account.unit);
  const place = unit === undefined ? [] : [lang === "en" ? unit.nameEn : unit.name];
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, {
      onError: (error) =>
        void message.error(t("people.session.signOutFailed", { why: problem(error) ?? "" })),
    });
  return (
    <header className="desk-bar">
      <BrandMark />
      <a className="brand-title" href="/">
        {t("desk.product")}
      </a>
      <span className="meta">{t("desk.desk")}</span>
      <div className="desk-bar-end">
        <div className="desk-who">
          <div>{account.name}</div>
          <div className="meta">
            {[...place, ...account.roles.map((role) => t(`desk.role.${role}`))].join(" · ")}
          </div>
        </div>
        <LookButtons />
        <button type="button" className="control" disabled={signOut.isPending} onClick={leave}>
          {t("desk.signOut")}
        </button>
      </div>
    </header>
  );
}

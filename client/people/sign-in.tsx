import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DESK_PATH, pathWithin, type SessionState } from "#domain/people/session.ts";
import { Waiting } from "../desk/states.tsx";
import { sessionChanged, useSession } from "../desk/use-session.ts";
import { ChangePassword } from "./change-password.tsx";
import { CodeForm } from "./code-form.tsx";
import { EnrolForm } from "./enrol-form.tsx";
import { OtherWays } from "./other-ways.tsx";
import { PasswordForm } from "./password-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { type SignInStep, signInStep } from "./sign-in-step.ts";

/** /desk/sign-in?to=PATH: one step after another until nothing stands between the account and its rights. */
export function Page() {
  const { data } = useSession();
  const [codes, setCodes] = useState<string[] | null>(null);
  const [isPutOff, putOff] = useState(false);
  const to = pathWithin(new URLSearchParams(window.location.search).get("to"));
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  if (data === undefined) return <Waiting />;
  const step = signInStep(data, isPutOff);
  if (step === "in") return <GoOn to={to} />;
  return (
    <Step
      step={step}
      state={data}
      to={to}
      onPutOff={() => putOff(true)}
      onEnrolled={(fresh) => {
        setCodes(fresh);
        void sessionChanged().catch(console.error);
      }}
    />
  );
}

function Step(props: {
  step: Exclude<SignInStep, "in">;
  state: SessionState;
  to: string;
  onPutOff: () => void;
  onEnrolled: (codes: string[]) => void;
}) {
  const { step, state, to, onPutOff, onEnrolled } = props;
  const { t } = useTranslation();
  if (step === "code")
    return (
      <>
        <h1>{t("people.secondStep")}</h1>
        <CodeForm />
      </>
    );
  if (step === "enrol")
    return (
      <>
        <h1>{t("people.enrol")}</h1>
        <p>{t("people.enrolWhy")}</p>
        <EnrolForm onDone={onEnrolled} />
      </>
    );
  if (step === "renew")
    return (
      <>
        <h1>{t("people.renew")}</h1>
        <p>{t("people.renewWhy")}</p>
        <ChangePassword onDone={onPutOff} onCancel={onPutOff} />
      </>
    );
  return (
    <>
      <h1>{t("people.signIn")}</h1>
      {state.canSetUp && (
        <p className="door-note" role="note">
          {t("people.notSetUp")}
        </p>
      )}
      <PasswordForm />
      <OtherWays to={to} />
      <p className="meta">{t("people.noAccount")}</p>
    </>
  );
}

/** Leads on: within the desk without another page, to the map or the wall by one. */
function GoOn({ to }: { to: string }) {
  const { history } = useRouter();
  useEffect(() => {
    const isDesk = to === DESK_PATH || to.startsWith(`${DESK_PATH}/`) || to.startsWith(`${DESK_PATH}?`);
    if (isDesk) history.replace(to.startsWith(`${DESK_PATH}/sign-in`) ? DESK_PATH : to);
    else window.location.replace(to);
  }, [history, to]);
  return <Waiting />;
}

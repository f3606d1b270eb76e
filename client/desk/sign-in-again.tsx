import { Modal } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { DESK_PATH, SIGN_IN_PATH } from "#domain/people/session.ts";
import { CodeForm } from "../people/code-form.tsx";
import { FormProblem } from "../people/field.tsx";
import { OtherWays } from "../people/other-ways.tsx";
import { PasswordForm } from "../people/password-form.tsx";
import { useProblem } from "../people/problem.ts";
import { signInStep } from "../people/sign-in-step.ts";
import { queryClient } from "./call.ts";
import { type Account, useSeat } from "./seat.ts";
import { useSession, useSignOut } from "./use-session.ts";

/** Over the page of a session that ended: the page stays as it is beneath, and goes on after. */
export function SignInAgain({ account }: { account: Account }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const { lapsed } = useSeat();
  const { data } = useSession();
  const leave = useSignOut();
  const step = data === undefined ? "password" : signInStep(data);
  useEffect(() => {
    // What failed meanwhile is asked anew once the dialog is gone.
    if (!lapsed) return;
    return () => void queryClient.invalidateQueries();
  }, [lapsed]);
  useEffect(() => {
    // His second factor was reset: that is no matter of a dialog.
    if (lapsed && step === "enrol") window.location.assign(SIGN_IN_PATH);
  }, [lapsed, step]);
  return (
    <Modal
      open={lapsed}
      title={t("people.session.again")}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={400}
      zIndex={2000}
      className="sign-in-again"
      destroyOnHidden
    >
      <p className="sign-in-again-why">{t("people.session.ended")}</p>
      {step === "code" ? <CodeForm /> : account.hasPassword && <PasswordForm knownName={account.name} />}
      {step !== "code" && <OtherWays to={DESK_PATH} isApart />}
      <p className="form-foot">
        <button type="button" className="link" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t("people.session.notMe")}
        </button>
        <span className="meta">{t("people.session.notMeHint")}</span>
      </p>
      <FormProblem>{problem(leave.error)}</FormProblem>
    </Modal>
  );
}

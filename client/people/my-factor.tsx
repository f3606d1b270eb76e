import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isAdministrator } from "#domain/permission.ts";
import { tell } from "../desk/call.ts";
import { leaveSeat, useSeat } from "../desk/seat.ts";
import { refreshSession } from "../desk/use-session.ts";
import { CodeField } from "./code-field.tsx";
import { EnrolForm } from "./enrol-form.tsx";
import { FormProblem } from "./field.tsx";
import { useProblem } from "./problem.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** The second step: on or off, and what turns it the other way. */
export function MyFactor({ hasFactor }: { hasFactor: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => setOpen(false);
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />;
  if (!isOpen)
    return (
      <>
        <p className="fact-line">{t(hasFactor ? "people.me.factorOn" : "people.me.factorOff")}</p>
        <button type="button" className="control" onClick={() => setOpen(true)}>
          {t(hasFactor ? "people.me.turnOff" : "people.me.turnOn")}
        </button>
      </>
    );
  if (hasFactor) return <DropForm onDone={close} />;
  return (
    <>
      <EnrolForm
        onDone={(fresh) => {
          close();
          setCodes(fresh);
          refreshSession().catch(console.error);
        }}
      />
      <p className="fact-line">
        <button type="button" className="control" onClick={close}>
          {t("people.cancel")}
        </button>
      </p>
    </>
  );
}

function DropForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { account } = useSeat();
  const problem = useProblem();
  const [code, setCode] = useState("");
  const drop = useMutation({
    mutationFn: () => tell("session", "dropSecondFactor", { code }),
    onSuccess: async () => {
      onDone();
      void message.success(t("people.me.turnedOff"));
      // An administrator has no rights now until he enrols again: the door shows him how.
      if (account?.roles.some(isAdministrator)) leaveSeat();
      await refreshSession();
    },
    onError: () => setCode(""),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== "") drop.mutate();
      }}
    >
      <p>{t("people.me.turnOffHint")}</p>
      <CodeField isRecovery label={t("people.codeOrRecovery")} value={code} onChange={setCode} />
      <FormProblem>{problem(drop.error, { UNAUTHORIZED: "code", BAD_REQUEST: "code" })}</FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={drop.isPending}>
          {t("people.me.turnOff")}
        </button>
        <button type="button" className="control" onClick={onDone}>
          {t("people.cancel")}
        </button>
      </div>
    </form>
  );
}

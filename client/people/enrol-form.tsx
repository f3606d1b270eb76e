import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../desk/call.ts";
import { Waiting } from "../desk/states.tsx";
import { Qr } from "../wall/qr.tsx";
import { CodeField } from "./code-field.tsx";
import { FormProblem, PasswordField } from "./field.tsx";
import { issueAt, useProblem } from "./problem.ts";

/** Offers a second factor and takes the first code of it; `onDone` gets the recovery codes. */
export function EnrolForm({ onDone }: { onDone: (codes: string[]) => void }) {
  const problem = useProblem();
  // Each try is an offer of its own, which voids the one before: it is asked for once, and never again by itself.
  const [tried, setTried] = useState<{ password?: string; tries: number }>({ tries: 0 });
  const offer = useQuery({
    queryKey: ["enrol-offer", tried.tries],
    queryFn: () => tell("session", "enrol", tried.password === undefined ? {} : { password: tried.password }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (offer.data) return <Offer secret={offer.data.secret} uri={offer.data.uri} onDone={onDone} />;
  if (offer.isPending) return <Waiting />;
  const isUnasked = issueAt(offer.error, "password") !== undefined;
  return (
    <PasswordFirst
      problem={isUnasked ? undefined : problem(offer.error, { UNAUTHORIZED: "wrongPassword" })}
      onPassword={(password) => setTried(({ tries }) => ({ password, tries: tries + 1 }))}
    />
  );
}

function PasswordFirst(props: { problem: string | undefined; onPassword: (password: string) => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onPassword(password);
      }}
    >
      <PasswordField
        label={t("people.me.confirmPassword")}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus
      />
      <FormProblem>{props.problem}</FormProblem>
      <button type="submit" className="control primary wide">
        {t("people.confirm")}
      </button>
    </form>
  );
}

function Offer({ secret, uri, onDone }: { secret: string; uri: string; onDone: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const problem = useProblem();
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => tell("session", "confirmEnrol", { code }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
    onError: () => setCode(""),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== "") confirm.mutate();
      }}
    >
      <p>{t("people.enrolScan")}</p>
      <div className="enrol-qr">
        <Qr text={uri} label={t("people.qr")} />
      </div>
      <details className="enrol-key">
        <summary>{t("people.enrolByHand")}</summary>
        <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </details>
      <CodeField label={t("people.enrolThen")} value={code} onChange={setCode} />
      <FormProblem>{problem(confirm.error, { BAD_REQUEST: "code" })}</FormProblem>
      <button type="submit" className="control primary wide" disabled={confirm.isPending}>
        {t("people.confirm")}
      </button>
    </form>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../desk/call.ts";
import { useSession } from "../desk/use-session.ts";
import { FormProblem, TextField } from "./field.tsx";
import { useProblem } from "./problem.ts";

/** Ties an account to who its owner is at a provider of sign-ins. */
export function TieForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const field = useId();
  const ways = useSession().data?.ways ?? [];
  const [kind, setKind] = useState(ways[0]?.kind);
  const [subject, setSubject] = useState("");
  const [isAsked, setAsked] = useState(false);
  const tie = useMutation({
    mutationFn: async () => {
      if (kind !== undefined) await tell("account", "tie", { id, identity: { way: kind, subject } });
    },
    onSuccess: () => {
      void message.success(t("people.accounts.tied"));
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ["account"] }),
  });
  if (kind === undefined) return <p className="fact-after meta">{t("people.accounts.noWays")}</p>;
  return (
    <form
      className="form fact-after"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (subject.trim() !== "") tie.mutate();
      }}
    >
      <p className="meta">{t("people.accounts.tieHint")}</p>
      <div className="field">
        <label htmlFor={field}>{t("people.accounts.way")}</label>
        <select
          id={field}
          value={kind}
          onChange={({ target }) => setKind(ways.find((way) => way.kind === target.value)?.kind)}
        >
          {ways.map((way) => (
            <option key={way.kind} value={way.kind}>
              {way.name}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={t("people.accounts.subject")}
        value={subject}
        onChange={setSubject}
        error={isAsked && subject.trim() === "" ? t("people.problem.required") : undefined}
        autoComplete="off"
        maxLength={255}
        autoFocus
      />
      <FormProblem>{problem(tie.error, { CONFLICT: "taken" })}</FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={tie.isPending}>
          {t("people.accounts.tie")}
        </button>
        <button type="button" className="control" onClick={onClose}>
          {t("people.cancel")}
        </button>
      </div>
    </form>
  );
}

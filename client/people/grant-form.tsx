import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "#domain/people/account.ts";
import { isAdministrator, ROLES, type Role } from "#domain/permission.ts";
import { answerTo, tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { FieldNote, FormProblem } from "./field.tsx";
import { toggled, unitProblem } from "./grant.ts";
import { issueAt, useProblem } from "./problem.ts";

/** Roles and unit of an account. */
export function GrantForm({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const problem = useProblem();
  const cache = useQueryClient();
  const id = useId();
  const [roles, setRoles] = useState<readonly Role[]>(account.roles);
  const [unit, setUnit] = useState(account.unit);
  const [isAsked, setAsked] = useState(false);
  const { data: units } = useQuery(answerTo("unit", "list", undefined));
  const grant = useMutation({
    mutationFn: () => tell("account", "grant", { id: account.id, roles: [...roles], unit }),
    onSuccess: () => void message.success(t("people.accounts.saved", { name: account.name })),
    onSettled: () => cache.invalidateQueries({ queryKey: ["account"] }),
  });
  const wrongUnit =
    units &&
    unitProblem(
      roles,
      units.find((one) => one.id === unit),
    );
  const saidOfUnit = issueAt(grant.error, "unit") === undefined ? undefined : ("other" as const);
  const unitWord = (isAsked ? wrongUnit : null) ?? saidOfUnit;
  const rolesWrong = issueAt(grant.error, "roles") !== undefined;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!wrongUnit) grant.mutate();
      }}
    >
      <fieldset className="choice roles">
        <legend className="visually-hidden">{t("people.accounts.roles")}</legend>
        {ROLES.map((role) => (
          <label key={role} className={role === "system" ? "first-of-three" : ""}>
            <input
              type="checkbox"
              checked={roles.includes(role)}
              onChange={() => setRoles(toggled(roles, role))}
            />
            <span>
              {t(`desk.role.${role}`)}
              <span className="meta"> {t(`people.accounts.duty.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {roles.some(isAdministrator) && <p className="meta">{t("people.accounts.separate")}</p>}
      <div className="field">
        <label htmlFor={id}>{t("people.accounts.unit")}</label>
        <Select
          id={id}
          className="field-select"
          showSearch={{ optionFilterProp: "label" }}
          allowClear
          placeholder={t("people.accounts.noUnit")}
          value={unit}
          onChange={(chosen: string | undefined) => setUnit(chosen ?? null)}
          options={(units ?? [])
            .filter((one) => one.files || one.kind === "government" || one.kind === "group")
            .map((one) => ({ value: one.id, label: lang === "en" ? one.nameEn : one.name }))}
          aria-describedby={`${id}-note`}
        />
        <FieldNote
          id={`${id}-note`}
          error={unitWord ? t(`people.accounts.unitWrong.${unitWord}`) : undefined}
        />
      </div>
      <FormProblem>
        {rolesWrong
          ? t("people.accounts.rolesWrong")
          : saidOfUnit === undefined
            ? problem(grant.error)
            : undefined}
      </FormProblem>
      <div className="form-buttons">
        <button type="submit" className="control primary" disabled={grant.isPending}>
          {t("people.accounts.save")}
        </button>
        <span className="meta">{t("people.accounts.rightsHint")}</span>
      </div>
    </form>
  );
}

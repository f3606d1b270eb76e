import { useTranslation } from "react-i18next";
import { PASSWORD_PROBLEMS, type PasswordProblem, passwordProblem } from "#domain/people/password.ts";
import { useSession } from "../desk/use-session.ts";
import type { people } from "../words/zh-CN/people.ts";
import { PasswordField } from "./field.tsx";
import { issueAt } from "./problem.ts";

export type NewPassword = { password: string; again: string };
export const NO_PASSWORD: NewPassword = { password: "", again: "" };

type Wrong = { field: "password" | "again"; key: PasswordProblem | "notSame" | "required" };

/** What can be told without the server, which alone knows the passwords that everyone tries. */
export function wrongIn(
  { password, again }: NewPassword,
  policy: "asvs" | "dengbao",
  name: string,
): Wrong | null {
  if (password === "") return { field: "password", key: "required" };
  const problem = passwordProblem(password, { policy, name, isKnown: () => false });
  if (problem !== null) return { field: "password", key: problem };
  return password === again ? null : { field: "again", key: "notSame" };
}

const isProblem = (text: string | undefined): text is PasswordProblem =>
  (PASSWORD_PROBLEMS as readonly string[]).includes(text ?? "");

/**
 * A new password, twice.
 * @param wrong what was found before it was sent, null for nothing
 * @param refused what the server then said
 */
export function NewPasswordFields(props: {
  value: NewPassword;
  onChange: (value: NewPassword) => void;
  wrong: Wrong | null;
  refused: unknown;
  autoFocus?: boolean;
}) {
  const { value, onChange, wrong, refused, autoFocus = false } = props;
  const { t } = useTranslation();
  const policy = useSession().data?.passwordPolicy ?? "asvs";
  const said = issueAt(refused, "password");
  const wordOf = (key: Wrong["key"]) =>
    key === "notSame" || key === "required"
      ? t(`people.problem.${key}`)
      : t(`people.weak.${key satisfies keyof typeof people.weak}`);
  const errorAt = (field: Wrong["field"]) => {
    if (wrong?.field === field) return wordOf(wrong.key);
    if (wrong === null && field === "password" && said !== undefined)
      return isProblem(said) ? wordOf(said) : t("people.problem.input");
    return undefined;
  };
  return (
    <>
      <PasswordField
        label={t("people.newPassword")}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        hint={t(`people.rule.${policy}`)}
        error={errorAt("password")}
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <PasswordField
        label={t("people.newPasswordAgain")}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={errorAt("again")}
        autoComplete="new-password"
      />
    </>
  );
}

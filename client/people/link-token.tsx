import { useTranslation } from "react-i18next";
import { SIGN_IN_PATH, zLinkToken } from "#domain/people/session.ts";

/** The token behind `#` of this page's address, where no log sees it; null for none. */
export function linkToken(): string | null {
  const token = zLinkToken.safeParse(window.location.hash.slice(1));
  return token.success ? token.data : null;
}

/** A link that was copied in part, or that is of no use any more. */
export function NoLink({ isDone = false }: { isDone?: boolean }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="form">
      <p>{t(isDone ? "people.setUpDone" : "people.noToken")}</p>
      <p>
        <a href={SIGN_IN_PATH}>{t("people.toSignIn")}</a>
      </p>
    </div>
  );
}

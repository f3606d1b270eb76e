import { useTranslation } from "react-i18next";
import { useSession } from "../desk/use-session.ts";

/** Sign-ins that are not ours, each a page that leads there and comes back to `to`. */
export function OtherWays({ to, isApart = false }: { to: string; isApart?: boolean }) {
  const { t } = useTranslation();
  const ways = useSession().data?.ways ?? [];
  if (ways.length === 0) return null;
  return (
    <nav className="other-ways" aria-label={t("people.otherWays")}>
      {ways.map(({ kind, name, path }) => (
        <a
          key={kind}
          className="control wide"
          href={`${path}?to=${encodeURIComponent(to)}`}
          {...(isApart ? { target: "_blank", rel: "opener" } : {})}
        >
          {t("people.withWay", { name })}
        </a>
      ))}
    </nav>
  );
}

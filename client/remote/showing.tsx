import { useTranslation } from "react-i18next";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";

type Asked = { told: Told; act: (action: Action) => void };

/** What stands on the wall, and what a hand has put up there, to be taken down again. */
export function Showing({ told, act }: Asked) {
  const { t } = useTranslation();
  const { show, scenes, regions, items, lang } = told;
  const scene = scenes.find(({ id }) => id === show.scene);
  const region = regions.find(({ code }) => code === show.pointed)?.name ?? show.pointed;
  const item = items.find(({ id }) => id === show.item)?.title ?? show.item;
  return (
    <section className="showing" aria-label={t("remote.showing")}>
      <p className="eyebrow">
        <span>{t("remote.showing")}</span>
        <span className="pill" data-held={show.held}>
          {t(show.replaying ? "remote.replaying" : show.held ? "remote.held" : "remote.touring")}
        </span>
      </p>
      <h2 lang={lang}>{scene?.title ?? show.scene}</h2>
      <div className="put-up">
        {region !== null && (
          <PutUp
            kind={t("remote.pointing")}
            what={region}
            name={t("remote.stopPointing", { name: region })}
            onClick={() => act({ do: "point", region: null })}
          />
        )}
        {item !== null && (
          <PutUp
            kind={t("remote.card")}
            what={item}
            name={t("remote.closeCard", { name: item })}
            onClick={() => act({ do: "item", id: null })}
          />
        )}
        {show.month !== null && (
          <PutUp
            kind={t("remote.months")}
            what={show.month}
            name={t("remote.toLatest", { month: show.month })}
            onClick={() => act({ do: "month", month: null })}
          />
        )}
      </div>
    </section>
  );
}

type PutUpProps = { kind: string; what: string; name: string; onClick: () => void };

function PutUp({ kind, what, name, onClick }: PutUpProps) {
  return (
    <button type="button" aria-label={name} onClick={onClick}>
      <small>{kind}</small>
      <span>{what}</span>
      <svg
        aria-hidden="true"
        width={16}
        height={16}
        viewBox="0 0 24 24"
        stroke="currentColor"
        strokeWidth={2}
      >
        <path d="M6 6l12 12M18 6 6 18" />
      </svg>
    </button>
  );
}

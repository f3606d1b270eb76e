import { useTranslation } from "react-i18next";
import type { Proposal } from "#domain/report/proposal.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "../filing/time-words.ts";
import type { Names } from "./use-names.ts";

/** Proposals with where each stands; what waits for somebody first. */
export function ProposalList(props: {
  proposals: readonly Proposal[];
  names: Names;
  titleOf: (proposal: Proposal) => string;
  shown: string | undefined;
  /** Named where proposals of several units may stand here. */
  showsUnit: boolean;
  onShow: (id: string) => void;
}) {
  const { proposals, names, titleOf, shown, showsUnit, onShow } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <ul className="filing-list" aria-label={t("proposals.list")}>
      {proposals.map((proposal) => {
        const { id, kind, state, month, unit } = proposal;
        const facts = [
          t(`proposals.kind.${kind}`),
          monthWords(lang, month),
          showsUnit ? names.unit(unit) : "",
        ];
        return (
          <li key={id}>
            <button
              type="button"
              className="filing-row"
              aria-current={id === shown ? "true" : undefined}
              onClick={() => onShow(id)}
            >
              <span className="filing-row-text">
                <span className="filing-row-title" lang="zh-CN">
                  {titleOf(proposal)}
                </span>
                <span className="meta">
                  <span className={`filing-state ${state}`}>{t(`filing.state.${state}`)}</span>
                  {` · ${facts.filter((fact) => fact !== "").join(" · ")}`}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

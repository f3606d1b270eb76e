import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { zMonth } from "#domain/month.ts";
import { scopesOf } from "#domain/permission.ts";
import type { Proposal } from "#domain/report/proposal.ts";
import { answerTo } from "../desk/call.ts";
import { type Account, useSeat } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { usePageSearch } from "../filing/use-page-search.ts";
import { assignable } from "../months/every-item.ts";
import { Begin } from "./begin.tsx";
import { inTurn } from "./in-turn.ts";
import { ProposalList } from "./proposal-list.tsx";
import { FreshProposal, StandingProposal } from "./proposal-pane.tsx";
import { useNames } from "./use-names.ts";
import "../filing/entry.css";
import "../filing/filing.css";
import "../months/months.css";
import "../people/people.css";
import "./proposals.css";

/** Address of a proposal that is about to be begun, and has no id yet. */
const FRESH = "new";

/** New items and changes of items: a unit proposes, who reviews it decides, and publishing brings it into the ledger. */
export function Page() {
  const { account } = useSeat();
  return account === null ? <Waiting /> : <Proposals account={account} />;
}

function Proposals({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [search, show] = usePageSearch(["proposal", "month", "item"]);
  const list = useQuery(answerTo("proposal", "list", {}));
  const items = useQuery(assignable);
  const { names, failed, again } = useNames();
  if (list.data === undefined || items.data === undefined || names === undefined) {
    if (!list.isError && !items.isError && !failed) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          void list.refetch();
          void items.refetch();
          again();
        }}
      />
    );
  }
  const own = scopesOf("report.write", account).length > 0 ? account.unit : null;
  const decides = scopesOf("report.review", account).length > 0;
  const itemOf = (id: string) => items.data.find((one) => one.id === id);
  const titleOf = ({ item, kind, content }: Pick<Proposal, "item" | "kind" | "content">) =>
    kind === "new"
      ? content.title?.trim() || t("proposals.untitled")
      : (itemOf(item ?? "")?.title ?? item ?? "");
  const chosen = list.data.find(({ id }) => id === search.proposal);
  const month = zMonth.safeParse(search.month).data;
  const about =
    search.proposal === FRESH && own !== null && month !== undefined
      ? { unit: own, month, item: search.item ?? null }
      : null;
  const shared = {
    names,
    account,
    nounOf: (id: string) => itemOf(id)?.noun,
    onHandedIn: ({ id }: Proposal) => {
      void list.refetch();
      show({ proposal: id, month: null, item: null });
    },
    onRemoved: () => {
      void list.refetch();
      close();
    },
  };
  const shows = search.proposal !== undefined;
  const close = () => show({ proposal: null, month: null, item: null });
  return (
    <div className={`filing${shows ? " has-one" : ""}`}>
      <header className="month-head">
        <h1>{t("desk.place.proposals")}</h1>
        <p className="meta">{t("proposals.count", { count: list.data.length })}</p>
        {own !== null && shows && (
          <div className="month-acts">
            <button type="button" className="control" onClick={close}>
              {t("proposals.begin")}
            </button>
          </div>
        )}
      </header>
      <div className="filing-panes">
        {list.data.length === 0 ? (
          <div className="filing-list proposal-none">
            <p>{t("proposals.none")}</p>
            <p className="meta">{t(decides ? "proposals.noneHintReview" : "proposals.noneHint")}</p>
          </div>
        ) : (
          <ProposalList
            proposals={inTurn(list.data, decides)}
            names={names}
            titleOf={titleOf}
            shown={search.proposal}
            showsUnit={decides}
            onShow={(proposal) => show({ proposal, month: null, item: null })}
          />
        )}
        {about !== null ? (
          <div className="filing-one" key={`${about.month} ${about.item}`}>
            <Back onBack={close} />
            <FreshProposal
              {...shared}
              about={about}
              title={
                about.item === null ? t("proposals.untitled") : (itemOf(about.item)?.title ?? about.item)
              }
            />
          </div>
        ) : chosen !== undefined ? (
          <div className="filing-one" key={chosen.id}>
            <Back onBack={close} />
            <StandingProposal {...shared} id={chosen.id} title={titleOf(chosen)} />
          </div>
        ) : own === null ? (
          <p className="filing-blank meta">{list.data.length > 0 && t("proposals.choose")}</p>
        ) : (
          <div className="filing-one proposal-start">
            <Begin onBegin={({ month: of, item }) => show({ proposal: FRESH, month: of, item })} />
          </div>
        )}
      </div>
    </div>
  );
}

function Back({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="link filing-back" onClick={onBack}>
      {t("proposals.back")}
    </button>
  );
}

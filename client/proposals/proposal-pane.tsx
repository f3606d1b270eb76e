import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ItemDetail } from "#domain/query.ts";
import type { Comment } from "#domain/report/exchange.ts";
import { EMPTY_PROPOSAL, type Proposal } from "#domain/report/proposal.ts";
import { isOpen } from "#domain/report/step.ts";
import { type Answer, answerTo, ask } from "../desk/call.ts";
import type { Account } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "../filing/time-words.ts";
import { StepLines } from "../months/step-lines.tsx";
import { newItemOf } from "./content.ts";
import { ProposalForm } from "./proposal-form.tsx";
import { ProposalRead } from "./proposal-read.tsx";
import { type Names, withPlacesOf } from "./use-names.ts";
import type { About } from "./use-proposal.ts";

type Shared = {
  names: Names;
  account: Account;
  onHandedIn: (proposal: Proposal) => void;
  onRemoved: () => void;
};

/** An item as the ledger has it, whichever noun it is. */
const detailOf = (noun: "project" | "policy", id: string, signal: AbortSignal): Promise<ItemDetail> =>
  ask(noun, "get", { id }, signal);

function useDetail(id: string | null, noun: "project" | "policy" | undefined) {
  return useQuery({
    queryKey: ["item", id, noun],
    queryFn: ({ signal }) => (id === null || noun === undefined ? null : detailOf(noun, id, signal)),
    enabled: id === null || noun !== undefined,
  });
}

/** A proposal that stands: its form for who writes it, and for all others what it says. Keyed by its id. */
export function StandingProposal(props: Shared & { id: string; title: string; nounOf: NounOf }) {
  const { id, title, nounOf, account, onHandedIn, onRemoved } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const read = useQuery(answerTo("proposal", "get", { id }));
  const about = read.data?.proposal;
  const item = useDetail(about?.item ?? null, about?.item ? nounOf(about.item) : undefined);
  if (read.data === undefined || item.data === undefined) {
    if (!read.isError && !item.isError) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          void read.refetch();
          void item.refetch();
        }}
      />
    );
  }
  const { proposal, steps } = read.data;
  const mayWrite = account.unit === proposal.unit && account.roles.includes("reporter");
  // A new item that is published has its id, and no "as it is" to stand beside.
  const beside = proposal.kind === "new" ? null : item.data;
  const names = withPlacesOf(props.names, beside, lang);
  return (
    <Frame title={title} proposal={proposal} names={names}>
      {isOpen(proposal.state) && mayWrite ? (
        <ProposalForm
          key={proposal.id}
          proposal={proposal}
          about={proposal.kind === "new" ? { ...proposal, item: null } : proposal}
          start={EMPTY_PROPOSAL}
          item={beside}
          comments={proposal.state === "returned" ? lastSaid(steps) : []}
          names={names}
          account={account.id}
          onHandedIn={onHandedIn}
          onRemoved={onRemoved}
        />
      ) : (
        <ProposalRead
          key={`${proposal.id} ${proposal.edition}`}
          proposal={proposal}
          item={beside}
          names={names}
        />
      )}
      <details className="way">
        <summary>{t("months.review.history")}</summary>
        <StepLines steps={steps} />
      </details>
    </Frame>
  );
}

export type NounOf = (item: string) => "project" | "policy" | undefined;

const lastSaid = (steps: Answer<"proposal", "get">["steps"]): Comment[] =>
  steps.findLast(({ step }) => step === "return")?.comments ?? [];

/** A proposal that nobody has begun yet. Keyed by what it is about. */
export function FreshProposal(props: Shared & { about: About; title: string; nounOf: NounOf }) {
  const { about, title, nounOf, account, onHandedIn, onRemoved } = props;
  const { lang } = useDeskLook();
  const item = useDetail(about.item, about.item === null ? undefined : nounOf(about.item));
  const start = useMemo(
    () => (about.item === null ? newItemOf(about.unit) : EMPTY_PROPOSAL),
    [about.item, about.unit],
  );
  if (item.data === undefined)
    return item.isError ? <Failed onRetry={() => void item.refetch()} /> : <Waiting />;
  const names = withPlacesOf(props.names, item.data, lang);
  return (
    <Frame title={title} proposal={{ ...about, kind: about.item === null ? "new" : "change" }} names={names}>
      <ProposalForm
        proposal={null}
        about={about}
        start={start}
        item={item.data}
        comments={[]}
        names={names}
        account={account.id}
        onHandedIn={onHandedIn}
        onRemoved={onRemoved}
      />
    </Frame>
  );
}

function Frame(props: {
  title: string;
  proposal: Pick<Proposal, "unit" | "month" | "kind" | "item"> & { state?: Proposal["state"] };
  names: Names;
  children: ReactNode;
}) {
  const { title, proposal, names, children } = props;
  const { unit, month, kind, state, item } = proposal;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const facts = [
    t(`proposals.kind.${kind}`),
    item ?? "",
    names.unit(unit),
    monthWords(lang, month),
    state === undefined ? "" : t(`filing.state.${state}`),
  ];
  return (
    <article className="report-read report-form">
      <header>
        <h2 lang="zh-CN">{title}</h2>
        <p className="meta">{facts.filter((fact) => fact !== "").join(" · ")}</p>
      </header>
      {children}
    </article>
  );
}

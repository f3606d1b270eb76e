import { App } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ItemDetail } from "#domain/query.ts";
import type { Comment } from "#domain/report/exchange.ts";
import { type Proposal, type ProposalContent, proposalIssues } from "#domain/report/proposal.ts";
import { MOST_TEXT } from "#domain/report/report.ts";
import { ask, CallError, tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { SaveWord } from "../filing/save-word.tsx";
import { momentWords } from "../filing/time-words.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { asItIs, type Fault, faultsIn, fieldsOf, type MasterField } from "./content.ts";
import { fieldWords } from "./field-words.ts";
import { FigureFields } from "./figure-fields.tsx";
import { Labelled, ProposalFormProvider, useProposalForm } from "./form-context.tsx";
import { GeometryFields } from "./geometry-fields.tsx";
import { RegionsField, SectorField, StageField, TitleField, TypeField } from "./simple-fields.tsx";
import { UnitFields } from "./unit-fields.tsx";
import type { Names } from "./use-names.ts";
import { type About, useProposal } from "./use-proposal.ts";

const CONTROLS: Record<MasterField, () => ReactNode> = {
  title: TitleField,
  type: TypeField,
  stage: StageField,
  sector: SectorField,
  regions: RegionsField,
  units: UnitFields,
  geometry: GeometryFields,
  figures: FigureFields,
};

/** Of one control each: of a new item they stand close together. */
const SIMPLE: readonly MasterField[] = ["title", "type", "stage", "sector", "regions"];

/** A new item, or what is to change of one: typed, kept and handed in. Keyed by the proposal. */
export function ProposalForm(props: {
  proposal: Proposal | null;
  about: About;
  /** What it starts with where nobody has begun it. */
  start: ProposalContent;
  /** The item as the ledger has it; null for a new one. */
  item: ItemDetail | null;
  /** Of its last return. */
  comments: readonly Comment[];
  names: Names;
  account: string;
  onHandedIn: (proposal: Proposal) => void;
  onRemoved: () => void;
}) {
  const { proposal, about, start, item, comments, names, account, onHandedIn, onRemoved } = props;
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const refusal = useRefusal();
  const form = useRef<HTMLDivElement>(null);
  const { keeper, keeping, proposalId } = useProposal(proposal, start, about, account);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const [isBusy, setBusy] = useState(false);
  const { content, standing } = keeping;
  const kind = about.item === null ? "new" : "change";
  const found = faultsIn(proposalIssues(content, item, names.known), content);
  const faults = isTried ? [...found, ...refused] : [];
  const whole = faults.filter(({ path }) => path.length === 0);
  const set = (change: Partial<ProposalContent>) => {
    setRefused([]);
    keeper.type({ ...keeper.look().content, ...change });
  };
  const save = () => void keeper.flush({ evenUntouched: true });
  const handIn = async () => {
    setTried(true);
    if (found.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setBusy(true);
    try {
      const base = await keeper.flush({ evenUntouched: true });
      const id = proposalId();
      if (base === null || id === null) return;
      const after = await tell("proposal", "submit", { id, edition: base.edition });
      void message.success(t("filing.step.submitted"));
      onHandedIn(after);
    } catch (error) {
      const issues = error instanceof CallError ? (error.refusal.issues ?? []) : [];
      if (issues.length === 0) refusal(error);
      else setRefused(faultsIn(issues, content));
    } finally {
      setBusy(false);
    }
  };
  const remove = async () => {
    const base = await keeper.giveUp();
    const id = proposalId();
    try {
      if (id !== null) await tell("proposal", "remove", { id, edition: base.edition });
    } catch (error) {
      refusal(error);
      keeper.start();
      return;
    }
    keeper.forget();
    void message.success(t("proposals.remove.done"));
    onRemoved();
  };
  const askRemove = () =>
    void modal.confirm({
      title: t("proposals.remove.title"),
      content: t("proposals.remove.content"),
      okText: t("proposals.remove.confirm"),
      okButtonProps: { danger: true },
      cancelText: t("filing.cancel"),
      onOk: remove,
    });
  return (
    <ProposalFormProvider value={{ kind, content, names, faults, comments, set }}>
      <div className="proposal-form" ref={form}>
        <Comments comments={comments} field={null} />
        {standing.is === "conflict" && (
          <Overtaken
            by={standing.by}
            at={standing.at}
            onSettle={async (takesTheirs) => {
              const id = proposalId();
              if (id === null) return;
              const theirs = (await ask("proposal", "get", { id })).proposal;
              const base = { content: theirs.content, edition: theirs.edition };
              keeper.settle(base, takesTheirs ? theirs.content : keeper.look().content);
            }}
          />
        )}
        <Labelled path={["why"]} label={t("proposals.why")} hint={t("proposals.hint.why")}>
          {(control) => (
            <textarea
              {...control}
              className="entry"
              lang="zh-CN"
              rows={3}
              maxLength={MOST_TEXT}
              value={content.why}
              onChange={({ target }) => set({ why: target.value })}
            />
          )}
        </Labelled>
        {item === null && (
          <div className="report-fields proposal-simple">
            {SIMPLE.map((field) => {
              const Control = CONTROLS[field];
              return (
                <div key={field} className={field === "title" || field === "regions" ? "wide" : undefined}>
                  <Control />
                  <FieldComments field={field} />
                </div>
              );
            })}
          </div>
        )}
        {fieldsOf(kind)
          .filter((field) => item !== null || !SIMPLE.includes(field))
          .map((field) => (
            <Section key={field} field={field} item={item} content={content} names={names} set={set} />
          ))}
        {whole.map(({ kind: fault }) => (
          <p key={fault} className="field-fault" role="alert">
            {t(`proposals.fault.${fault}`)}
          </p>
        ))}
        <footer className="report-bar">
          <SaveWord standing={standing} onRetry={save} />
          <div className="report-steps">
            {(proposal !== null || standing.is !== "untouched") && (
              <button type="button" className="control" disabled={isBusy} onClick={askRemove}>
                {t("proposals.remove.act")}
              </button>
            )}
            <button type="button" className="control primary" disabled={isBusy} onClick={() => void handIn()}>
              {t(proposal?.state === "returned" ? "filing.step.submitAgain" : "filing.step.submit")}
            </button>
          </div>
        </footer>
      </div>
    </ProposalFormProvider>
  );
}

/** One field; of an item that is changed it stays as it is until one chooses to change it. */
function Section(props: {
  field: MasterField;
  item: ItemDetail | null;
  content: ProposalContent;
  names: Names;
  set: (change: Partial<ProposalContent>) => void;
}) {
  const { field, item, content, names, set } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const Control = CONTROLS[field];
  const title = t(`proposals.field.${field}`);
  const isChanged = content[field] !== null;
  const isLine = field === "geometry" && item !== null && item.geometry.corridors.length > 0;
  return (
    <section className="report-section" aria-label={title}>
      <div className="proposal-head">
        <h3>{title}</h3>
        {item !== null && !isLine && (
          <button
            type="button"
            className="link"
            aria-pressed={isChanged}
            onClick={() => set(isChanged ? { [field]: null } : asItIs(item, field))}
          >
            {t(isChanged ? "proposals.leave" : "proposals.change")}
            <span className="visually-hidden">{title}</span>
          </button>
        )}
      </div>
      {item !== null && (
        <p className="proposal-now">
          <span className="meta">{t("proposals.now")}</span>
          <span lang={field === "title" || field === "figures" ? "zh-CN" : undefined}>
            {fieldWords({ t, lang, names }, field, asItIs(item, field)) || "—"}
          </span>
        </p>
      )}
      {isLine && <p className="meta">{t("proposals.hint.line")}</p>}
      {(item === null || isChanged) && <Control />}
      <FieldComments field={field} />
    </section>
  );
}

function FieldComments({ field }: { field: MasterField }) {
  const { comments } = useProposalForm();
  return <Comments comments={comments} field={field} />;
}

/** What a reviewer said at a field, or of the whole. */
function Comments({ comments, field }: { comments: readonly Comment[]; field: string | null }) {
  const { t } = useTranslation();
  return comments
    .filter(({ path }) => (path[0] ?? null) === field)
    .map(({ words }) => (
      <p key={words} className="field-comment whole">
        {t("filing.reviewerSays", { words })}
      </p>
    ));
}

function Overtaken(props: { by: string; at: string; onSettle: (takesTheirs: boolean) => Promise<void> }) {
  const { by, at, onSettle } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const refusal = useRefusal();
  return (
    <section className="conflict" role="alert">
      <h3>{t("proposals.conflict.title", { who: by, time: momentWords(lang, at) })}</h3>
      <p>{t("proposals.conflict.lead")}</p>
      <div className="report-steps">
        {(["mine", "theirs"] as const).map((side) => (
          <button
            key={side}
            type="button"
            className="control"
            onClick={() => void onSettle(side === "theirs").catch(refusal)}
          >
            {t(`proposals.conflict.${side}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { STAGE_WORDS } from "#domain/look/words.ts";
import { BOARD_COLUMNS, type BoardProject, columnOf, monthsIn, type Spell } from "#domain/work/board.ts";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { answerTo } from "../../desk/call.ts";
import { Failed, Waiting } from "../../desk/states.tsx";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { askedFor } from "../asked-for.ts";
import type { ViewOf } from "../face.ts";
import { ItemLink } from "../links.tsx";
import { SlipMark } from "../slip-mark.tsx";
import { ClockWords } from "./clock-words.tsx";

type Approval = WorkEntry<"approval">;

/** Those whose clock runs, by what is left of it; then those that stand still, or have no limit. */
const rank = ({ brief: { clock } }: Approval): number =>
  clock === null || clock.is !== "running" || clock.left === null ? Number.POSITIVE_INFINITY : clock.left;

const isOpen = ({ state }: Approval): boolean => ["planned", "accepted", "stopped"].includes(state);

/** 项目储备 → 前期 → 审批 → 开工: every project by where it stands, since when, and what is in its way. */
export function ApprovalBoard({ rows, names, search, show }: ViewOf<"approval">) {
  const { t } = useTranslation();
  const board = useQuery(answerTo("board", "projects", undefined));
  if (board.data === undefined)
    return board.isError ? <Failed onRetry={() => void board.refetch()} /> : <Waiting />;
  const { projects, month, total } = board.data;
  const open = rows.filter(isOpen).toSorted((a, b) => rank(a) - rank(b));
  const placed = projects.map((project) => {
    const own = open.filter(({ brief }) => brief.item === project.id);
    return {
      project,
      own,
      column: columnOf(
        project.stage,
        own.some(({ state }) => state !== "planned"),
      ),
    };
  });
  const pressing = open.filter(({ slip }) => slip !== null);
  const toApproval = (id: string) => show({ view: null, approval: id });
  return (
    <div className="work-board-page">
      <p className="meta work-facts">
        <span>{t("work.board.of", { shown: projects.length, total, month: month ?? "" })}</span>
        <a className="link" href={`/export/approvals.xlsx${askedFor(search)}`} download>
          {t("work.matrix.xlsx")}
        </a>
      </p>
      {pressing.length > 0 && (
        <section aria-labelledby="board-pressing">
          <h2 id="board-pressing">{t("work.board.pressing")}</h2>
          <ul className="work-parts">
            {pressing.map((row) => (
              <li key={row.id} className="work-facts">
                <ApprovalLine row={row} onOpen={toApproval} />
                {row.brief.item !== null && <span lang="zh-CN">{names.item(row.brief.item)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {/* Wider than a narrow page: it scrolls by keys too. */}
      <section className="work-board" aria-label={t("work.view.board")} tabIndex={-1}>
        {BOARD_COLUMNS.map((column) => {
          const here = placed.filter((one) => one.column === column);
          return (
            <section key={column} aria-labelledby={`board-${column}`}>
              <h2 id={`board-${column}`}>
                {t(`work.board.column.${column}`)} <span className="meta">{here.length}</span>
              </h2>
              <ul>
                {here.map(({ project, own }) => (
                  <li key={project.id}>
                    <ItemLink id={project.id} title={project.title} />
                    <Spells project={project} month={month} />
                    {own.map((row) => (
                      <p key={row.id} className="meta work-facts">
                        <ApprovalLine row={row} onOpen={toApproval} />
                      </p>
                    ))}
                    {project.problem !== null && (
                      <p className="meta">
                        {t("work.board.problem", { month: project.problem.month })}{" "}
                        <span lang="zh-CN">{project.problem.words}</span> {names.unit(project.problem.actor)}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </section>
    </div>
  );
}

function ApprovalLine({ row, onOpen }: { row: Approval; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <button type="button" className="link" onClick={() => onOpen(row.id)}>
        {row.number} {t(`work.approvalKind.${row.brief.kind}`)}
      </button>
      <span>{t(`work.state.approval.${row.state}`)}</span>
      <ClockWords clock={row.brief.clock} />
      {row.slip !== null && <SlipMark slip={row.slip} words={t(`work.clockSlip.${row.slip as "red"}`)} />}
    </>
  );
}

/** How long in each stage; 不详 where the ledger does not know since when. */
function Spells({ project, month }: { project: BoardProject; month: string | null }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const lasted = (spell: Spell) => {
    const months = month === null ? null : monthsIn(spell, month);
    return months === null ? t("work.board.unknown") : t("work.board.months", { count: months });
  };
  return (
    <ol className="meta work-spells">
      {project.spells.map((spell) => (
        <li key={spell.from ?? ""}>
          {STAGE_WORDS[spell.stage][lang]} {lasted(spell)}
        </li>
      ))}
    </ol>
  );
}

import type { MeetingContent } from "#domain/work/meeting.ts";
import type { Account } from "../desk/seat.ts";
import { meetingFaults } from "./meeting-faults.ts";
import { MeetingFields } from "./meeting-fields.tsx";
import { MeetingRead } from "./meeting-read.tsx";
import { StepButtons } from "./step-buttons.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { WorkForm } from "./work-form.tsx";
import { WorkPane } from "./work-pane.tsx";

const EMPTY: MeetingContent = {
  title: "",
  kind: "joint",
  lead: null,
  attendees: [],
  heldOn: null,
  place: "",
  agenda: [],
  minutes: "",
  decisions: [],
};

/** One meeting, keyed by its id. */
export function MeetingPane(props: {
  id: string;
  isNew: boolean;
  account: Account;
  names: WorkNames;
  /** The server has it since now. */
  onBegun: () => void;
  onTask: (id: string) => void;
}) {
  const { id, isNew, account, names, onBegun, onTask } = props;
  return (
    <WorkPane noun="meeting" id={id} isNew={isNew}>
      {(read) => {
        const step = read?.work.state === "held" ? "conclude" : "hold";
        return (
          <>
            {read === null || read.may.includes("save") ? (
              <WorkForm
                key={step}
                noun="meeting"
                id={id}
                work={read?.work ?? null}
                start={EMPTY}
                account={account.id}
                step={step}
                faultsOf={(content) => meetingFaults(content, step === "hold" ? "held" : "concluded", names)}
                onBegun={onBegun}
                onTaken={() => {}}
              >
                {(content, faults, put) => (
                  <MeetingFields content={content} names={names} faults={faults} onChange={put} />
                )}
              </WorkForm>
            ) : (
              <MeetingRead read={read} names={names} onTask={onTask} />
            )}
            {read !== null && (
              <StepButtons
                noun="meeting"
                work={read.work}
                may={read.may}
                without={["save", "hold", "conclude"]}
              />
            )}
          </>
        );
      }}
    </WorkPane>
  );
}

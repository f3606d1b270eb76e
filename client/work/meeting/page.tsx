import type { Face } from "../face.ts";
import { WorkPage } from "../work-page.tsx";
import { MeetingFields } from "./fields.tsx";
import { MeetingRead } from "./read.tsx";

const FACE: Face<"meeting"> = {
  noun: "meeting",
  empty: {
    title: "",
    kind: "joint",
    lead: null,
    attendees: [],
    heldOn: null,
    place: "",
    agenda: [],
    minutes: "",
    decisions: [],
  },
  ends: { draft: "hold", held: "conclude" },
  faults: {
    title: "title",
    lead: "meetingLead",
    heldOn: "heldOn",
    minutes: "minutes",
    decisions: "decision",
  },
  filters: ["state", "unit", "text", "month"],
  Fields: MeetingFields,
  Read: MeetingRead,
  Facts: ({ row, names }) => row.lead !== null && <span>{names.unit(row.lead)}</span>,
};

/** 厅际联席会议 and 领导小组会议: what was decided becomes tasks. */
export function Page() {
  return <WorkPage face={FACE} />;
}

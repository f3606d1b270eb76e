import type { ReportContent, ReportDraft } from "#domain/report/report.ts";

type Lists = { milestones: readonly { name: string }[] };

/**
 * Which of last month's milestones each of a draft's is: the one of the same name, else the one that stood in its
 * place and has no namesake now, which was renamed. Null is one that is new.
 */
export function milestonesBefore(draft: Lists, previous: Lists): (number | null)[] {
  const [now, then] = [draft.milestones, previous.milestones].map((list) =>
    list.map(({ name }) => name.trim()),
  );
  const taken = new Set<number>();
  const take = (place: number): number | null => {
    if (place < 0 || taken.has(place)) return null;
    taken.add(place);
    return place;
  };
  const same = (now ?? []).map((name) =>
    take((then ?? []).findIndex((one, at) => one === name && !taken.has(at))),
  );
  return same.map((found, place) => (found !== null || place >= (then ?? []).length ? found : take(place)));
}

/** Last month's milestones of which none is left. */
export function milestonesGone(draft: ReportDraft, previous: ReportContent): ReportContent["milestones"] {
  const kept = new Set(milestonesBefore(draft, previous));
  return previous.milestones.filter((_, place) => !kept.has(place));
}

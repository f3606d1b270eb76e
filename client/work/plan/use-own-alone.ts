import { scopesOf } from "#domain/permission.ts";
import { saveRight } from "#domain/work/work.ts";
import { useSeat } from "../../desk/seat.ts";

/** The unit that who sits here may draw up plans for, where it is not every one; else null. */
export function useOwnAlone(): string | null {
  const { account } = useSeat();
  return account === null || scopesOf(saveRight("plan"), account).includes("all") ? null : account.unit;
}

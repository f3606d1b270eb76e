import { type Action, scopesOf } from "#domain/permission.ts";
import { useSeat } from "./seat.ts";

/** True where who sits here may do this to anything at all; the server is asked again. */
export function useMay(action: Action): boolean {
  const { account } = useSeat();
  return account !== null && scopesOf(action, account).length > 0;
}

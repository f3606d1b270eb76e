import { beforeEach, expect, test } from "vitest";
import {
  type Account,
  EMPTY,
  heardOf,
  leaveSeat,
  nextSeat,
  seatedAgain,
  seatNow,
} from "../../../client/desk/seat.ts";

const anAccount = (id: string): Account => ({
  id,
  name: id,
  roles: ["reporter"],
  unit: "league-150600",
  hasPassword: true,
  hasSecondFactor: false,
});
const anna = { account: anAccount("anna"), signedIn: true };
const boris = { account: anAccount("boris"), signedIn: true };
const nobody = { account: null, signedIn: false };

beforeEach(leaveSeat);

test("who is not wholly signed in sits nowhere", () => {
  expect(nextSeat(EMPTY, nobody)).toEqual(EMPTY);
  expect(nextSeat(EMPTY, { ...anna, signedIn: false })).toEqual(EMPTY);
});

test("a session that ends leaves its owner's page standing, until he or another signs in", () => {
  const seated = nextSeat(EMPTY, anna);
  const lapsed = nextSeat(seated, nobody);
  expect(lapsed).toEqual({ account: anna.account, lapsed: true });
  expect(nextSeat(lapsed, { ...anna, signedIn: false })).toEqual(lapsed);
  expect(nextSeat(lapsed, anna)).toEqual(seated);
  expect(nextSeat(lapsed, boris)).toEqual({ account: boris.account, lapsed: false });
});

test("what waits for the seat goes on when the same account is back, and not for another or for nobody", async () => {
  const lapse = () => {
    leaveSeat();
    heardOf(anna);
    heardOf(nobody);
    return seatedAgain();
  };
  const back = lapse();
  heardOf(anna);
  expect(await back).toBe(true);
  const other = lapse();
  heardOf(boris);
  expect(await other).toBe(false);
  const gone = lapse();
  leaveSeat();
  expect(await gone).toBe(false);
  expect(seatNow()).toEqual(EMPTY);
});

import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf, type Served, serve, unknownErrors } from "../serve.ts";
import { dataOf, HttpVisitor } from "./people-http.ts";

const served: { asvs?: Served; dengbao?: Served } = {};
beforeAll(async () => {
  served.asvs = await serve();
  served.dengbao = await serve({ PASSWORD_POLICY: "dengbao" });
}, 60_000);
afterAll(async () => {
  for (const one of Object.values(served)) {
    await one.stop();
    expect(unknownErrors(one)).toEqual([]);
  }
});

/** What the first account's password is answered with, over HTTP, by a server of that policy. */
async function chosen(policy: keyof typeof served, password: string): Promise<string> {
  const house = served[policy];
  if (house === undefined) throw new Error("it serves by now");
  const token = house.setup?.split("#")[1] ?? "";
  const answer = await new HttpVisitor(house).mutate("setup.finish", { token, name: "管理员", password });
  return answer.status === 200 ? "taken" : JSON.stringify(refusalOf(answer));
}

test("PASSWORD_POLICY=dengbao asks for three kinds of characters, whatever the length, and the default does not", async () => {
  for (const two of [
    "golden steppe lake",
    "goldensteppe72",
    "GOLDENSTEPPE72",
    "goldenSTEPPElake",
    "草原湖泊大青山脚下7",
  ]) {
    const refusal = await chosen("dengbao", two);
    expect(refusal, two).toContain("few-kinds");
    expect(refusal).toContain('"password"');
  }
  expect(await chosen("dengbao", "Gold7")).toContain("too-short");
  expect(await chosen("asvs", "goldensteppe")).toBe("taken");
  expect(await chosen("dengbao", "golden-Steppe72")).toBe("taken");
});

test("the owner's next password is held to it too", async () => {
  const house = served.dengbao;
  if (house === undefined) throw new Error("it serves by now");
  const owner = new HttpVisitor(house);
  dataOf(await owner.mutate("session.signIn", { name: "管理员", password: "golden-Steppe72" }));
  const { secret } = dataOf<{ secret: string }>(await owner.mutate("session.enrol", {}));
  dataOf(await owner.mutate("session.confirmEnrol", { code: new TOTP({ secret }).generate() }));
  const change = (password: string) =>
    owner.mutate("session.changePassword", { current: "golden-Steppe72", password });
  expect(refusalOf(await change("goldensteppe99"))).toMatchObject({ status: 400, paths: ["password"] });
  dataOf(await change("Another-steppe9"));
});

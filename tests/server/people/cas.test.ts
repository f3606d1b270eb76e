import { expect, test } from "vitest";
import { userIn } from "#server/people/cas.ts";
import { ProviderError } from "#server/people/people.ts";

const answer = (inside: string, uri = "http://www.yale.edu/tp/cas") =>
  `<cas:serviceResponse xmlns:cas="${uri}">${inside}</cas:serviceResponse>`;
const success = (user: string) =>
  answer(
    `<cas:authenticationSuccess>${user}<cas:attributes><cas:user>boss</cas:user></cas:attributes></cas:authenticationSuccess>`,
  );

test("the user of a success is who came, whatever else its attributes say", () => {
  expect(userIn(success("<cas:user> 王小明 </cas:user>"))).toBe("王小明");
  expect(userIn(success("<cas:user><![CDATA[a&b]]></cas:user>"))).toBe("a&b");
  expect(userIn(success("<cas:user>a&amp;<!-- x -->b</cas:user>"))).toBe("a&b");
});

test.each([
  ["a failure", answer('<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>')],
  [
    "a failure beside a success",
    answer(
      "<cas:authenticationFailure/><cas:authenticationSuccess><cas:user>a</cas:user></cas:authenticationSuccess>",
    ),
  ],
  ["two users", success("<cas:user>a</cas:user><cas:user>b</cas:user>")],
  ["no user", success("")],
  ["an empty user", success("<cas:user> </cas:user>")],
  ["a user of another namespace", success('<user xmlns="">a</user>')],
  [
    "another namespace altogether",
    answer(
      "<cas:authenticationSuccess><cas:user>a</cas:user></cas:authenticationSuccess>",
      "http://evil.test",
    ),
  ],
  ["a user elsewhere", answer("<cas:user>a</cas:user>")],
  ["a document type", `<!DOCTYPE x [<!ENTITY e "admin">]>${success("<cas:user>&e;</cas:user>")}`],
  ["an unknown entity", success("<cas:user>&e;</cas:user>")],
  ["what is cut short", success("<cas:user>a</cas:user>").slice(0, -10)],
  ["no XML", "yes\nadmin\n"],
  ["nothing", ""],
  ["a very long user", success(`<cas:user>${"a".repeat(256)}</cas:user>`)],
])("%s vouches for nobody", (_what, xml) => {
  expect(() => userIn(xml)).toThrow(ProviderError);
});

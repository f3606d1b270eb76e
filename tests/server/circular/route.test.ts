import { afterAll, beforeAll, expect, test } from "vitest";
import { unzip } from "../export/read-xlsx.ts";
import { ask, refusalOf, type Served, serve, unknownErrors } from "../serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const url = (query: string) => `${served.url}/export/circular.docx${query}`;
const post = (query: string, body: Buffer, type = "image/png") =>
  ask(url(query), {
    method: "POST",
    headers: { "Content-Type": type, "Content-Length": String(body.length), Origin: served.url },
    body,
  });

test("a circular is a Word document named for its quarter and regions", async () => {
  const answer = await ask(url("?period=2012Q3&regions=152200"));
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toContain("wordprocessingml.document");
  expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain(
    "季度通报-兴安盟2012年第三季度-草稿.docx",
  );
  const parts = await unzip(answer.body);
  expect(parts.get("word/document.xml")).toContain("兴安盟整体被纳入国家集中连片特殊困难地区");
});

test("a half-year is summed up for the Party committee and the government, from the same ledger", async () => {
  const answer = await ask(url("?period=2012H2"));
  expect(answer.status).toBe(200);
  expect(decodeURIComponent(String(answer.headers["content-disposition"]))).toContain(
    "半年汇总-2012年下半年-草稿.docx",
  );
  const text = ((await unzip(answer.body)).get("word/document.xml") ?? "").replace(/<[^>]+>/g, "");
  expect(text).toContain("进展情况的汇总报告自治区党委、自治区人民政府：");
  expect(text).toContain("现将2012年下半年贯彻落实《意见》进展情况汇总报告如下");
  expect(text).toContain("兴安盟整体被纳入国家集中连片特殊困难地区");
});

test.each([
  ["no such half-year", "?period=2012H3", 400],
  ["no quarter", "", 400],
  ["no such quarter", "?period=2012Q7", 400],
  ["a code of elsewhere", "?period=2012Q3&regions=110000", 400],
  ["a region that no data set has", "?period=2012Q3&regions=159999", 400],
])("%s is refused in words", async (_what, query, status) => {
  const refusal = refusalOf(await ask(url(query)));
  expect(refusal).toMatchObject({ status, code: "BAD_REQUEST" });
  expect(refusal.message.length).toBeGreaterThan(5);
});

test("a map that is no PNG is refused, and one that is too large", async () => {
  expect(refusalOf(await post("?period=2012Q3", Buffer.from("GIF89a")))).toMatchObject({
    code: "BAD_REQUEST",
  });
  expect(refusalOf(await post("?period=2012Q3", Buffer.from("{}"), "application/json"))).toMatchObject({
    code: "BAD_REQUEST",
  });
  expect(refusalOf(await post("?period=2012Q3", Buffer.alloc(25 * 1024 * 1024)))).toMatchObject({
    code: "PAYLOAD_TOO_LARGE",
  });
});

test("a hundred at once are made one after the other or refused, and none breaks", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => ask(url("?period=2012Q3&regions=150600"))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(21);
});

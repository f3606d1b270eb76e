import { renderToStaticMarkup } from "react-dom/server";
import { encode } from "uqr";
import { beforeAll, expect, test } from "vitest";
import { Pairing } from "../../../client/wall/pairing.tsx";
import { qrPath } from "../../../client/wall/qr.tsx";
import type { LinkState } from "../../../client/wall/remote-link.ts";
import { startOwnWords } from "../../../client/words/start-own-words.ts";
import { remote } from "../../../client/words/zh-CN/remote.ts";

const ADDRESS = "http://wall.test:8080/wall/remote?code=012345";

beforeAll(async () => {
  await startOwnWords("zh-CN", { "zh-CN": { remote }, en: async () => ({}) });
});

const drawn = (state: LinkState): string =>
  renderToStaticMarkup(<Pairing state={state} onOpen={() => {}} onEnd={() => {}} onHide={() => {}} />);

test("while it waits, the panel says the code, the address without it, and how long it lasts", () => {
  const html = drawn({ kind: "waiting", code: "012345", address: ADDRESS, expiresAt: Date.now() + 299_000 });
  expect(html).toContain("<strong>012345</strong>");
  expect(html).toContain("wall.test:8080/wall/remote，");
  expect(html).toContain(remote.codeLasts.replace("{{time}}", "4:59"));
  expect(html).toContain(`aria-label="${remote.qr}"`);
});

test("paired, it can be ended or handed on; without a code it says why; closed, it is not there", () => {
  const paired = drawn({ kind: "paired", until: Date.now() + 600_000 });
  for (const word of [remote.paired, remote.end, remote.another, "10:00"]) expect(paired).toContain(word);
  expect(drawn({ kind: "closed", failed: "offline" })).toContain(remote.noServer);
  expect(drawn({ kind: "closed", failed: "busy" })).toContain(remote.allInUse);
  expect(drawn({ kind: "closed", failed: null })).toBe("");
});

test("the QR code is drawn dark module by dark module, with four of white around", () => {
  const html = drawn({ kind: "waiting", code: "012345", address: ADDRESS, expiresAt: Date.now() });
  const { data, size } = encode(ADDRESS, { ecc: "M", border: 0 });
  expect(html).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`);
  expect(html).toContain('transform="translate(4 4)"');
  const dark = [...qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)].flatMap(([, x, y, width]) =>
    Array.from({ length: Number(width) }, (_, n) => `${Number(x) + n} ${y}`),
  );
  const expected = data.flatMap((row, y) => row.flatMap((one, x) => (one ? [`${x} ${y}`] : [])));
  expect(dark.sort()).toEqual(expected.sort());
});

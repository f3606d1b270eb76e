import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { withDensity } from "../../../client/brief/png.ts";

const chunk = (type: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, tail]);
};
const HEADER = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
const aPng = (...between: Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", HEADER),
    ...between,
    chunk("IDAT", deflateSync(Buffer.from([0, 1, 2, 3]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
const density = (perMetre: number) => {
  const data = Buffer.alloc(9);
  data.writeUInt32BE(perMetre);
  data.writeUInt32BE(perMetre, 4);
  data[8] = 1;
  return chunk("pHYs", data);
};

test("a picture gets its density right after its head, with the checksum that Node's zlib makes", () => {
  expect(Buffer.from(withDensity(aPng(), 300))).toEqual(aPng(density(11811)));
});

test("an earlier density goes", () => {
  expect(Buffer.from(withDensity(aPng(density(2835)), 150))).toEqual(aPng(density(5906)));
});

test("what is no PNG is refused", () => {
  expect(() => withDensity(Buffer.from("JFIF and more than twelve bytes of it"), 300)).toThrow(RangeError);
});

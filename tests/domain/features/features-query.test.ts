import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInputError } from "#domain/error.ts";
import {
  DEFAULT_LIMIT,
  MOST_FEATURES,
  PARAMETERS,
  parseDocumentQuery,
  parseFeaturesQuery,
} from "#domain/features/features-query.ts";

const EVERYTHING = {
  lang: "zh-CN",
  limit: DEFAULT_LIMIT,
  boxes: null,
  time: { from: null, to: null },
  after: null,
};

test("nothing asked is everything, from the first", () => {
  expect(parseFeaturesQuery("")).toEqual(EVERYTHING);
  expect(parseFeaturesQuery("?f=json")).toEqual(EVERYTHING);
  expect(parseDocumentQuery("?lang=en")).toEqual({ lang: "en" });
});

test.each([
  ["limit=5", { limit: 5 }],
  ["limit=99999", { limit: MOST_FEATURES }],
  ["bbox=119,47,125.5,50", { boxes: [[119, 47, 125.5, 50]] }],
  ["bbox=0,1e-05,121.900000000000006,47.0799999999999983", { boxes: [[0, 0.00001, 121.9, 47.08]] }],
  ["bbox=119,47,0,125.5,50,8000", { boxes: [[119, 47, 125.5, 50]] }],
  [
    "bbox=170,-10,-170,10",
    {
      boxes: [
        [170, -10, 180, 10],
        [-180, -10, -170, 10],
      ],
    },
  ],
  ["datetime=2012-07-24", { time: { from: "2012-07-24", to: "2012-07-24" } }],
  // Already the 25th in Hohhot.
  ["datetime=2012-07-24T20:00:00Z", { time: { from: "2012-07-25", to: "2012-07-25" } }],
  ["datetime=2012-07-24/..", { time: { from: "2012-07-24", to: null } }],
  ["datetime=/2012-07-24", { time: { from: null, to: "2012-07-24" } }],
  ["datetime=2012-01-01/2012-07-24", { time: { from: "2012-01-01", to: "2012-07-24" } }],
])("%s is read as the standard has it", (search, said) => {
  expect(parseFeaturesQuery(search)).toEqual({ ...EVERYTHING, ...said });
});

test.each([
  ["limit=0", "limit"],
  ["limit=-1", "limit"],
  ["limit=ten", "limit"],
  ["bbox=1,2,3", "bbox"],
  ["bbox=1,2,3,4,5", "bbox"],
  ["bbox=1,50,2,40", "bbox"],
  ["bbox=1,2,300,4", "bbox"],
  ["bbox=a,b,c,d", "bbox"],
  ["datetime=2012年7月", "datetime"],
  ["datetime=2012-02-30", "datetime"],
  ["datetime=2012-07-24/2012-01-01", "datetime"],
  ["datetime=../..", "datetime"],
  ["datetime=..", "datetime"],
  ["datetime=2012-01-01/2012-02-01/2012-03-01", "datetime"],
  ["f=html", "f"],
  ["lang=fr", "lang"],
  ["bbox-crs=http://example.org", "bbox-crs"],
  ["limit=1&limit=2", "limit"],
])("%s is refused at its parameter", (search, name) => {
  expect(() => parseFeaturesQuery(search)).toThrow(InvalidInputError);
  expect(() => parseFeaturesQuery(search)).toThrow(new RegExp(`^${name}: `));
});

test("whatever is asked is read or refused in words", () => {
  const name = fc.oneof(fc.constantFrom(...PARAMETERS), fc.string({ unit: "binary" }));
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[-0-9.,/:TZ]{0,30}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 4 }), (pairs) => {
      try {
        const { limit, boxes } = parseFeaturesQuery(new URLSearchParams(pairs).toString());
        expect(limit).toBeGreaterThanOrEqual(1);
        expect(limit).toBeLessThanOrEqual(MOST_FEATURES);
        for (const [west, south, east, north] of boxes ?? []) {
          expect(west <= east && south <= north).toBe(true);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError);
      }
    }),
    { numRuns: 2000 },
  );
});

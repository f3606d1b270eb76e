import { describe, expect, test } from "vitest";
import { all, put, refusalOf } from "./broken-copy.ts";

const ITEM = "S-1.4-15";
const region = (code: string) => [{ code, basis: "stated" }];

describe("an item is refused", () => {
  test.each([
    ["whose quote is not at its offsets", ITEM, "sources.0.start", 1868, "sources.0.quote"],
    ["whose quote says something else", ITEM, "sources.0.quote", "核准建成", "sources.0.quote"],
    ["whose quote lies outside its section", ITEM, "sources.0.section", "二", "sources.0.section"],
    ["of an unknown section", ITEM, "sources.0.section", "四", "sources.0.section"],
    ["of an unknown document", ITEM, "sources.0.document", "im-2013", "sources.0.document"],
    ["whose sentence does not hold its quote", ITEM, "sources.0.sentence.end", 1890, "sources.0.sentence"],
    ["whose stage words are not the source's", ITEM, "stageWords", "已建成", "stageWords"],
    ["whose figure the sentence does not print", "S-1.2-03", "figures.0.words", "7个", "figures.0.words"],
    ["that is ambiguous without its other reading", ITEM, "stageNote", null, "stageNote"],
    ["that shares a step and does not say so", "S-1.3-11", "stageNote", null, "stageNote"],
    ["whose remark has no English", ITEM, "noteEn", undefined, "noteEn"],
    ["whose remark on its place has no English", ITEM, "geometry.noteEn", undefined, "geometry.noteEn"],
    ["whose English is Chinese", ITEM, "stageNoteEn", "两阶段连写", "stageNoteEn"],
    ["of a norm that its ladder has not", ITEM, "norm", "listed", "norm"],
    ["of words that no sector has", ITEM, "sectorWords", "天文", "sectorWords"],
    ["that is a pilot by its title and not by its type", "S-1.2-19", "type", "support", "type"],
    ["of an unknown region", ITEM, "regions", region("159999"), "regions.0.code"],
    ["of a region that came later", ITEM, "regions", region("150603"), "regions.0.code"],
    ["of an unknown unit", ITEM, "units.0.unit", "dept-moon", "units.0.unit"],
    ["whose deadline has no last day", "S-3.5-02", "dates.0.due", null, "dates.0.due"],
    ["of an unknown parent", ITEM, "parent", "S-1.4-99", "parent"],
    ["whose parent does not know it", ITEM, "parent", "S-1.4-11", "parent"],
    ["of an unknown child", "S-1.4-10", "children.0", "S-1.4-10.9", "children.0"],
    ["whose child names another parent", ITEM, "children", ["S-1.4-10.1"], "children.0"],
    ["related to nothing", ITEM, "relations", [{ kind: "fed-by", item: "S-9.9-99" }], "relations.0.item"],
    ["of an unknown place", "S-1.4-19", "geometry.places.0", "pl-atlantis", "geometry.places.0"],
    ["of a place not to be drawn", "S-1.4-16", "geometry.places.0", "pl-hatuhuduge", "geometry.places.0"],
    ["of a place outside its regions", "S-1.4-19", "geometry.places.0", "pl-shengle", "geometry.places.0"],
    ["of an unknown corridor", ITEM, "geometry.corridors.0", "c-silk-road", "geometry.corridors.0"],
    [
      "of a later corridor as its own",
      ITEM,
      "geometry.corridors.0",
      "c-ximeng-shandong-uhvac",
      "geometry.corridors.0",
    ],
    [
      "of a corridor not to be drawn",
      "S-1.4-11",
      "geometry.corridors.0",
      "c-hatuhuduge-suhaitu",
      "geometry.corridors.0",
    ],
    [
      "of a corridor that is another's",
      ITEM,
      "geometry.corridors.0",
      "c-ceke-dalaihubu",
      "geometry.corridors.0",
    ],
    [
      "of its own corridor as a later one",
      ITEM,
      "geometry.laterCorridors",
      ["c-dongdazhun-gas"],
      "geometry.laterCorridors.0",
    ],
    ["that is a line and has points", ITEM, "geometry.places", ["pl-dongsheng"], "geometry.kind"],
    ["that is a point without a place", "S-1.4-19", "geometry.places", [], "geometry.kind"],
    ["that names a region twice", ITEM, "regions", [...region("150600"), ...region("150600")], "regions"],
    ["with a field that no item has", ITEM, "colour", "gold", "colour"],
    ["without a title", ITEM, "title", undefined, "title"],
    ["of a date that is none", "S-3.5-02", "dates.0.due", "2012-8-31", "dates.0.due"],
  ])("%s", (_what, id, path, value, field) => {
    expect(refusalOf("items.json", put(id, path, value))).toMatchObject({
      file: "items.json",
      record: id,
      field,
    });
  });

  test("that stands twice", () => {
    const refusal = refusalOf("items.json", put("S-1.4-19", "id", "S-1.4-20"));
    expect(refusal).toMatchObject({ file: "items.json", record: "S-1.4-20", field: "id" });
  });

  test("that answers for one thing twice", () => {
    const unit = { unit: "dept-drc", role: "responsible", words: "发改委", basis: "stated" };
    expect(refusalOf("items.json", put(ITEM, "units", [unit, unit]))).toMatchObject({
      field: "units.1.unit",
    });
  });

  test("that is its own ancestor", () => {
    const cycle = all(put("S-1.4-10", "parent", "S-1.4-10.1"), put("S-1.4-10.1", "children", ["S-1.4-10"]));
    expect(refusalOf("items.json", cycle)).toMatchObject({ record: "S-1.4-10", field: "parent" });
  });

  test("whose relation is not returned", () => {
    const refusal = refusalOf("items.json", put("S-1.4-20", "relations", []));
    expect(refusal).toMatchObject({ record: "S-1.3-06.1", field: "relations.0" });
  });

  test("that is region-wide and drawn as a point", () => {
    const onHohhot = all(
      put("S-1.2-24", "geometry.kind", "point"),
      put("S-1.2-24", "geometry.places", ["pl-seat-150100"]),
    );
    expect(refusalOf("items.json", onHohhot)).toMatchObject({ record: "S-1.2-24", field: "geometry.kind" });
  });
});

describe("its company is refused", () => {
  test.each([
    ["document.json", "im-2012-07-24", "sections.1.start", 149, "sections.1.start"],
    ["document.json", "im-2012-07-24", "sections.1.heading", "(一)在别处", "sections.1.heading"],
    ["document.json", "im-2012-07-24", "sections.11.end", 4354, "sections"],
    ["document.json", "im-2012-07-24", "publishedOn", "24 July", "publishedOn"],
    ["units.json", "league-150100", "region", "159900", "region"],
    ["units.json", "central-mof", "files", true, "files"],
    ["units.json", "dept-drc", "id", "dept-water", "id"],
    ["units.json", "dept-drc", "kind", "ministry", "kind"],
    ["places.json", "pl-shengle", "region", "150199", "region"],
    ["places.json", "pl-shengle", "at.0", 118.2, "at"],
    ["places.json", "pl-hatuhuduge", "drawn", true, "drawn"],
    ["places.json", "pl-shengle", "errorKm", 0, "errorKm"],
    ["places.json", "pl-shengle", "id", "pl-nuomin", "id"],
    ["corridors.json", "c-yinchuo", "items.0", "S-1.4-99", "items.0"],
    ["corridors.json", "c-hatuhuduge-suhaitu", "drawn", true, "drawn"],
    ["corridors.json", "c-ximeng-shandong-uhvac", "inUseFrom", null, "inUseFrom"],
    ["corridors.json", "c-ximeng-shandong-uhvac", "inUseFrom", "2016-08-01", "inUseFrom"],
    ["corridors.json", "c-ximeng-nanjing-2012", "inUseFrom", "2014-07-01", "inUseFrom"],
    ["corridors.json", "c-g21-linha", "path", [[107, 40]], "path"],
    ["corridors.json", "c-g21-linha", "id", "c-yinchuo", "id"],
    ["statistics.json", "ST-03", "source.start", 2047, "source.quote"],
    ["statistics.json", "ST-03", "words", "40%", "words"],
    ["statistics.json", "ST-03", "source.section", "二", "source.section"],
    ["statistics.json", "ST-03", "id", "ST-04", "id"],
  ])("%s: %s with a wrong %s", (file, id, path, value, field) => {
    const record = path === "id" ? value : id;
    expect(refusalOf(file, put(id, path, value))).toMatchObject({ file, record, field });
  });

  test("a document whose text is not what the quotes were taken from", () => {
    const refusal = refusalOf("document.txt", (text) => text.replace("赤峰市6个", "赤峰市 6个"));
    expect(refusal.file).toBe("document.json");
  });

  test("a file that is not JSON, is no list, or is missing", () => {
    expect(refusalOf("units.json", (text) => text.slice(1))).toMatchObject({ file: "units.json" });
    expect(refusalOf("units.json", () => "{}")).toMatchObject({ file: "units.json" });
    expect(refusalOf("document.json", (text) => text.replace("document.txt", "gone.txt"))).toMatchObject({
      file: "gone.txt",
    });
  });
});

test("the message names file, record and field in one line", () => {
  const { message } = refusalOf("items.json", put(ITEM, "units.0.unit", "dept-moon"));
  expect(message).toBe("seeds/items.json, record S-1.4-15, field units.0.unit: unknown unit dept-moon");
});

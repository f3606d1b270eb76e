import { showFrom } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";

/** What a wall with a short round says of itself. */
export const aTold = (more: Partial<Told> = {}): Told => ({
  show: showFrom("whole"),
  scenes: [
    { id: "whole", title: "全区总览" },
    { id: "region-150200", title: "包头市" },
    { id: "port-152501", title: "二连浩特口岸" },
  ],
  items: [
    { id: "S-1.4-15", title: "东胜—达拉特—准格尔输气管线" },
    { id: "S-1.3-06.1", title: "文得根水库" },
  ],
  regions: [
    { code: "150100", name: "呼和浩特市" },
    { code: "150200", name: "包头市" },
  ],
  months: ["2012-07"],
  layers: [
    { name: "relief", label: "地形", on: true },
    { name: "water", label: "水系", on: false },
  ],
  lang: "zh-CN",
  theme: "dark",
  ...more,
});

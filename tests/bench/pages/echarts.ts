import { MapChart } from "echarts/charts";
import { TooltipComponent, VisualMapComponent } from "echarts/components";
import { type EChartsType, init, registerMap, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type {} from "../on-screen.ts";

/** What the field would do: ECharts 6, the same county polygons, with labels. */
use([MapChart, TooltipComponent, VisualMapComponent, CanvasRenderer]);

type Names = { name: string };
const answer = await fetch("/admin.lo.topo.json");
const topology = (await answer.json()) as Topology<{ counties: GeometryCollection<Names> }>;
const counties = feature(topology, topology.objects.counties);
registerMap("counties", counties as unknown as Parameters<typeof registerMap>[1]);

const values = (shift: number) =>
  counties.features.map((one, index) => ({ name: one.properties.name, value: (index * 7 + shift) % 11 }));
const container = document.getElementById("map");
if (!container) throw new Error("no element #map");
const chart = init(container);
const show = (shift: number) =>
  chart.setOption({
    animation: false,
    visualMap: { min: 0, max: 10, inRange: { color: ["#F9F3E1", "#BA8B49"] } },
    series: [{ type: "map", map: "counties", label: { show: true, fontSize: 11 }, data: values(shift) }],
  });

const finished = new Promise<void>((resolve) => chart.on("finished", () => resolve()));
show(0);
await finished;
performance.mark("map-complete");

declare global {
  interface Window {
    chart: EChartsType;
    /** Change of measure: resolves with the milliseconds until it is on screen. */
    recolour: (shift: number) => Promise<number>;
  }
}
window.chart = chart;
window.recolour = async (shift) => {
  const start = performance.now();
  const seen = new Promise<number>((resolve) => {
    const done = () => {
      chart.off("finished", done);
      resolve(window.onScreen(container));
    };
    chart.on("finished", done);
  });
  show(shift);
  return (await seen) - start;
};

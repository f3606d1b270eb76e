import type { View } from "#domain/view.ts";
import { queryClient } from "../data/ask.ts";
import { regions } from "../data/regions.ts";
import { itemOptions } from "../data/use-item.ts";
import { cameraToItem } from "../map/camera-to-item.ts";
import { currentView, setView } from "./address.ts";

/** Picks an item where it is named. Does the map not show where it lies, the map goes there. */
export function pickItem(id: string, change: Partial<View> = {}): void {
  setView({ ...change, item: id });
  void bringIntoView(id);
}

async function bringIntoView(id: string): Promise<void> {
  const { asOf, camera, region } = currentView();
  // That it did not come, the detail says.
  const item = await queryClient.ensureQueryData(itemOptions(id, asOf)).catch(() => null);
  const now = currentView();
  const left = now.item !== id || now.camera !== camera || now.region !== region;
  if (item === null || left) return;
  const moved = cameraToItem(item, now, regions, mapSize());
  if (moved !== null) setView({ camera: moved }, { replace: true });
}

/** On a narrow screen the map may be behind another panel: it will have about the window's size. */
function mapSize() {
  const { clientWidth: width = 0, clientHeight: height = 0 } = document.getElementById("map-cell") ?? {};
  return width > 0 ? { width, height } : { width: window.innerWidth, height: window.innerHeight };
}

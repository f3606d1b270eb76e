import { PanelCode } from "../panel-code.ts";

/** The map's code: the longest way to the picture, so it is sent for before anything is there to show it (app.tsx). */
export const mapCode = new PanelCode(async () => (await import("./map-view.tsx")).MapView);

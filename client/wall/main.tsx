import { firstPicturePainted } from "../first-picture.ts";

// The picture comes with the HTML, as the workbench's does: nothing takes time from its painting.
await firstPicturePainted();
await import("./wall-app.tsx");

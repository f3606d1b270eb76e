import { firstPicturePainted } from "./first-picture.ts";

// The picture comes with the HTML: nothing of the application takes time from its painting.
await firstPicturePainted();
await import("./app.tsx");

import { firstPicturePainted } from "../first-picture.ts";

await firstPicturePainted();

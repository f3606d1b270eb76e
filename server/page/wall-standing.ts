import type { Seams } from "#domain/wall/address.ts";
import {
  besideU,
  MAP_SCALE,
  type Parts,
  STRIP_U,
  seamsIn,
  seamsOf,
  WALL_FRAMES,
  type WallRoom,
} from "#domain/wall/frame.ts";
import type { Tiling } from "#geo/picture/input.ts";
import type { Standing } from "./render.ts";

/** How a scene's picture stands on a wall: in the room that the panels leave, off the seams of its tiles. */
export const wallStanding = (room: WallRoom, seams: Seams | null): Standing => ({
  room: `var(--room-${room})`,
  tilings: tilingsOf(room, seams),
  rules: FRAME_RULES,
});

const SHAPES = Object.keys(WALL_FRAMES).map((parts) => Number(parts) as Parts);

/** The frame in CSS: the room round what the map shows is in the map's own pixels. */
const FRAME_RULES = [
  `:root{--s:${MAP_SCALE};--strip:${STRIP_U}}`,
  ...Object.values(WALL_FRAMES).map(({ media, beside, rooms }) => {
    const sides = beside === null ? "0px" : `calc(100vw/${beside.parts} - ${beside.less}*var(--u))`;
    const room = Object.entries(rooms).map(
      ([name, { top, right, bottom, left }]) =>
        `--room-${name}:${[top, right, bottom, left].map((u) => `calc(${u}px/var(--s))`).join(" ")}`,
    );
    return `@media ${media}{:root{--map-left:${sides};--map-right:${sides};${room.join(";")}}}`;
  }),
].join("");

/** Screens of several tiles: those that the address names, on a screen of any shape, else those of its shape. */
function tilingsOf(room: WallRoom, seams: Seams | null): Tiling[] {
  const px = (u: number) => u / MAP_SCALE;
  return SHAPES.flatMap((parts) => {
    const frame = WALL_FRAMES[parts];
    const { size, rooms, media } = frame;
    const tiles = seams ?? seamsOf(parts);
    if (tiles.columns * tiles.rows === 1) return [];
    const left = besideU(frame);
    const { x, y } = seamsIn(tiles, size, { left, top: 0 });
    const { top, right, bottom, left: roomLeft } = rooms[room];
    return [
      {
        name: `tiled-${parts}`,
        media,
        size: { width: px(size.width - 2 * left), height: px(size.height - STRIP_U) },
        room: { top: px(top), right: px(right), bottom: px(bottom), left: px(roomLeft) },
        seams: { x: x.map(px), y: y.map(px) },
      },
    ];
  });
}

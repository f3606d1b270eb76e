/** The picture of the server's HTML: it lies under the map's box, and stands until the map is whole. */
export function showPicture(shown: boolean): void {
  const picture = document.getElementById("first-picture");
  if (picture) picture.hidden = !shown;
}

/** For who measures the page: the moment at which the map, or the picture in its place, first stood whole. */
export function markComplete(): void {
  const { length } = performance.getEntriesByName("map-complete", "mark");
  if (length === 0) performance.mark("map-complete");
}

/** For who measures how long a change takes. The browser keeps the last alone: a wall stands for weeks. */
export function markRecoloured(): void {
  performance.clearMarks("map-recoloured");
  performance.mark("map-recoloured");
}

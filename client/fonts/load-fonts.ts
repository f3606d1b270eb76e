/**
 * Brings the page's own faces, the frequent characters first. They are some fifty files: reading them takes as
 * much time as drawing the map, which has cut faces of its own, so the panels stand in the system's face until then.
 */
export async function loadFonts(): Promise<void> {
  await import("./core.css");
  await import("./rest.css");
}

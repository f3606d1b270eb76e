export const map = {
  label:
    "Map of Inner Mongolia: arrow keys move between regions, Enter opens one, plus and minus zoom, 0 fits the whole",
  loading: "Fetching boundaries…",
  failed: "The boundaries could not be fetched, so the map cannot be drawn for now.",
  retry: "Try again",
  "webgl-missing": "This browser has no WebGL, so a plain picture stands in; filters and list work as usual.",
  "webgl-lost": "The graphics device is lost for the moment; a picture stands in until it is back.",
} as const;

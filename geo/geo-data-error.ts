/** A data file of `geo/` is missing or is not what it should be; the message names file, record and field. */
export class GeoDataError extends Error {
  override readonly name = "GeoDataError";
}

import type { Map as GlMap } from "maplibre-gl";

/** Found in MapLibre's shader of rasters and in no other. */
const RASTER = "u_spin_weights";
const MAIN = /void main\(\).*/s;
const AS_IT_IS = "void main(){fragColor=texture(u_image0,v_pos0.xy)*u_opacity;}";

/**
 * MapLibre reads a raster twice at every pixel, to fade between two zoom levels, and turns its hue, saturation,
 * contrast and brightness. Ground and relief are one picture each, drawn upright and as baked: without a graphics
 * card that saves a quarter of the frame. To be called before the first frame; a shader of another make is let be.
 */
export function plainRasters(map: GlMap): void {
  const gl = map.getCanvas().getContext("webgl2");
  if (gl === null) return;
  const give = gl.shaderSource.bind(gl);
  gl.shaderSource = (shader, source) => give(shader, plainRaster(source));
}

/** The source of a shader as it is to be compiled. */
export const plainRaster = (source: string): string =>
  source.includes(RASTER) ? source.replace(MAIN, AS_IT_IS) : source;

import { cropOf, type Part, partsOf, type Size } from "./parts-of.ts";

/** Parts smaller than this are not worth drawing: the browser has no memory left. */
const SMALLEST = 256;
/** A uniform buffer of ours; WebGL 2 has at least 24, and MapLibre takes the first three. */
const BINDING = 23;
const BLOCK = "PagePart";
const CROP = `layout(std140) uniform ${BLOCK} { vec4 page_part; };
void main() {
  drawWhole();
  gl_Position.xy = gl_Position.xy * page_part.xy + gl_Position.w * page_part.zw;
}`;
const ALL = [1, 1, 0, 0] as const;

/**
 * A map's canvas that may be smaller than its picture and shows one part of it at a time. MapLibre keeps the size
 * of the whole, by which it places names, lines and patterns; its shaders alone are told of the part, in their last
 * step. So no limit of canvas, texture or viewport bounds the picture, and a seam cuts nothing.
 *
 * To be made before the map's first frame. Its style may have no outlined fills, which compare clip space with
 * pixels, and no layer that is drawn aside at the size of the whole (tests/client/layers/style.test.ts).
 */
export class PartCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #crop: WebGLBuffer;
  readonly #viewport: WebGL2RenderingContext["viewport"];
  #whole: Size | null = null;
  #part: Part | null = null;

  constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext) {
    this.#canvas = canvas;
    this.#gl = gl;
    this.#crop = gl.createBuffer();
    gl.bindBufferBase(gl.UNIFORM_BUFFER, BINDING, this.#crop);
    this.#write(ALL);
    const { shaderSource, linkProgram, viewport } = gl;
    gl.shaderSource = (shader, source) => shaderSource.call(gl, shader, cropping(source));
    gl.linkProgram = (program) => {
      linkProgram.call(gl, program);
      const block = gl.getUniformBlockIndex(program, BLOCK);
      if (block !== gl.INVALID_INDEX) gl.uniformBlockBinding(program, block, BINDING);
    };
    this.#viewport = viewport.bind(gl);
    gl.viewport = (x, y, width, height) => {
      const whole = this.#whole;
      if (x === 0 && y === 0 && width === whole?.width && height === whole.height) this.#look();
      else {
        this.#write(ALL);
        this.#viewport(x, y, width, height);
      }
    };
  }

  /** The canvas is again as large as its map wants it. */
  restore(): void {
    this.#whole = null;
    this.#part = null;
  }

  /**
   * Divides the picture and shows its first part.
   * @param resize makes the map set its canvas' size: that of the whole, which the canvas does not take
   * @returns no part where the browser gives no canvas worth its name
   */
  divide(resize: () => void, limit: number): Part[] {
    const whole = { width: 0, height: 0 };
    this.#whole = whole;
    this.#part = null;
    const told = (side: keyof Size): PropertyDescriptor => ({
      configurable: true,
      get: () => whole[side],
      set: (length: number) => {
        whole[side] = length;
      },
    });
    Object.defineProperties(this.#canvas, { width: told("width"), height: told("height") });
    // MapLibre compares them, and draws a smaller picture where they differ.
    Object.defineProperties(this.#gl, {
      drawingBufferWidth: told("width"),
      drawingBufferHeight: told("height"),
    });
    try {
      resize();
    } finally {
      for (const side of ["width", "height"]) Reflect.deleteProperty(this.#canvas, side);
      for (const side of ["drawingBufferWidth", "drawingBufferHeight"])
        Reflect.deleteProperty(this.#gl, side);
    }
    // A browser short of memory gives a smaller buffer than it promises, and says nothing.
    for (let longest = limit; longest >= SMALLEST; longest = Math.floor(longest / 2)) {
      const parts = partsOf(whole, longest);
      if (parts[0] === undefined || this.show(parts[0])) return parts;
    }
    return [];
  }

  /** The next frame is that part. @returns whether the browser gave a buffer of its size */
  show(part: Part): boolean {
    this.#part = part;
    if (this.#canvas.width !== part.width) this.#canvas.width = part.width;
    if (this.#canvas.height !== part.height) this.#canvas.height = part.height;
    this.#look();
    const { drawingBufferWidth, drawingBufferHeight } = this.#gl;
    return drawingBufferWidth === part.width && drawingBufferHeight === part.height;
  }

  #look(): void {
    if (this.#whole === null || this.#part === null) return;
    this.#write(cropOf(this.#whole, this.#part));
    this.#viewport(0, 0, this.#part.width, this.#part.height);
  }

  #write(crop: readonly [number, number, number, number]): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.UNIFORM_BUFFER, this.#crop);
    gl.bufferData(gl.UNIFORM_BUFFER, new Float32Array(crop), gl.DYNAMIC_DRAW);
  }
}

/** Vertex shaders alone set a position. */
const cropping = (source: string): string =>
  source.includes("gl_Position") ? `${source.replace("void main()", "void drawWhole()")}\n${CROP}` : source;

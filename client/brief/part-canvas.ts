import { cropOf, type Part, partsOf, type Size } from "./parts-of.ts";

/**
 * Side of the canvas, px. A frame of it keeps the graphics unit from all else: of all of A3 at 300 dpi without a
 * graphics card that is seconds, of such a part a sixth of them. Each part more is a frame more of the whole map's
 * lines and names.
 */
const SIDE = 1792;
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
 * A map's canvas that is smaller than its picture and shows one part of it at a time, in its lower left corner.
 * MapLibre is told of a canvas of the whole's size, by which it places names, lines and patterns; its shaders alone
 * are told of the part, in their last step. So no limit of canvas, texture or viewport bounds the picture, and a seam
 * cuts nothing. The canvas itself keeps its size: for another the page would stand still until the graphics unit has
 * set it up, and whatever else it was told before.
 *
 * To be made before the map's first frame. Its style may have no outlined fills, which compare clip space with
 * pixels, and no layer that is drawn aside at the size of the whole (tests/client/layers/style.test.ts).
 */
export class PartCanvas {
  readonly #gl: WebGL2RenderingContext;
  /** What the browser gives for the canvas. */
  readonly given: Size;
  readonly #crop: WebGLBuffer;
  readonly #viewport: WebGL2RenderingContext["viewport"];
  readonly #whole: Size;
  /** Null while nothing is drawn. */
  #part: Part | null = null;

  constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext, limit: number) {
    this.#gl = gl;
    this.#whole = { width: canvas.width, height: canvas.height };
    canvas.width = Math.min(SIDE, limit);
    canvas.height = Math.min(SIDE, limit);
    // A browser short of memory gives a smaller buffer than it promises, and says nothing.
    this.given = { width: gl.drawingBufferWidth, height: gl.drawingBufferHeight };
    this.#tellWhole(canvas);
    this.#crop = gl.createBuffer();
    gl.bindBufferBase(gl.UNIFORM_BUFFER, BINDING, this.#crop);
    this.#write(ALL);
    const { shaderSource, linkProgram, viewport, drawElements } = gl;
    gl.shaderSource = (shader, source) => shaderSource.call(gl, shader, cropping(source));
    gl.linkProgram = (program) => {
      linkProgram.call(gl, program);
      const block = gl.getUniformBlockIndex(program, BLOCK);
      if (block !== gl.INVALID_INDEX) gl.uniformBlockBinding(program, block, BINDING);
    };
    gl.drawElements = (...what) => {
      if (this.#part !== null) drawElements.apply(gl, what);
    };
    this.#viewport = viewport.bind(gl);
    gl.viewport = (x, y, width, height) => {
      if (x === 0 && y === 0 && width === this.#whole.width && height === this.#whole.height) this.#look();
      else {
        this.#write(ALL);
        this.#viewport(x, y, width, height);
      }
    };
  }

  /** The next frames are empty: what they would show is not there yet, and without a graphics card each is dear. */
  showNothing(): void {
    this.#part = null;
  }

  /** The parts of the picture whose size the map has set. None where the browser gives no canvas worth its name. */
  parts(): Part[] {
    const limit = Math.min(this.given.width, this.given.height);
    return limit < SMALLEST ? [] : partsOf(this.#whole, limit);
  }

  /** The next frame is that part. */
  show(part: Part): void {
    this.#part = part;
    this.#look();
  }

  /** Sizes that are set are the whole's; what is read is what was set. */
  #tellWhole(canvas: HTMLCanvasElement): void {
    const whole = this.#whole;
    const told = (side: keyof Size): PropertyDescriptor => ({
      get: () => whole[side],
      set: (length: number) => {
        whole[side] = length;
      },
    });
    Object.defineProperties(canvas, { width: told("width"), height: told("height") });
    // MapLibre compares them, and draws a smaller picture where they differ.
    Object.defineProperties(this.#gl, {
      drawingBufferWidth: told("width"),
      drawingBufferHeight: told("height"),
    });
  }

  #look(): void {
    if (this.#part === null) return;
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

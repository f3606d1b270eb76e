const [SLASH, ZERO, NINE, LESS, GREATER, UPPER_A, UPPER_Z] = [47, 48, 57, 60, 62, 65, 90];
/** A column has three letters at most; a style, a shared text and a row have fewer digits than would lose any. */
const [MOST_LETTERS, MOST_DIGITS] = [3, 9];

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
/** Digits, a point, a sign, an exponent: `+ - . 0 … 9 E e`, and nothing that means anything to XML. */
const isOfNumber = (code: number): boolean =>
  isDigit(code) || code === 46 || code === 45 || code === 43 || code === 69 || code === 101;

/**
 * Cells in the plain form of a number, a shared text or a cell that is empty, in which no character can mean anything
 * else:
 *
 *     <c r="B2" s="3" t="s"><v>17</v></c>      <c r="C2" s="6"><v>35.5</v></c>      <c r="D2" s="3"/>
 *
 * A cell that is one letter different is none of these and is left to the parser of XML. The workbooks that we write have
 * no others, and the parser takes several times as long for each of them.
 */
export class PlainCells {
  /** Column from 0. */
  place = 0;
  style = 0;
  isShared = false;
  /** Of a shared text: its place among them all. */
  shared = 0;
  /** Of a number: its digits; null for an empty cell. */
  number: string | null = null;

  /** Reads the cell that begins at `at`. @returns where it ends; -1 where none of these stands there as a whole */
  read(text: string, at: number): number {
    if (!text.startsWith('<c r="', at)) return -1;
    let here = at + 6;
    let column = 0;
    for (; here < at + 6 + MOST_LETTERS; here += 1) {
      const code = text.charCodeAt(here);
      if (!(code >= UPPER_A && code <= UPPER_Z)) break;
      column = column * 26 + code - UPPER_A + 1;
    }
    const row = this.#digits(text, here);
    if (column === 0 || row === here || !text.startsWith('"', row)) return -1;
    here = row + 1;
    this.place = column - 1;
    this.style = 0;
    if (text.startsWith(' s="', here)) {
      const end = this.#digits(text, here + 4);
      if (end === here + 4 || !text.startsWith('"', end)) return -1;
      this.style = this.#count;
      here = end + 1;
    }
    this.isShared = text.startsWith(' t="s"', here);
    if (this.isShared) here += 6;
    return text.charCodeAt(here) === SLASH ? this.#empty(text, here) : this.#value(text, here);
  }

  #empty(text: string, at: number): number {
    [this.isShared, this.number] = [false, null];
    return text.charCodeAt(at + 1) === GREATER ? at + 2 : -1;
  }

  #value(text: string, at: number): number {
    if (!text.startsWith("><v>", at)) return -1;
    const from = at + 4;
    let end = from;
    if (this.isShared) {
      end = this.#digits(text, from);
      this.shared = this.#count;
    } else {
      while (isOfNumber(text.charCodeAt(end))) end += 1;
    }
    if (end === from || text.charCodeAt(end) !== LESS || !text.startsWith("</v></c>", end)) return -1;
    this.number = this.isShared ? null : text.slice(from, end);
    return end + 8;
  }

  #count = 0;
  /** Where the digits end that begin at `at`. */
  #digits(text: string, at: number): number {
    let [here, count] = [at, 0];
    for (; here < at + MOST_DIGITS; here += 1) {
      const code = text.charCodeAt(here);
      if (!isDigit(code)) break;
      count = count * 10 + code - ZERO;
    }
    this.#count = count;
    return here;
  }
}

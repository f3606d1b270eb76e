type Doc = PDFKit.PDFDocument;
type Ref = PDFKit.PDFKitReference;

let made = 0;

/**
 * A picture for pdfkit's `image`, from rows in RGB as a PNG has them, filtered and deflated: they go into the file as
 * they are. Its own reader of PNG copies each byte into a list of numbers first, which takes eight times its room.
 */
export class PdfPicture {
  readonly width: number;
  readonly height: number;
  /** Its name among a page's resources. */
  readonly label = `Map${++made}`;
  obj: Ref | null = null;
  #rows: readonly Uint8Array[];

  constructor({ width, height }: { width: number; height: number }, rows: readonly Uint8Array[]) {
    this.width = width;
    this.height = height;
    this.#rows = rows;
  }

  /** Called by pdfkit where the picture is drawn. */
  embed(doc: Doc): void {
    if (this.obj !== null) return;
    const filtered = doc.ref({ Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: this.width });
    filtered.end(undefined);
    this.obj = doc.ref({
      Type: "XObject",
      Subtype: "Image",
      Width: this.width,
      Height: this.height,
      BitsPerComponent: 8,
      ColorSpace: "DeviceRGB",
      Filter: "FlateDecode",
      DecodeParms: filtered,
    });
    for (const piece of this.#rows) this.obj.write(piece);
    this.obj.end(undefined);
    this.#rows = [];
  }
}

import { addressOf } from "#domain/sheet/raw-cell.ts";
import { escapeXml } from "./escape-xml.ts";

/** A note at a cell: row from 1, column from 0. */
export type Note = { row: number; column: number; text: string };

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The parts by which Excel, WPS and LibreOffice show notes at cells: the texts, and a drawing in VML that says where
 * each lies. The drawing's relation is `rId-notes-1`.
 */
export function commentParts(notes: readonly Note[]) {
  return {
    relations: `<Relationship Id="rId-notes-1" Type="${RELATION}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId-notes-2" Type="${RELATION}/comments" Target="../comments1.xml"/>`,
    types:
      '<Default ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" Extension="vml"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml" PartName="/xl/comments1.xml"/>',
    files: { "xl/comments1.xml": commentsXml(notes), "xl/drawings/vmlDrawing1.vml": drawingXml(notes) },
  };
}

const commentsXml = (notes: readonly Note[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>一张图</author></authors><commentList>${notes
    .map(
      ({ row, column, text }) =>
        `<comment ref="${addressOf(column, row)}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
    )
    .join("")}</commentList></comments>`;

const drawingXml = (notes: readonly Note[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${notes
    .map(
      ({ row, column }, index) =>
        `<v:shape id="note${index + 1}" type="#note" style="position:absolute;width:180pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:Anchor>${column + 1},8,${row - 1},4,${column + 4},8,${row + 3},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join("")}</xml>`;

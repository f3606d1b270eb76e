import library from "pptxgenjs";

/** Its types take it for CommonJS; what Node loads is its ES module, whose default is the class itself. */
export const PptxGenJS = library as unknown as typeof library.default;

export type Deck = library.default;
export type Slide = library.default.Slide;
export type ShapeName = library.default.SHAPE_NAME;
export type ChartName = library.default.CHART_NAME;
export type ShapeProps = library.default.ShapeProps;
export type TextProps = library.default.TextProps;
export type TextPropsOptions = library.default.TextPropsOptions;
export type BorderProps = library.default.BorderProps;

/**
 * What this project uses of pdfmake. The published types bring the globals of a browser with them, which would change
 * the types of `fetch` and the like for the whole server.
 */
declare module 'pdfmake' {
  interface Styled {
    readonly style?: string;
    readonly bold?: boolean;
    readonly color?: string;
    readonly fontSize?: number;
    readonly fillColor?: string;
    readonly alignment?: 'left' | 'right' | 'center';
    readonly margin?: readonly number[];
    readonly width?: number | '*';
  }

  interface Text extends Styled {
    readonly text: string;
  }

  interface Table {
    readonly headerRows?: number;
    /** Rows that stay on the page of the headings. */
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly widths: readonly (number | '*')[];
    readonly body: readonly (readonly Text[])[];
  }

  /** A block of a document. */
  type Content =
    | Text
    | (Styled & { readonly columns: readonly Text[] })
    | { readonly ul: readonly string[] }
    | { readonly layout: 'noBorders' | 'lightHorizontalLines'; readonly table: Table };

  interface DocumentDefinition {
    readonly pageSize: 'A4';
    readonly pageMargins: readonly [left: number, top: number, right: number, bottom: number];
    readonly language: string;
    readonly info: Readonly<Record<string, string>>;
    readonly watermark?: { readonly text: string; readonly opacity: number; readonly angle: number };
    readonly content: readonly Content[];
    /** Asked of every block once it has its place. */
    readonly pageBreakBefore: (block: {
      readonly style?: unknown;
      readonly startPosition?: { readonly verticalRatio: number };
    }) => boolean;
    readonly footer: (page: number, pages: number) => Content;
    readonly defaultStyle: Styled & { readonly font: string };
    readonly styles: Readonly<Record<string, Styled>>;
  }

  /** Files of a typeface. */
  interface FontFiles {
    readonly normal: string;
    readonly bold: string;
  }

  interface Printer {
    setFonts(fonts: Readonly<Record<string, FontFiles>>): void;
    setUrlAccessPolicy(mayRead: (address: string) => boolean): void;
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
    createPdf(document: DocumentDefinition): { getBuffer(): Promise<Uint8Array> };
  }

  const printer: Printer;
  export type { Content, DocumentDefinition, Table, Text };
  export { printer as default };
}

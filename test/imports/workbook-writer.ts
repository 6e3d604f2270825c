import { zipped, type ZipPart } from './zip-writer';

/** A cell: a text, a number, nothing, or the very XML that a spreadsheet would store (`ref` stands for its place). */
export type Cell = string | number | null | { readonly xml: string };

/** A sheet to be written. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
}

interface Options {
  /** Codes of number formats; the style of a cell is its number here plus 1. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  readonly isStored?: boolean;
  /** Texts go into the shared table instead of the cells. */
  readonly isShared?: boolean;
  /** Puts the parts into the archive in another order. */
  readonly order?: (parts: ZipPart[]) => ZipPart[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook as spreadsheets write it, in bytes. */
export function workbook(sheets: readonly Sheet[], options: Options = {}): Buffer {
  const texts: string[] = [];
  const shared = options.isShared === true ? texts : null;
  const bodies = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet, shared),
  }));
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', content: `${HEAD}<Types xmlns="x"/>` },
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, options.is1904 === true) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['rIdS', 'styles', 'styles.xml'],
        ['rIdT', 'sharedStrings', '/xl/sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: stylesXml(options.formats ?? []) },
    ...bodies,
    ...(shared ? [{ name: 'xl/sharedStrings.xml', content: sharedXml(texts) }] : []),
  ];
  return zipped(options.order?.(parts) ?? parts, options.isStored);
}

function workbookXml(sheets: readonly Sheet[], is1904: boolean): string {
  const tabs = sheets.map(({ name, state }, index) => {
    const hidden = state ? ` state="${state}"` : '';
    return `<sheet name="${escaped(name)}" sheetId="${index + 7}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const pr = is1904 ? '<workbookPr date1904="1"/>' : '';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${pr}<sheets>${tabs.join('')}</sheets></workbook>`;
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const all = list.map(([id, type, to]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${to}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`)];
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

function sharedXml(texts: readonly string[]): string {
  const all = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return `${HEAD}<sst xmlns="${MAIN}">${all.join('')}</sst>`;
}

function sheetXml({ rows, merged = [], hiddenRows = [] }: Sheet, shared: string[] | null): string {
  const body = rows.map((cells, index) => {
    const hidden = hiddenRows.includes(index + 1) ? ' hidden="1"' : '';
    const filled = cells.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, shared));
    return `<row r="${index + 1}"${hidden}>${filled.join('')}</row>`;
  });
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`);
  const merges = ranges.length > 0 ? `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>` : '';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merges}</worksheet>`;
}

function cellXml(cell: Cell, reference: string, shared: string[] | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return cell.xml.replaceAll('{ref}', reference);
  if (!shared) return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return `<c r="${reference}" t="s"><v>${shared.push(cell) - 1}</v></c>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

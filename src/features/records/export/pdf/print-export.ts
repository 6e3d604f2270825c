import { dirname, join } from 'node:path';
import printer, { type DocumentDefinition } from 'pdfmake';
import { agencyTime } from '../../../../shared/calendar';
import { NOT_AFFILIATED } from '../export.texts';
import { paperSections } from './paper-sections';
import type { PrintedExport } from './printed-export';

/** Apache License 2.0; has every letter of Vietnamese with every tone. */
const FONT_FOLDER = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const FONTS = {
  Roboto: { normal: join(FONT_FOLDER, 'Roboto-Regular.ttf'), bold: join(FONT_FOLDER, 'Roboto-Medium.ttf') },
};
const MARGIN = 36;
const FOOTER_ROOM = 54;
/** A heading lower than this share of the page would stand without what it heads. */
const LOWEST_HEADING = 0.86;
const HEADINGS: ReadonlySet<unknown> = new Set(['section', 'part']);
const GREY = '#555555';

/** The export as a PDF document, A4, in Vietnamese, with its fonts in it. */
export function printExport(content: PrintedExport): Promise<Uint8Array> {
  printer.setFonts(FONTS);
  // A document can name files and addresses; ours names the fonts alone.
  printer.setUrlAccessPolicy(() => false);
  printer.setLocalAccessPolicy((path) => path.startsWith(FONT_FOLDER));
  return printer.createPdf(documentOf(content)).getBuffer();
}

function documentOf(content: PrintedExport): DocumentDefinition {
  const printedAt = agencyTime(content.exportedAt);
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, FOOTER_ROOM],
    language: 'vi',
    info: { title: 'Dữ liệu cá nhân về bảo hiểm xã hội', creator: 'bhxh-gateway', producer: 'bhxh-gateway' },
    ...(content.demonstration ? { watermark: { text: 'DỮ LIỆU MINH HỌA', opacity: 0.08, angle: -45 } } : {}),
    content: paperSections(content, printedAt),
    pageBreakBefore: ({ style, startPosition }) =>
      HEADINGS.has(style) && (startPosition?.verticalRatio ?? 0) > LOWEST_HEADING,
    footer: (page, pages) => ({
      margin: [MARGIN, 12],
      fontSize: 7,
      color: GREY,
      columns: [
        { text: NOT_AFFILIATED.vi, width: '*' },
        { text: `${printedAt} · Trang ${page}/${pages}`, width: 120, alignment: 'right' },
      ],
    }),
    defaultStyle: { font: 'Roboto', fontSize: 8.5 },
    styles: {
      title: { fontSize: 17, bold: true, margin: [0, 0, 0, 2] },
      section: { fontSize: 12, bold: true, margin: [0, 12, 0, 4] },
      part: { fontSize: 10, bold: true, margin: [0, 6, 0, 3] },
      remark: { color: GREY, margin: [0, 1, 0, 1] },
      demonstration: { bold: true, color: '#b00020', fontSize: 10, margin: [0, 4, 0, 4] },
      head: { bold: true, fillColor: '#eeeeee' },
    },
  };
}

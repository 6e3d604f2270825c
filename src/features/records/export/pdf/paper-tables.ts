import type { Content, Text } from 'pdfmake';

/** A column of a table on paper: its heading, how wide it is, and what stands in it. */
export interface PaperColumn<T> {
  readonly heading: string;
  /** Points, or `*` for a share of what is left. */
  readonly width: number | '*';
  readonly isRight?: boolean;
  text(row: T): string;
}

/** A table whose headings stand on every page it reaches; a sentence where there is no row. */
export function paperTable<T>(rows: readonly T[], columns: readonly PaperColumn<T>[]): Content {
  if (rows.length === 0) return { text: 'Không có.', style: 'remark' };
  const cells = (textOf: (column: PaperColumn<T>) => string, style?: string): Text[] =>
    columns.map((column) => ({
      text: textOf(column),
      ...(style === undefined ? {} : { style }),
      ...(column.isRight ? { alignment: 'right' as const } : {}),
    }));
  return {
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [cells(({ heading }) => heading, 'head'), ...rows.map((row) => cells((column) => column.text(row)))],
    },
  };
}

/** Facts with their labels, one under the other. */
export function paperFacts(facts: readonly (readonly [label: string, value: string | null])[]): Content {
  return {
    layout: 'noBorders',
    table: {
      widths: [150, '*'],
      body: facts.map(([label, value]) => [
        { text: label, color: '#555555' },
        { text: value ?? 'Chưa có', bold: true },
      ]),
    },
  };
}

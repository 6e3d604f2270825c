import { columnOf, type SheetCell, type SheetRow } from './sheet-reader';

/** Cells that are shown as one, which has its value in the first; columns count from 0, rows from 1. */
export interface MergedRange {
  readonly reference: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)["']/g;
/** Longer than the tag of a merged range, which may lie across two pieces. */
const OVERLAP = 200;
export const MAX_MERGED_RANGES = 100_000;
/** Ranges beside each other in one row; they cannot overlap, so a sheet has no more than columns. */
const MAX_OPEN_RANGES = 1_000;

/**
 * Finds the merged ranges of a sheet, sorted by their first row. They stand behind all rows, so this is a search through
 * the text before the rows are read; `null` when there are more than an import takes.
 */
export async function mergedRanges(texts: AsyncIterable<string>): Promise<MergedRange[] | null> {
  const ranges: MergedRange[] = [];
  let rest = '';
  for await (const piece of texts) {
    const text = rest + piece;
    let end = 0;
    for (const found of text.matchAll(MERGE)) {
      ranges.push(rangeOf(found));
      end = found.index + found[0].length;
    }
    if (ranges.length > MAX_MERGED_RANGES) return null;
    rest = text.slice(Math.max(end, text.length - OVERLAP));
  }
  return ranges.sort((one, other) => one.top - other.top);
}

function rangeOf([, left = '', top = '', right = '', bottom = '']: RegExpExecArray): MergedRange {
  return {
    reference: `${left}${top}:${right}${bottom}`,
    left: columnOf(left),
    right: columnOf(right),
    top: Number(top),
    bottom: Number(bottom),
  };
}

interface OpenRange {
  readonly range: MergedRange;
  readonly value: SheetCell | undefined;
}

/** Gives the value of a merged cell to each of the rows that it covers, as rows come in order. */
export class MergedCells {
  private next = 0;
  private open: OpenRange[] = [];

  constructor(private readonly ranges: readonly MergedRange[]) {}

  /** Fills what the row does not hold itself; gives the ranges that begin here and cover several columns. */
  fill({ number, cells }: SheetRow): MergedRange[] {
    const wide: MergedRange[] = [];
    if (this.open.length > 0) this.open = this.open.filter(({ range }) => range.bottom >= number);
    const hasOwn = cells.size > 0;
    for (const { range, value } of this.open) {
      if (hasOwn && value && !cells.has(range.left)) cells.set(range.left, value);
    }
    for (; (this.ranges[this.next]?.top ?? Infinity) <= number; this.next++) {
      const range = this.ranges[this.next];
      if (!range || range.bottom < number) continue;
      // A row that is missing has no value either.
      const value = range.top === number ? cells.get(range.left) : undefined;
      this.open.push({ range, value });
      if (this.open.length > MAX_OPEN_RANGES) throw new Error('merged cells cover each other');
      if (range.right > range.left && value) wide.push(range);
    }
    return wide;
  }
}

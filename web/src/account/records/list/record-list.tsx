import { type ComponentChildren, type JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { FailureNotice } from '../../../page/failure-notice';
import { useRecordTexts } from '../language/record-texts';
import { type RecordPages } from '../use-record-pages';
import { useOpenOnPaper } from './use-open-on-paper';

/** Properties of a list of records. */
export interface RecordListProps<Data, Row> {
  title: string;
  pages: RecordPages<Data, Row>;
  /** What a row shows at first sight … */
  brief: (row: Row) => JSX.Element;
  /** … and what it shows opened. */
  details: (row: Row) => ComponentChildren;
}

/** Rows that open to show their details; the next page follows on demand, and the focus goes to its first row. */
export function RecordList<Data, Row>({ title, pages, brief, details }: RecordListProps<Data, Row>): JSX.Element {
  const texts = useRecordTexts();
  const list = useRef<HTMLUListElement>(null);
  const shownBefore = useRef<number | null>(null);
  useOpenOnPaper(list);
  const { rows, totalCount, showMore, loadingMore, moreFailure } = pages;
  useLayoutEffect(() => {
    if (shownBefore.current === null || shownBefore.current >= rows.length) return;
    list.current?.querySelectorAll<HTMLElement>('summary')[shownBefore.current]?.focus();
    shownBefore.current = null;
  }, [rows.length]);
  const more = (): void => {
    shownBefore.current = rows.length;
    showMore?.();
  };
  return (
    <section class="record-rows">
      <h2>
        {title} <small>{texts.rowCount(totalCount)}</small>
      </h2>
      <ul ref={list} class="records">
        {rows.map((row, index) => (
          <li key={index}>
            <details>
              <summary>{brief(row)}</summary>
              <dl class="record-facts">{details(row)}</dl>
            </details>
          </li>
        ))}
      </ul>
      {moreFailure && <FailureNotice failure={moreFailure} onRetry={more} />}
      {showMore && !moreFailure && (
        <button type="button" class="plain more-rows" disabled={loadingMore} onClick={more}>
          {texts.showMore(totalCount - rows.length)}
        </button>
      )}
      {!showMore && rows.length < totalCount && <p class="hint">{texts.childLimit(rows.length, totalCount)}</p>}
    </section>
  );
}

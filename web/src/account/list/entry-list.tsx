import { type ComponentChildren, type JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { AccountFailure } from '../account-failure';
import { useAccountTexts } from '../language/account-texts';
import { type RecordPages } from '../records/use-record-pages';

/** Properties of a list that is read from the top. */
export interface EntryListProps<Data, Row> {
  pages: RecordPages<Data, Row>;
  children: (row: Row) => { content: ComponentChildren; isNew?: boolean };
}

/** Entries one below the other; the next page follows on demand, and the focus goes to its first entry. */
export function EntryList<Data, Row>({ pages, children }: EntryListProps<Data, Row>): JSX.Element {
  const texts = useAccountTexts();
  const list = useRef<HTMLUListElement>(null);
  const shownBefore = useRef<number | null>(null);
  const { rows, totalCount, showMore, loadingMore, moreFailure } = pages;
  useLayoutEffect(() => {
    if (shownBefore.current === null || shownBefore.current >= rows.length) return;
    list.current?.querySelectorAll<HTMLElement>('.entry')[shownBefore.current]?.focus();
    shownBefore.current = null;
  }, [rows.length]);
  const more = (): void => {
    shownBefore.current = rows.length;
    showMore?.();
  };
  return (
    <>
      <ul ref={list} class="entries">
        {rows.map((row, index) => {
          const { content, isNew = false } = children(row);
          return (
            <li key={index} class={isNew ? 'entry unread' : 'entry'} tabIndex={-1}>
              {content}
            </li>
          );
        })}
      </ul>
      {moreFailure && <AccountFailure title={texts.answerFailed} failure={moreFailure} onRetry={more} />}
      {showMore && !moreFailure && (
        <button type="button" class="plain more" aria-disabled={loadingMore} onClick={more}>
          {loadingMore ? texts.oneMoment : texts.showMore(totalCount - rows.length)}
        </button>
      )}
    </>
  );
}

import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiFailure } from '../../api/failure';
import { MarkNoticesReadOperation, NoticesOperation, type NoticesQuery } from '../../generated/account-operations';
import { useLanguage } from '../../language/language-context';
import { AccountFailure } from '../account-failure';
import { useAskAccount } from '../ask-account';
import { useAccountTexts } from '../language/account-texts';
import { EntryList } from '../list/entry-list';
import { formatMoment } from '../moment';
import { PageHeading } from '../page-heading';
import { Problem } from '../problem';
import { rowsOfPage, useRecordPages } from '../records/use-record-pages';

type Told = NonNullable<NoticesQuery['viewer']>['notices']['edges'][number]['node'];

function Notice({ notice }: { notice: Told }): JSX.Element {
  const texts = useAccountTexts();
  const language = useLanguage();
  return (
    <>
      <h2>
        {texts.noticeKinds[notice.kind]}
        {!notice.read && <span class="mark">{texts.unread}</span>}
      </h2>
      <p>{language === 'vi' ? notice.text : notice.textEn}</p>
      <p class="hint">
        <time dateTime={notice.at}>{formatMoment(notice.at)}</time>
      </p>
    </>
  );
}

/** What the person was told, the newest first. */
export function NoticesPage(): JSX.Element {
  const texts = useAccountTexts();
  const ask = useAskAccount();
  const pages = useRecordPages(NoticesOperation, { first: rowsOfPage }, ({ viewer }) => viewer?.notices);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [newest] = pages.rows;
  const markRead = async (): Promise<void> => {
    if (!newest) return;
    const { data, failure: cause } = await ask(MarkNoticesReadOperation, { upTo: newest.id });
    setFailure(cause);
    if (data) pages.answer.retry();
  };
  return (
    <>
      <PageHeading title={texts.places.notices} />
      <Problem answer={pages.answer} />
      {pages.answer.data && !newest && <p class="told">{texts.noticesEmpty}</p>}
      {pages.rows.some(({ read }) => !read) && (
        <button type="button" class="plain mark-read" onClick={() => void markRead()}>
          {texts.markRead}
        </button>
      )}
      {failure && <AccountFailure title={texts.notSent} failure={failure} onRetry={() => void markRead()} />}
      <EntryList pages={pages}>{(notice) => ({ content: <Notice notice={notice} />, isNew: !notice.read })}</EntryList>
    </>
  );
}

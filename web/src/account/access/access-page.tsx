import { type JSX } from 'preact';
import { AccessLogOperation, type AccessLogQuery } from '../../generated/account-operations';
import { useLanguage } from '../../language/language-context';
import { useAccountTexts } from '../language/account-texts';
import { EntryList } from '../list/entry-list';
import { formatMoment } from '../moment';
import { PageHeading } from '../page-heading';
import { Problem } from '../problem';
import { rowsOfPage, useRecordPages } from '../records/use-record-pages';

type Entry = NonNullable<AccessLogQuery['viewer']>['accessLog']['edges'][number]['node'];

function Access({ entry }: { entry: Entry }): JSX.Element {
  const texts = useAccountTexts();
  const language = useLanguage();
  const named: Readonly<Record<string, string>> = texts.accessFields;
  const fields = entry.fields.map((field) => named[field] ?? field).join(', ');
  return (
    <>
      <h2>{texts.purposes[entry.purpose]}</h2>
      <p>{language === 'en' ? entry.whoEn : entry.who}</p>
      <p class="hint">
        <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
        {' · '}
        {fields === '' ? texts.nothingShown : texts.fieldsShown(fields)}
      </p>
    </>
  );
}

/** Who else looked at the person's data, when, why and at what. */
export function AccessPage(): JSX.Element {
  const texts = useAccountTexts();
  const pages = useRecordPages(AccessLogOperation, { first: rowsOfPage }, ({ viewer }) => viewer?.accessLog);
  return (
    <>
      <PageHeading title={texts.places.access} />
      <p class="lead">{texts.accessHelp}</p>
      <Problem answer={pages.answer} />
      {pages.answer.data && pages.rows.length === 0 && <p class="told">{texts.accessEmpty}</p>}
      <EntryList pages={pages}>{(entry) => ({ content: <Access entry={entry} /> })}</EntryList>
    </>
  );
}

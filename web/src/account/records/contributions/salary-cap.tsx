import { type JSX } from 'preact';
import { type ContributionRowsFragment } from '../../../generated/records-operations';
import { useLanguage } from '../../../language/language-context';
import { useRecordTexts } from '../language/record-texts';
import { RecordFact } from '../list/record-fact';
import { formatDong, formatMonth } from '../record-formats';

type Row = ContributionRowsFragment['edges'][number]['node'];

/** Up to which salary was paid for in the first month of a stretch, with its laws; or why that is not known. */
export function SalaryCapFact({ row: { salaryCap, fromMonth } }: { row: Row }): JSX.Element {
  const texts = useRecordTexts();
  const language = useLanguage();
  return (
    <RecordFact name={texts.salaryCap(formatMonth(fromMonth))}>
      {salaryCap.__typename === 'StatutoryUnknown' ? (
        <span class="hint">{language === 'vi' ? salaryCap.message : salaryCap.messageEn}</span>
      ) : (
        <>
          {formatDong(salaryCap.amountVnd)}
          {salaryCap.region !== null && <small> · {texts.wageRegion(salaryCap.region)}</small>}
          <small lang="vi">
            {' '}
            · {salaryCap.source}; {salaryCap.basisSource}
          </small>
        </>
      )}
    </RecordFact>
  );
}

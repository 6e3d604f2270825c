import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChildrenVisitYearsOperation, MyVisitYearsOperation } from '../../generated/records-operations';
import { useAccount } from '../account-store';
import { useAccountAnswer } from '../ask-account';
import { ChildSwitch } from '../child-switch';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { Problem } from '../problem';
import { childOf, ChildNotice } from './child-notice';
import { useRecordTexts } from './language/record-texts';
import { EmptyNotice } from './list/empty-notice';
import { PrintButton } from './list/print-button';
import { ChildVisits, OwnVisits } from './visits/year-visits';
import './styles/records.css';

/** Medical visits that health insurance paid for, year by year (sổ khám chữa bệnh), one's own or an approved child's. */
export function VisitsPage(): JSX.Element {
  const texts = useRecordTexts();
  const accountTexts = useAccountTexts();
  const { child } = useAccount().state;
  const own = useAccountAnswer(MyVisitYearsOperation, child === null ? {} : null);
  const children = useAccountAnswer(ChildrenVisitYearsOperation, child === null ? null : {});
  const [chosen, setChosen] = useState<number | null>(null);
  const found = childOf(children.data?.viewer, child);
  const years = child === null ? own.data?.viewer?.visitYears : found?.visitYears;
  const year = years?.find((one) => one === chosen) ?? years?.[0];
  return (
    <div class="records-page">
      <PageHeading title={accountTexts.places.visits} />
      <ChildSwitch />
      <ChildNotice />
      <Problem answer={child === null ? own : children} />
      {children.data && !found && child !== null && <p class="stored">{texts.childGone}</p>}
      {years?.length === 0 && <EmptyNotice title={texts.noVisits} help={texts.noVisitsHelp} />}
      {years && year !== undefined && (
        <>
          <div class="years" role="group" aria-label={texts.yearsLabel}>
            {years.map((one) => (
              <button key={one} type="button" class="chip" aria-pressed={one === year} onClick={() => setChosen(one)}>
                {texts.year(one)}
              </button>
            ))}
          </div>
          {child === null ? <OwnVisits year={year} /> : <ChildVisits year={year} child={child} />}
          <PrintButton />
        </>
      )}
    </div>
  );
}

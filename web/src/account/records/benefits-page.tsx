import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type BenefitKind } from '../../generated/records-operations';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { BenefitList } from './benefits/benefit-list';
import { ChildNotice } from './child-notice';
import { useRecordTexts } from './language/record-texts';
import { PrintButton } from './list/print-button';
import { Tabs } from './list/tabs';
import './styles/records.css';

const kinds: readonly BenefitKind[] = ['LUMP_SUM', 'SICKNESS_MATERNITY', 'MONTHLY', 'HEALTH'];

/** The four sorts of benefits a person received (thông tin hưởng); a guardian does not see a child's. */
export function BenefitsPage(): JSX.Element {
  const texts = useRecordTexts();
  const accountTexts = useAccountTexts();
  const [kind, setKind] = useState<BenefitKind>('LUMP_SUM');
  return (
    <div class="records-page">
      <PageHeading title={accountTexts.places.benefits} />
      <ChildNotice text={texts.benefitsOfChildren} />
      <Tabs
        label={texts.benefitTabs}
        tabs={kinds.map((name) => ({ name, label: texts.benefitKinds[name] }))}
        chosen={kind}
        onChoose={setKind}
      >
        <h2 class="panel-title">{texts.benefitNames[kind]}</h2>
        <BenefitList kind={kind} />
      </Tabs>
      <PrintButton />
    </div>
  );
}

import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type BenefitKind } from '../../generated/records-operations';
import { useAccount } from '../account-store';
import { ChildSwitch } from '../child-switch';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { ChildBenefits, OwnBenefits } from './benefits/benefit-list';
import { ChildNotice } from './child-notice';
import { useRecordTexts } from './language/record-texts';
import { PrintButton } from './list/print-button';
import { Tabs } from './list/tabs';
import './styles/records.css';

const kinds: readonly BenefitKind[] = ['LUMP_SUM', 'SICKNESS_MATERNITY', 'MONTHLY', 'HEALTH'];

/** The four sorts of benefits a person received (thông tin hưởng), one's own or an approved child's. */
export function BenefitsPage(): JSX.Element {
  const texts = useRecordTexts();
  const accountTexts = useAccountTexts();
  const { child } = useAccount().state;
  const [kind, setKind] = useState<BenefitKind>('LUMP_SUM');
  return (
    <div class="records-page">
      <PageHeading title={accountTexts.places.benefits} />
      <ChildSwitch />
      <ChildNotice />
      <Tabs
        label={texts.benefitTabs}
        tabs={kinds.map((name) => ({ name, label: texts.benefitKinds[name] }))}
        chosen={kind}
        onChoose={setKind}
      >
        <h2 class="panel-title">{texts.benefitNames[kind]}</h2>
        {child === null ? <OwnBenefits kind={kind} /> : <ChildBenefits kind={kind} child={child} />}
      </Tabs>
      <PrintButton />
    </div>
  );
}

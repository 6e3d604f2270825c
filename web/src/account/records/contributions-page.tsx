import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type InsuranceKind } from '../../generated/records-operations';
import { useAccount } from '../account-store';
import { ChildSwitch } from '../child-switch';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { ChildContributions } from './contributions/child-contributions';
import { OwnContributions } from './contributions/own-contributions';
import { useRecordTexts } from './language/record-texts';
import { PrintButton } from './list/print-button';
import { Tabs } from './list/tabs';
import './styles/records.css';

const kinds: readonly InsuranceKind[] = ['SOCIAL', 'UNEMPLOYMENT', 'OCCUPATIONAL', 'HEALTH'];

/** The four histories of contributions (quá trình tham gia), one's own or an approved child's. */
export function ContributionsPage(): JSX.Element {
  const texts = useRecordTexts();
  const accountTexts = useAccountTexts();
  const { state } = useAccount();
  const [kind, setKind] = useState<InsuranceKind>(state.child === null ? 'SOCIAL' : 'HEALTH');
  return (
    <div class="records-page">
      <PageHeading title={accountTexts.places.contributions} />
      <ChildSwitch />
      <Tabs
        label={texts.insuranceTabs}
        tabs={kinds.map((name) => ({ name, label: texts.insurances[name] }))}
        chosen={kind}
        onChoose={setKind}
      >
        <h2 class="panel-title">{texts.insuranceNames[kind]}</h2>
        {state.child === null ? (
          <OwnContributions kind={kind} />
        ) : (
          <ChildContributions kind={kind} child={state.child} />
        )}
      </Tabs>
      <PrintButton />
    </div>
  );
}

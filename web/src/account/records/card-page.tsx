import { type JSX } from 'preact';
import { useAccount } from '../account-store';
import { ChildSwitch } from '../child-switch';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { ChildCard } from './card/child-card';
import { OwnCard } from './card/own-card';
import { PrintButton } from './list/print-button';
import './styles/records.css';

/** The health card (thẻ BHYT), one's own or an approved child's: the card itself and the code to show. */
export function CardPage(): JSX.Element {
  const accountTexts = useAccountTexts();
  const { child } = useAccount().state;
  return (
    <div class="records-page">
      <PageHeading title={accountTexts.places.card} />
      <ChildSwitch />
      {child === null ? <OwnCard /> : <ChildCard child={child} />}
      <PrintButton />
    </div>
  );
}

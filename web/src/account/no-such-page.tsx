import { type JSX } from 'preact';
import { AccountLink } from './account-link';
import { useAccountTexts } from './language/account-texts';
import { PageHeading } from './page-heading';

/** Stands at an address where nothing is. */
export function NoSuchPage(): JSX.Element {
  const texts = useAccountTexts();
  return (
    <>
      <PageHeading title={texts.noSuchPage} />
      <p>
        <AccountLink to="profile">{texts.places.profile}</AccountLink>
      </p>
    </>
  );
}

import { type JSX } from 'preact';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';

/** Signing in (đăng nhập). */
export function SignInPage(): JSX.Element {
  const texts = useAccountTexts();
  return <PageHeading title={texts.places.signIn} />;
}

import { type JSX } from 'preact';
import { ProfileOperation } from '../../generated/account-operations';
import { useAccountAnswer } from '../ask-account';
import { ChildSwitch } from '../child-switch';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { Problem } from '../problem';

/** What is on record about the person (quản lý cá nhân). */
export function ProfilePage(): JSX.Element {
  const texts = useAccountTexts();
  const answer = useAccountAnswer(ProfileOperation, {});
  return (
    <>
      <PageHeading title={texts.places.profile} />
      <ChildSwitch />
      <Problem answer={answer} />
      {answer.data?.viewer && <p>{answer.data.viewer.profile.fullName}</p>}
    </>
  );
}

import { type JSX } from 'preact';
import { ProfileOperation, type ProfileQuery } from '../../generated/account-operations';
import { formatDate } from '../../language/formats';
import { Fact } from '../../listing/fact';
import { AccountLink } from '../account-link';
import { type ChildSummary, useAccount } from '../account-store';
import { useAccountAnswer } from '../ask-account';
import { ChildSwitch } from '../child-switch';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { Problem } from '../problem';
import { ExportButtons } from './export-buttons';
import { IdentityPapers } from './identity-papers';

type Profile = NonNullable<ProfileQuery['viewer']>['profile'];

function OwnFacts({ profile }: { profile: Profile }): JSX.Element {
  const texts = useAccountTexts();
  return (
    <>
      <dl class="facts">
        <Fact label={texts.bhxhCodeShort}>{profile.bhxhCode}</Fact>
        <Fact label={texts.fullName}>
          <span lang="vi">{profile.fullName}</span>
        </Fact>
        <Fact label={texts.dateOfBirth}>{formatDate(profile.dateOfBirth)}</Fact>
        <Fact label={texts.sex}>{texts.sexes[profile.sex]}</Fact>
        <Fact label={texts.identityNumber}>{profile.personalIdNumberMasked ?? texts.notOnRecord}</Fact>
        <Fact label={texts.phone}>{profile.phone ?? texts.notOnRecord}</Fact>
        <Fact label={texts.email}>{profile.email ?? texts.notOnRecord}</Fact>
        <Fact label={texts.address}>
          {profile.address ? <span lang="vi">{profile.address}</span> : texts.notOnRecord}
        </Fact>
      </dl>
      <p class="hint">{texts.wrongFacts}</p>
      <IdentityPapers papers={profile.identityDocuments} />
      <section class="part" aria-labelledby="password-part">
        <h2 id="password-part">{texts.password}</h2>
        <p>{texts.passwordCountsUntil(formatDate(profile.passwordExpiresAt))}</p>
        <AccountLink to="password" class="plain">
          {texts.places.password}
        </AccountLink>
      </section>
      <ExportButtons />
    </>
  );
}

function ChildFacts({ child }: { child: ChildSummary }): JSX.Element {
  const texts = useAccountTexts();
  return (
    <>
      <dl class="facts">
        <Fact label={texts.bhxhCodeShort}>{child.bhxhCode}</Fact>
        <Fact label={texts.fullName}>
          <span lang="vi">{child.fullName}</span>
        </Fact>
        <Fact label={texts.dateOfBirth}>{formatDate(child.dateOfBirth)}</Fact>
        <Fact label={texts.sex}>{texts.sexes[child.sex]}</Fact>
      </dl>
      <p class="hint">{texts.childLogged}</p>
    </>
  );
}

/** What is on record about the person (quản lý cá nhân), or about a child of theirs. */
export function ProfilePage(): JSX.Element {
  const texts = useAccountTexts();
  const { child } = useAccount().state;
  const answer = useAccountAnswer(ProfileOperation, {});
  const profile = answer.data?.viewer?.profile;
  return (
    <>
      <PageHeading title={texts.places.profile} />
      <Problem answer={answer} />
      {profile && <ChildSwitch />}
      {profile && (child ? <ChildFacts child={child} /> : <OwnFacts profile={profile} />)}
    </>
  );
}

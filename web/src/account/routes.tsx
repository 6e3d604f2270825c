import { type ComponentType } from 'preact';
import { AccessPage } from './access/access-page';
import { DevicesPage } from './devices/devices-page';
import { FindCodePage } from './find-code/find-code-page';
import { NoticesPage } from './notices/notices-page';
import { ForgotPage } from './password/forgot-page';
import { PasswordPage } from './password/password-page';
import { type PlaceName } from './paths';
import { ProfilePage } from './profile/profile-page';
import { BenefitsPage } from './records/benefits-page';
import { CardPage } from './records/card-page';
import { ContributionsPage } from './records/contributions-page';
import { VisitsPage } from './records/visits-page';
import { SignInPage } from './sign-in/sign-in-page';

/** One page of the account area. */
export interface Route {
  readonly component: ComponentType;
  /** Shown to the person who is signed in only, with the navigation beside it. */
  readonly isPersonal: boolean;
}

const personal = (component: ComponentType): Route => ({ component, isPersonal: true });
const open = (component: ComponentType): Route => ({ component, isPersonal: false });

/** Which page stands where. */
export const routes: Record<PlaceName, Route> = {
  profile: personal(ProfilePage),
  card: personal(CardPage),
  contributions: personal(ContributionsPage),
  benefits: personal(BenefitsPage),
  visits: personal(VisitsPage),
  password: personal(PasswordPage),
  notices: personal(NoticesPage),
  devices: personal(DevicesPage),
  access: personal(AccessPage),
  signIn: open(SignInPage),
  forgot: open(ForgotPage),
  findCode: open(FindCodePage),
};

/** The order of the navigation. */
export const navigation: readonly PlaceName[] = [
  'profile',
  'card',
  'contributions',
  'benefits',
  'visits',
  'notices',
  'devices',
  'access',
];

import { type ComponentType } from 'preact';
import { type PlaceName } from './paths';
import { ProfilePage } from './profile/profile-page';
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
export const routes: Partial<Record<PlaceName, Route>> = {
  profile: personal(ProfilePage),
  signIn: open(SignInPage),
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

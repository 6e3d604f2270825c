import { type AccountCatalogue } from './account-catalogue';

/** Every text of the account area in English. */
export const english: AccountCatalogue = {
  places: {
    profile: 'My details',
    signIn: 'Sign in',
    password: 'Change password',
    forgot: 'Forgotten password',
    card: 'Health card',
    contributions: 'Contributions',
    benefits: 'Benefits',
    visits: 'Medical visits',
    notices: 'Notices',
    devices: 'Signed-in devices',
    access: 'Who looked at my data',
    findCode: 'Find my BHXH code',
  },
  navigation: 'My account',
  backToDirectory: 'Back to the directory',
  skipToContent: 'Skip to the content',
  offline: 'No network. Your personal data needs a network to be shown.',
  answerFailed: 'Your data did not arrive',
  awaited: 'Your data is on its way…',
  noSuchPage: 'There is no such page',
  signOut: 'Sign out',
  signOutFailed: 'Not signed out: the server cannot be reached. Try again once there is a network.',
  whoseRecord: 'Whose record',
  ownRecord: 'Mine',
  childRecord: (name) => `Child: ${name}`,
};

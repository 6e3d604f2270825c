/** Addresses of the account area; src/http/page-routes.ts serves the page at each. None ever holds a personal value. */
export const paths = {
  profile: '/account',
  signIn: '/account/sign-in',
  password: '/account/password',
  forgot: '/account/forgot',
  card: '/account/card',
  contributions: '/account/contributions',
  benefits: '/account/benefits',
  visits: '/account/visits',
  notices: '/account/notices',
  devices: '/account/devices',
  access: '/account/access',
  findCode: '/find-code',
} as const;

/** Name of one place in the account area. */
export type PlaceName = keyof typeof paths;

/** The place at an address; null when there is none. */
export function placeAt(pathname: string): PlaceName | null {
  const names = Object.keys(paths) as PlaceName[];
  return names.find((name) => paths[name] === pathname) ?? null;
}

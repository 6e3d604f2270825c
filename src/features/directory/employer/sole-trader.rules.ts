import type { Employer } from './employer.entity';

/**
 * A sole trader who employs others is a natural person: beyond the public name, nothing that identifies the person is
 * shown (Law 91/2025/QH15 on the protection of personal data). Other employers stay as they are.
 */
export function withoutPrivateDetails(employer: Employer): Employer {
  if (!employer.soleTrader) return employer;
  return Object.assign(employer, {
    taxCode: null,
    address: null,
    phoneNumbers: null,
    email: null,
    website: null,
    latitude: null,
    longitude: null,
    positionPrecision: null,
  });
}

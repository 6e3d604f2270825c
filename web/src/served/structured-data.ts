import { type ListingFacts } from '../listing/use-details';
import { websiteLink } from '../listing/links';

const types: Record<ListingFacts['__typename'], string> = {
  Office: 'GovernmentOffice',
  Clinic: 'MedicalClinic',
  Employer: 'Organization',
  Agent: 'LocalBusiness',
};

/** What search engines read of a place, in the words of schema.org: only what the page itself says. */
export function structuredData(facts: ListingFacts, url: string): string {
  const { name, address, unit, position, phones, email, website } = facts;
  const type = facts.__typename === 'Clinic' && facts.type === 'HOSPITAL' ? 'Hospital' : types[facts.__typename];
  const isExact = facts.positionPrecision === 'BUILDING' || facts.positionPrecision === 'STREET';
  const data = {
    '@context': 'https://schema.org',
    '@type': type,
    '@id': url,
    url,
    name,
    identifier: facts.code,
    ...(facts.formerName && { alternateName: facts.formerName }),
    address: {
      '@type': 'PostalAddress',
      ...(address && { streetAddress: address }),
      ...(unit && { addressLocality: unit.name }),
      ...(unit?.province && { addressRegion: unit.province.name }),
      addressCountry: 'VN',
    },
    ...(phones[0] && { telephone: phones[0].number }),
    ...(email && { email }),
    ...(website && { sameAs: websiteLink(website) }),
    ...(position &&
      isExact && {
        geo: { '@type': 'GeoCoordinates', latitude: position.latitude, longitude: position.longitude },
      }),
  };
  // Inside a script element, markup must not end it.
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

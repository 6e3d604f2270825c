import { type JSX } from 'preact';
import { formatDate } from '../language/formats';
import { useTexts } from '../language/language-context';
import { describePeriod, Fact } from './fact';
import { FirstFact, KindFacts } from './kind-facts';
import { telephoneLink, websiteLink } from './links';
import { type ListingFacts } from './use-details';

/** Everything that is known about a listing, in lines: the panel and the page of the place show the same. */
export function ListingLines({ facts, on }: { facts: ListingFacts; on: string | null }): JSX.Element {
  const texts = useTexts();
  const { unit, statedUnit, phones, source, verifiedAt, positionPrecision } = facts;
  const place = unit && [...new Set([unit.name, unit.province?.name])].filter(Boolean).join(', ');
  const former = statedUnit && statedUnit.code !== unit?.code ? statedUnit.name : null;
  const precision = positionPrecision ? texts.precisions[positionPrecision] : texts.precisionUnknown;
  const checked = verifiedAt ? texts.lastChecked(formatDate(verifiedAt)) : texts.neverChecked;
  return (
    <dl class="facts">
      <FirstFact facts={facts} on={on} />
      <Fact label={texts.openingHours}>{facts.openingHours ?? texts.openingHoursUnknown}</Fact>
      <Fact label={texts.phone}>
        {phones.length > 0 && (
          <ul class="plain-list">
            {phones.map(({ label, number }) => (
              <li key={number}>
                {label && `${label}: `}
                <a href={telephoneLink(number)}>{number}</a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={texts.address}>{facts.address && <span lang="vi">{facts.address}</span>}</Fact>
      <Fact label={texts.unit}>
        {place && <span lang="vi">{place}</span>}
        {former && <small> ({texts.formerUnit(former)})</small>}
      </Fact>
      <KindFacts facts={facts} />
      <Fact label={texts.email}>{facts.email && <a href={`mailto:${facts.email}`}>{facts.email}</a>}</Fact>
      <Fact label={texts.website}>
        {facts.website && (
          <a href={websiteLink(facts.website)} target="_blank" rel="noopener noreferrer nofollow">
            {facts.website}
          </a>
        )}
      </Fact>
      <Fact label={texts.validity}>{describePeriod(facts.validFrom, facts.validUntil, texts)}</Fact>
      <Fact label={texts.formerName}>{facts.formerName && <span lang="vi">{facts.formerName}</span>}</Fact>
      <Fact label={texts.code}>{facts.code}</Fact>
      <Fact label={texts.position}>{facts.position ? precision : texts.noPosition}</Fact>
      <Fact label={texts.source}>
        {source?.url ? (
          <a href={websiteLink(source.url)} target="_blank" rel="noopener noreferrer">
            {source.name}
          </a>
        ) : (
          (source?.name ?? texts.unknown)
        )}
        , {checked}
      </Fact>
    </dl>
  );
}

import { type JSX } from 'preact';
import { type Ask } from '../api/ask';
import { ChosenPlaceOperation, UnitFactsOperation } from '../generated/operations';
import { KindIcon } from '../icons/kind-icon';
import { formatDate, today } from '../language/formats';
import { textsOf } from '../language/language-context';
import { DemonstrationMark } from '../listing/demonstration-mark';
import { OfficeLinks } from '../listing/kind-facts';
import { telephoneLink } from '../listing/links';
import { ListingLines } from '../listing/listing-lines';
import { fetchDetails, type ListingFacts } from '../listing/use-details';
import { shareAddress, unitAddress } from '../page/page-address';
import { type ListingKey, type PageState } from '../page/page-state';
import { ResponsibleOffice } from '../place/responsible-office';
import { kindOf } from '../results/result';
import { type PageRequest } from './request';
import { type Drawn, inBoth, notFound } from './drawn';
import { structuredData } from './structured-data';

const never = new AbortController().signal;

/** The page of a listing: the facts of its panel. One that ended is gone, and the page says what came after it. */
export async function listingPage(key: ListingKey, state: PageState, request: PageRequest, ask: Ask): Promise<Drawn> {
  const { data: facts } = await fetchDetails(key, state.filters.contractedOn ?? null, never, ask);
  if (!facts) return notFound(state);
  const addresses = inBoth((language) => shareAddress({ ...key, code: facts.code }, language));
  if (facts.code !== key.code) return { location: addresses[state.language] };
  const texts = textsOf(state.language);
  const isEnded = facts.validUntil !== null && facts.validUntil < today();
  return {
    status: isEnded ? 410 : 200,
    head: {
      title: `${facts.name} · ${texts.pageTitle}`,
      description: describe(facts, state),
      addresses: isEnded || isPrivate(facts) ? null : addresses,
      ...(!isEnded && { structured: structuredData(facts, request.origin + addresses.vi) }),
    },
    addresses,
    content: <ListingArticle facts={facts} state={state} isEnded={isEnded} />,
  };
}

/** Employers of one person show no tax code: nobody should find them by a search engine. */
function isPrivate(facts: ListingFacts): boolean {
  return facts.__typename === 'Employer' && facts.taxCode === null;
}

function describe(facts: ListingFacts, { language }: PageState): string {
  const texts = textsOf(language);
  const place = facts.address ?? [facts.unit?.name, facts.unit?.province?.name].filter(Boolean).join(', ');
  const [phone] = facts.phones;
  return [`${texts.kindNames[kindOf(facts)]} ${facts.code}`, place, phone && `${texts.phone}: ${phone.number}`]
    .filter(Boolean)
    .join('. ');
}

function ListingArticle(props: { facts: ListingFacts; state: PageState; isEnded: boolean }): JSX.Element {
  const { facts, state, isEnded } = props;
  const texts = textsOf(state.language);
  const kind = kindOf(facts);
  const [phone] = facts.phones;
  const successors = facts.__typename === 'Office' ? facts.successors : [];
  return (
    <article class={`served-place ${kind.toLowerCase()}`}>
      <p class={`listing-kind ${kind.toLowerCase()}`}>
        <KindIcon kind={kind} />
        {texts.kindNames[kind]}
        {facts.demonstration && <DemonstrationMark />}
      </p>
      <h1 lang="vi">{facts.name}</h1>
      {facts.demonstration && <p class="demonstration-note">{texts.demonstrationNotice}</p>}
      {isEnded && facts.validUntil && (
        <div class="notice" role="note">
          <p>{texts.endedOn(formatDate(facts.validUntil))}</p>
          {successors.length > 0 && (
            <p>
              {texts.successors}: <OfficeLinks offices={successors} />
            </p>
          )}
        </div>
      )}
      {phone && !isEnded && (
        <p class="card-actions">
          <a class="strong" href={telephoneLink(phone.number)}>
            {texts.callNumber(phone.number)}
          </a>
        </p>
      )}
      <ListingLines facts={facts} on={state.filters.contractedOn ?? null} />
    </article>
  );
}

/** The page of an administrative unit, old or new: what it is today, and which office is responsible. */
export async function unitPage(
  unit: { code: string; asOf: string | null },
  state: PageState,
  ask: Ask,
): Promise<Drawn> {
  const { data } = await ask(UnitFactsOperation, unit);
  if (!data.unit) return notFound(state);
  const { code, name, province } = data.unit;
  const { data: chosen } = await ask(ChosenPlaceOperation, { unit: code, asOf: unit.asOf });
  const texts = textsOf(state.language);
  const addresses = inBoth((language) => unitAddress(unit, language));
  const named = [...new Set([name, province?.name])].filter(Boolean).join(', ');
  const office = chosen.officeFor.office?.name;
  return {
    status: 200,
    head: {
      title: `${named} · ${texts.pageTitle}`,
      description: `${texts.responsibleOffice}: ${office ?? texts.noResponsibleOffice}`,
      addresses,
    },
    addresses,
    content: (
      <article class="served-place">
        <h1 lang="vi">{named}</h1>
        <ResponsibleOffice
          location={chosen.officeFor}
          chosen={chosen.unit && { unit: chosen.unit, location: chosen.officeFor }}
        />
      </article>
    ),
  };
}

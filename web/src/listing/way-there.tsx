import { type JSX } from 'preact';
import { Icon } from '../icons/icon';
import { useTexts } from '../language/language-context';
import { hotline } from '../page/page-footer';
import { type Destination, directionsLink, isAtBuilding, mapsLink, telephoneLink } from './links';

/** Empty where a page is drawn on the server, which draws the same for all devices. */
const userAgent = 'navigator' in globalThis ? navigator.userAgent : '';

/** How to get there: a way to the building, and the place in the device's own maps application. */
export function WayThere({ to, strong = false }: { to: Destination; strong?: boolean }): JSX.Element {
  const texts = useTexts();
  const directions = directionsLink(to);
  return (
    <>
      {directions !== null && (
        <a class={strong ? 'strong' : 'plain'} href={directions} target="_blank" rel="noopener noreferrer">
          <Icon name="directions" />
          {texts.directions}
        </a>
      )}
      <a class="plain" href={mapsLink(to, userAgent)} target="_blank" rel="noopener noreferrer">
        <Icon name="place" />
        {texts.openInMaps}
      </a>
    </>
  );
}

/** What to ask before going where the position is not that of the building, with numbers to call. */
export function CallFirst({ to, numbers }: { to: Destination; numbers: readonly string[] }): JSX.Element | null {
  const texts = useTexts();
  if (isAtBuilding(to)) return null;
  const known = to.position && to.positionPrecision !== 'BUILDING' && to.positionPrecision;
  const called = numbers.length > 0 ? numbers : [hotline];
  return (
    <p class="call-first">
      {known ? texts.positionIsOf[known] : texts.positionUnsure}{' '}
      {called.map((number, at) => (
        <span key={number}>
          {at > 0 && ', '}
          <a href={telephoneLink(number)}>{number}</a>
        </span>
      ))}
      {numbers.length === 0 && ` (${texts.hotline})`}
    </p>
  );
}

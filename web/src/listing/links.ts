import { type Place } from '../map/mercator';

/** A link that calls: digits and a leading plus only. */
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}

/** A link that starts navigation in the device's map application, or in the browser. */
export function directionsLink(place: Place | null, address: string | null): string {
  const destination = place ? `${place.latitude},${place.longitude}` : (address ?? '');
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(destination)}`;
}

/** A website as a link that opens; addresses come without a scheme at times, and never with a dangerous one. */
export function websiteLink(website: string): string {
  return /^https?:\/\//i.test(website) ? website : `https://${website.replace(/^[a-z]+:\/*/i, '')}`;
}

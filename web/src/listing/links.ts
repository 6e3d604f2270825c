import { type ListingSummaryFragment } from '../generated/operations';

/** What leads to a place: its name, and its position or else its address. */
export type Destination = Pick<ListingSummaryFragment, 'name' | 'address' | 'unit' | 'position' | 'positionPrecision'>;

/** Whether the position is that of the building: a way to any other point leads astray. */
export function isAtBuilding({ position, positionPrecision }: Destination): boolean {
  return position !== null && positionPrecision === 'BUILDING';
}

/** A link that calls: digits and a leading plus only. */
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}

/** A link that starts navigation to the building, or null where its position is not known. */
export function directionsLink(destination: Destination): string | null {
  const point = pointOf(destination);
  return point && isAtBuilding(destination)
    ? `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(point)}`
    : null;
}

/**
 * A link that shows the place in the maps application of the device: the building, where its position is known, else what
 * the application finds by name and address. `device` is what the browser says of itself.
 */
export function mapsLink(destination: Destination, device: string): string {
  const { name, address, unit } = destination;
  const point = pointOf(destination);
  const words = encodeURIComponent([name, address ?? unit?.name].filter(Boolean).join(', '));
  const exact = isAtBuilding(destination);
  if (/Android/.test(device)) {
    const found = exact ? encodeURIComponent(`${point}(${name})`) : words;
    return `geo:${point ?? '0,0'}?q=${found}`;
  }
  if (/iPhone|iPad|iPod|Macintosh/.test(device)) {
    if (exact) return `https://maps.apple.com/?ll=${point}&q=${encodeURIComponent(name)}`;
    return `https://maps.apple.com/?q=${words}${point ? `&sll=${point}` : ''}`;
  }
  return `https://www.google.com/maps/search/?api=1&query=${exact ? encodeURIComponent(point ?? '') : words}`;
}

/** A website as a link that opens; addresses come without a scheme at times, and never with a dangerous one. */
export function websiteLink(website: string): string {
  return /^https?:\/\//i.test(website) ? website : `https://${website.replace(/^[a-z]+:\/*/i, '')}`;
}

function pointOf({ position }: Destination): string | null {
  return position && `${position.latitude},${position.longitude}`;
}

import L from 'leaflet';
import { kindPaths } from '../icons/kind-icon';
import { type ClusterResult, type ListingResult } from '../results/result';

const touchSize = 44;

function sign(className: string, size: number, content: string | SVGElement): L.DivIcon {
  const mark = document.createElement('span');
  mark.className = 'mark';
  mark.append(content);
  return L.divIcon({ html: mark, className: `sign ${className}`, iconSize: [size, size] });
}

function glyph(path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  const outline = document.createElementNS(namespace, 'path');
  outline.setAttribute('d', path);
  drawing.append(outline);
  return drawing;
}

/** The sign of one listing: the colour and glyph of its kind, a broken edge when it is demonstration data. */
export function listingSign({ kind, listing }: ListingResult): L.DivIcon {
  const demonstration = listing.demonstration ? ' demonstration' : '';
  return sign(`pin ${kind.toLowerCase()}${demonstration}`, touchSize, glyph(kindPaths[kind]));
}

/** The sign of many listings: their number, larger for more. */
export function clusterSign({ count }: ClusterResult, number: string): L.DivIcon {
  const step = count < 10 ? 1 : count < 100 ? 2 : count < 1000 ? 3 : 4;
  return sign(`cluster size-${step}`, touchSize + 4 * step, number);
}

/** The sign of listings that stand on one point. */
export function pileSign(count: number): L.DivIcon {
  return sign('pile', touchSize, String(count));
}

/** The sign of the place that "near" means. */
export function originSign(): L.DivIcon {
  return sign('origin', touchSize, '');
}

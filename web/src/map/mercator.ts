import { type BoundingBoxInput } from '../generated/operations';

/** Pixels of the whole world at zoom 0, as in Leaflet. */
const worldPixels = 256;

/** Where the map looks: its centre in degrees and its zoom (whole numbers). */
export interface View {
  latitude: number;
  longitude: number;
  zoom: number;
}

/** The size of the map on the screen, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A place in degrees. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** Pixel position in the world at a zoom (Web Mercator, y to the south). */
export function project({ latitude, longitude }: Place, zoom: number): { x: number; y: number } {
  const pixels = worldPixels * 2 ** zoom;
  const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180);
  return {
    x: (longitude / 360 + 0.5) * pixels,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * pixels,
  };
}

/** The place at a pixel position of the world: the inverse of `project`. */
export function unproject({ x, y }: { x: number; y: number }, zoom: number): Place {
  const pixels = worldPixels * 2 ** zoom;
  return {
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / pixels))) * 180) / Math.PI,
    longitude: (x / pixels - 0.5) * 360,
  };
}

function boxAround(view: View, size: Size, grid: number): BoundingBoxInput {
  const centre = project(view, view.zoom);
  const left = Math.floor((centre.x - size.width / 2) / grid) * grid;
  const right = Math.ceil((centre.x + size.width / 2) / grid) * grid;
  const top = Math.floor((centre.y - size.height / 2) / grid) * grid;
  const bottom = Math.ceil((centre.y + size.height / 2) / grid) * grid;
  const northWest = unproject({ x: left, y: top }, view.zoom);
  const southEast = unproject({ x: right, y: bottom }, view.zoom);
  const degrees = (value: number): number => Math.round(value * 1e5) / 1e5;
  return {
    south: degrees(southEast.latitude),
    west: degrees(northWest.longitude),
    north: degrees(northWest.latitude),
    east: degrees(southEast.longitude),
  };
}

/** What the map shows. */
export function boxOf(view: View, size: Size): BoundingBoxInput {
  return boxAround(view, size, 1);
}

/**
 * A slightly larger box on a grid of 128 pixels: small moves of the map, and other people looking at the same place,
 * ask the same question and share the cached answer.
 */
export function gridBoxOf(view: View, size: Size): BoundingBoxInput {
  return boxAround(view, size, 128);
}

/** Whether a place lies in a box, edges included. */
export function isInside({ latitude, longitude }: Place, box: BoundingBoxInput): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}

/** The view that shows a box whole, with a margin in pixels, between the given zooms. */
export function viewOf(
  box: BoundingBoxInput,
  size: Size,
  margin: number,
  zooms: { least: number; most: number },
): View {
  let zoom = zooms.most;
  for (; zoom > zooms.least; zoom--) {
    const northWest = project({ latitude: box.north, longitude: box.west }, zoom);
    const southEast = project({ latitude: box.south, longitude: box.east }, zoom);
    const fits =
      southEast.x - northWest.x <= Math.max(40, size.width - 2 * margin) &&
      southEast.y - northWest.y <= Math.max(40, size.height - 2 * margin);
    if (fits) break;
  }
  const northWest = project({ latitude: box.north, longitude: box.west }, zoom);
  const southEast = project({ latitude: box.south, longitude: box.east }, zoom);
  return { ...unproject({ x: (northWest.x + southEast.x) / 2, y: (northWest.y + southEast.y) / 2 }, zoom), zoom };
}

/** The smallest box around some places, or null for none. */
export function boxAroundPlaces(places: readonly Place[]): BoundingBoxInput | null {
  if (places.length === 0) return null;
  const latitudes = places.map((place) => place.latitude);
  const longitudes = places.map((place) => place.longitude);
  return {
    south: Math.min(...latitudes),
    west: Math.min(...longitudes),
    north: Math.max(...latitudes),
    east: Math.max(...longitudes),
  };
}

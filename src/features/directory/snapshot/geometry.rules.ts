import { distance } from 'geokdbush';

/** A box of degrees, empty when south lies north of north. With west east of east it crosses the 180th meridian (RFC 7946). */
export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A point in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const RADIANS = Math.PI / 180;
/** Side of a tile of the map, which is the whole world at zoom 0. */
export const TILE_PIXELS = 256;
/** Metres of a degree of latitude, rounded down: a box of so many degrees is never too small. */
const METERS_PER_DEGREE = 111_000;

/** Great-circle distance in metres, on a sphere of 6,371 km radius (haversine). */
export function distanceMeters(from: Point, latitude: number, longitude: number): number {
  return distance(from.longitude, from.latitude, longitude, latitude) * 1_000;
}

/** Whether the box, borders included, holds the point. */
export function boxHolds({ south, west, north, east }: BoundingBox, latitude: number, longitude: number): boolean {
  if (!(latitude >= south && latitude <= north)) return false;
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

/** Whether no point can lie in the box. */
export function boxIsEmpty(box: BoundingBox): boolean {
  return box.south > box.north;
}

/** The same area in boxes of which none crosses the 180th meridian. */
export function withoutCrossing(box: BoundingBox): readonly BoundingBox[] {
  if (box.west <= box.east) return [box];
  return [
    { ...box, east: 180 },
    { ...box, west: -180 },
  ];
}

/** The longitudes across the box, in degrees. */
export function degreesAcross({ west, east }: BoundingBox): number {
  return west <= east ? east - west : east - west + 360;
}

/** A box that holds every point within the radius of `from`, and others; the whole breadth of the earth near a pole. */
export function boxAround(from: Point, radiusMeters: number): BoundingBox {
  const degrees = radiusMeters / METERS_PER_DEGREE;
  const south = Math.max(-90, from.latitude - degrees);
  const north = Math.min(90, from.latitude + degrees);
  // The farthest meridian touches the circle nearer to the pole than its middle lies.
  const sine = Math.sin(degrees * RADIANS) / Math.cos(from.latitude * RADIANS);
  if (south === -90 || north === 90 || degrees >= 90 || !(sine < 1)) return { south, north, west: -180, east: 180 };
  const across = Math.asin(sine) / RADIANS;
  return { south, north, west: wrapped(from.longitude - across), east: wrapped(from.longitude + across) };
}

function wrapped(longitude: number): number {
  if (longitude < -180) return longitude + 360;
  return longitude > 180 ? longitude - 360 : longitude;
}

/** Where a point lies on the map of a zoom level, in pixels (Web Mercator). */
export function toPixels(latitude: number, longitude: number, zoom: number): { x: number; y: number } {
  const world = TILE_PIXELS * 2 ** zoom;
  const sine = Math.sin(latitude * RADIANS);
  return {
    x: world * (longitude / 360 + 0.5),
    y: world * (0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI),
  };
}

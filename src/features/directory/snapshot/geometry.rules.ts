/** A box of degrees; empty when south lies north of north, or west east of east. */
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

/** Mean radius of the earth (IUGG), metres. */
const EARTH_RADIUS_METERS = 6_371_008.8;
const RADIANS = Math.PI / 180;
const TILE_PIXELS = 256;

/** Great-circle distance in metres (haversine). */
export function distanceMeters(from: Point, latitude: number, longitude: number): number {
  const sinLatitude = Math.sin(((latitude - from.latitude) * RADIANS) / 2);
  const sinLongitude = Math.sin(((longitude - from.longitude) * RADIANS) / 2);
  const a =
    sinLatitude * sinLatitude +
    Math.cos(from.latitude * RADIANS) * Math.cos(latitude * RADIANS) * sinLongitude * sinLongitude;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Whether the box, borders included, holds the point. */
export function boxHolds(box: BoundingBox, latitude: number, longitude: number): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}

/** Whether no point can lie in the box. */
export function boxIsEmpty(box: BoundingBox): boolean {
  return box.south > box.north || box.west > box.east;
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

/** A box of latitudes and longitudes in degrees, WGS 84. */
interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Boxes that together hold all of Vietnam: the mainland with its shelf islands, Quần đảo Hoàng Sa and Quần đảo Trường Sa. */
const TERRITORY: readonly Box[] = [
  { south: 8.0, north: 23.5, west: 102.0, east: 110.0 },
  { south: 15.5, north: 17.5, west: 110.9, east: 113.2 },
  { south: 6.0, north: 12.5, west: 109.0, east: 118.0 },
];

/** Whether a position can lie in Vietnam, its two archipelagos included: the boxes are generous at the borders. */
export function canLieInVietnam(latitude: number, longitude: number): boolean {
  return TERRITORY.some(
    (box) => latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east,
  );
}

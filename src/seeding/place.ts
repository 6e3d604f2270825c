import { type PositionPrecision } from '../features/geography/position.types';
import { type RandomSource } from './random';

/** A unit of today around whose point generated entries are spread. */
export interface Place {
  /** Code of the unit: 2 digits (province) or 5 (commune). */
  readonly code: string;
  readonly provinceCode: string;
  /** Name without its kind, for addresses: `Hà Nội`. */
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How far entries lie from the point, at most. */
  readonly spreadMeters: number;
  /** Compass bearing in degrees that leads away from the sea, or null where land lies all around. */
  readonly landward: number | null;
  readonly precision: `${PositionPrecision}`;
  /** How many entries it gets compared with other places. */
  readonly weight: number;
}

/** A point in degrees, WGS 84, rounded to about a metre. */
export interface ScatteredPoint {
  readonly latitude: number;
  readonly longitude: number;
}

const METERS_PER_DEGREE = 111_195;
const LANDWARD_ARC_DEGREES = 130;

/** A point near a place: dense at its centre like a town, and on land as far as one bearing can tell. */
export function scatter(random: RandomSource, place: Place): ScatteredPoint {
  const arc = place.landward === null ? 360 : LANDWARD_ARC_DEGREES;
  const bearing = (((place.landward ?? 0) + (random() - 0.5) * arc) * Math.PI) / 180;
  const distance = place.spreadMeters * random() ** 2;
  const north = (distance * Math.cos(bearing)) / METERS_PER_DEGREE;
  const east = (distance * Math.sin(bearing)) / (METERS_PER_DEGREE * Math.cos((place.latitude * Math.PI) / 180));
  return { latitude: rounded(place.latitude + north), longitude: rounded(place.longitude + east) };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

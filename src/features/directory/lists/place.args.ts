import { Field, Float, InputType, Int } from 'type-graphql';
import { badInput } from '../../../shared/errors';
import type { BoundingBox } from '../snapshot/geometry.rules';

@InputType({ description: 'A place to measure distances from (gần đây).' })
export class NearInput {
  @Field(() => Float, { description: 'Degrees north, -90 to 90.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, -180 to 180.' })
  longitude: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Only entries within this many metres, 1 to 2,000,000; null means any distance.',
  })
  radiusMeters?: number | null;
}

@InputType({
  description:
    'A box of the map (khung nhìn). With a west greater than its east it crosses the 180th meridian (RFC 7946); with a south north of its north it is empty, and so is its answer.',
})
export class BoundingBoxInput implements BoundingBox {
  @Field(() => Float, { description: 'Southern border in degrees.' })
  south: number;

  @Field(() => Float, { description: 'Western border in degrees.' })
  west: number;

  @Field(() => Float, { description: 'Northern border in degrees.' })
  north: number;

  @Field(() => Float, { description: 'Eastern border in degrees.' })
  east: number;
}

const LARGEST_RADIUS_METERS = 2_000_000;

/** Refuses degrees that are none. `path` names the argument in the message. */
export function checkedDegrees(path: string, value: number, limit: 90 | 180): number {
  if (value >= -limit && value <= limit) return value;
  throw badInput(path, {
    en: `\`${path}\` must be between -${limit} and ${limit} degrees, not ${value}.`,
    vi: `\`${path}\` phải từ -${limit} đến ${limit} độ, không phải ${value}.`,
  });
}

/** Refuses a place that is not on the earth or a radius out of bounds. */
export function checkedNear(near: NearInput | null | undefined): NearInput | null {
  if (!near) return null;
  checkedDegrees('near.latitude', near.latitude, 90);
  checkedDegrees('near.longitude', near.longitude, 180);
  const radius = near.radiusMeters ?? 1;
  if (radius >= 1 && radius <= LARGEST_RADIUS_METERS) return near;
  throw badInput('near.radiusMeters', {
    en: `\`near.radiusMeters\` must be between 1 and ${LARGEST_RADIUS_METERS}, not ${radius}.`,
    vi: `\`near.radiusMeters\` phải từ 1 đến ${LARGEST_RADIUS_METERS}, không phải ${radius}.`,
  });
}

/** Refuses a box with borders that are not on the earth. */
export function checkedBox(box: BoundingBoxInput | null | undefined): BoundingBoxInput | null {
  if (!box) return null;
  checkedDegrees('within.south', box.south, 90);
  checkedDegrees('within.north', box.north, 90);
  checkedDegrees('within.west', box.west, 180);
  checkedDegrees('within.east', box.east, 180);
  return box;
}

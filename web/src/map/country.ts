import { type BoundingBoxInput } from '../generated/operations';

/** Vietnam with its two archipelagos, Quần đảo Hoàng Sa and Quần đảo Trường Sa. */
export const vietnamBox: BoundingBoxInput = { south: 7.8, west: 102.1, north: 23.4, east: 117 };

/** Zooms between which the map moves; the base map is drawn for these. */
export const zooms = { least: 4, most: 18 };

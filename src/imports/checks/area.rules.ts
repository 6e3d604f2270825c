import { type Geometry, type Position } from 'geojson';
import { canLieInVietnam } from '../../features/geography/territory.rules';
import { Misfit } from '../../shared/columns';

const PRECISION = 1e6;
const MIN_RING_POINTS = 4;

/** The MultiPolygon coordinates of a geometry, rounded to 6 decimals (11 cm), or why it is no area within Vietnam. */
export function areaOf(geometry: Geometry | null | undefined): number[][][][] | Misfit {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    return misfit(
      'NOT_AN_AREA',
      `the geometry is ${geometry?.type ?? 'missing'}; expected Polygon or MultiPolygon`,
      `hình học là ${geometry?.type ?? 'trống'}; cần Polygon hoặc MultiPolygon`,
    );
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0))
    return misfit('AREA_EMPTY', 'the area has no ring', 'vùng không có đường bao');
  const rounded: number[][][][] = [];
  for (const rings of polygons) {
    const polygon: number[][][] = [];
    for (const ring of rings) {
      const found = ringFault(ring);
      if (found) return found;
      polygon.push(
        ring.map(([longitude = 0, latitude = 0]) => [
          Math.round(longitude * PRECISION) / PRECISION,
          Math.round(latitude * PRECISION) / PRECISION,
        ]),
      );
    }
    rounded.push(polygon);
  }
  return rounded;
}

function ringFault(ring: readonly Position[]): Misfit | null {
  if (ring.length < MIN_RING_POINTS) {
    return misfit(
      'RING_TOO_SHORT',
      `a ring has ${ring.length} points; expected at least 4`,
      `một đường bao có ${ring.length} điểm; cần ít nhất 4`,
    );
  }
  const first = ring[0];
  const last = ring.at(-1);
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
    return misfit('RING_OPEN', 'a ring does not end where it begins', 'một đường bao không khép kín');
  for (const [longitude, latitude] of ring) {
    if (typeof longitude !== 'number' || typeof latitude !== 'number' || !canLieInVietnam(latitude, longitude)) {
      return misfit(
        'AREA_OUTSIDE_VIETNAM',
        `the point ${longitude}, ${latitude} (longitude, latitude) lies outside Vietnam`,
        `điểm ${longitude}, ${latitude} (kinh độ, vĩ độ) nằm ngoài Việt Nam`,
      );
    }
  }
  return null;
}

function misfit(code: string, en: string, vi: string): Misfit {
  return new Misfit(
    code,
    { en, vi },
    {
      en: 'Export the shapes again as WGS 84, longitude before latitude.',
      vi: 'Xuất lại hình theo WGS 84, kinh độ trước vĩ độ.',
    },
  );
}

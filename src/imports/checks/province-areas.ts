import inPolygon from 'point-in-polygon-hao';

type Polygon = number[][][];

interface Area {
  readonly polygon: Polygon;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * How far outside its province a position may seem to lie, kilometres: boundaries are simplified, so quays, river mouths
 * and islets stick out of them.
 */
const TOLERANCE_KM = 2;
const KM_PER_DEGREE = 111.2;

/**
 * The areas of the provinces, for the doubt whether a position lies in the province that its row states. The areas of
 * communes count for their province: they hold islands that a simplified province has lost.
 */
export class ProvinceAreas {
  private readonly areas = new Map<string, Area[]>();

  /** Adds an area of a province: MultiPolygon coordinates as of GeoJSON. */
  add(provinceKey: string, polygons: readonly Polygon[]): void {
    const known = this.areas.get(provinceKey);
    if (known) known.push(...polygons.map(boxed));
    else this.areas.set(provinceKey, polygons.map(boxed));
  }

  /** Whether the position lies in one of the provinces, or within 2 km of one; null when the area of none is known. */
  hold(provinceKeys: readonly string[], latitude: number, longitude: number): boolean | null {
    const areas = provinceKeys.flatMap((key) => this.areas.get(key) ?? []);
    if (areas.length === 0) return null;
    const near = areas.filter((area) => isNear(area, latitude, longitude));
    return (
      near.some(({ polygon }) => inPolygon([longitude, latitude], polygon) !== false) ||
      near.some(({ polygon }) => kmToEdge(polygon, latitude, longitude) <= TOLERANCE_KM)
    );
  }
}

function boxed(polygon: Polygon): Area {
  const area = { polygon, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude = 0, latitude = 0] of polygon[0] ?? []) {
    area.west = Math.min(area.west, longitude);
    area.east = Math.max(area.east, longitude);
    area.south = Math.min(area.south, latitude);
    area.north = Math.max(area.north, latitude);
  }
  return area;
}

function isNear(area: Area, latitude: number, longitude: number): boolean {
  const margin = TOLERANCE_KM / KM_PER_DEGREE / Math.cos((latitude * Math.PI) / 180);
  return (
    longitude >= area.west - margin &&
    longitude <= area.east + margin &&
    latitude >= area.south - margin &&
    latitude <= area.north + margin
  );
}

/** Distance from a position to the edge of a polygon in kilometres, on a plane: exact enough for a few kilometres. */
function kmToEdge(polygon: Polygon, latitude: number, longitude: number): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index++) {
      const [startX = 0, startY = 0] = ring[index - 1] ?? [];
      const [endX = 0, endY = 0] = ring[index] ?? [];
      const x = (startX - longitude) * shrink;
      const y = startY - latitude;
      const alongX = (endX - startX) * shrink;
      const alongY = endY - startY;
      const squared = alongX * alongX + alongY * alongY;
      const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(x * alongX + y * alongY) / squared));
      nearest = Math.min(nearest, Math.hypot(x + share * alongX, y + share * alongY));
    }
  }
  return nearest * KM_PER_DEGREE;
}

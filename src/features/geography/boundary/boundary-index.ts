import Flatbush from 'flatbush';
import { LRUCache } from 'lru-cache';
import inPolygon from 'point-in-polygon-hao';

/** GeoJSON MultiPolygon coordinates: polygons of rings of [longitude, latitude]. */
export type MultiPolygon = number[][][][];

/** How far outside every area a point may lie and still belong to the nearest one: simplified borders do not meet. */
const GAP_TOLERANCE_METERS = 1_500;
const METERS_PER_DEGREE = 111_195;
/** What a vertex takes as an array of two numbers, measured; and most bytes of areas kept in that form. */
const BYTES_PER_VERTEX = 64;
const MOST_UNPACKED_BYTES = 16 * 1_048_576;

/** The areas of units packed into flat arrays, so that they can be handed over between threads without a copy. */
export interface PackedBoundaries {
  /** Key of the unit of each area. */
  readonly unitKeys: string[];
  /** Longitude and latitude of all vertices, ring after ring. */
  readonly vertices: Float64Array;
  /** First vertex of each ring, and the end of the last. */
  readonly ringStarts: Uint32Array;
  /** First ring of each area, and the end of the last. */
  readonly areaRings: Uint32Array;
  /** The serialised tree of bounding boxes. */
  readonly tree: ArrayBuffer;
}

/** Packs areas; an empty list gives null, because a tree of nothing cannot be made. */
export function packBoundaries(
  areas: readonly { unitKey: string; coordinates: MultiPolygon }[],
): PackedBoundaries | null {
  if (areas.length === 0) return null;
  const rings = areas.flatMap((area) => area.coordinates.flat());
  const vertices = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0) * 2);
  const ringStarts = new Uint32Array(rings.length + 1);
  const areaRings = new Uint32Array(areas.length + 1);
  const tree = new Flatbush(areas.length);
  let vertex = 0;
  let ring = 0;
  areas.forEach((area, index) => {
    const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (const points of area.coordinates.flat()) {
      for (const [longitude = 0, latitude = 0] of points) {
        vertices[vertex * 2] = longitude;
        vertices[vertex * 2 + 1] = latitude;
        vertex++;
        box.west = Math.min(box.west, longitude);
        box.east = Math.max(box.east, longitude);
        box.south = Math.min(box.south, latitude);
        box.north = Math.max(box.north, latitude);
      }
      ringStarts[++ring] = vertex;
    }
    areaRings[index + 1] = ring;
    tree.add(box.west, box.south, box.east, box.north);
  });
  tree.finish();
  return {
    unitKeys: areas.map((area) => area.unitKey),
    vertices,
    ringStarts,
    areaRings,
    tree: tree.data as ArrayBuffer,
  };
}

type Ring = [longitude: number, latitude: number][];

/** Answers in which area a point lies. */
export class BoundaryIndex {
  private readonly tree: Flatbush | null;
  /** Rings of the areas asked for last, as arrays of points. */
  private readonly unpacked = new LRUCache<number, Ring[]>({
    maxSize: MOST_UNPACKED_BYTES,
    sizeCalculation: (rings) => rings.reduce((sum, ring) => sum + ring.length, 1) * BYTES_PER_VERTEX,
  });

  constructor(private readonly packed: PackedBoundaries | null) {
    this.tree = packed && Flatbush.from(packed.tree);
  }

  /** Number of areas. */
  get size(): number {
    return this.packed?.unitKeys.length ?? 0;
  }

  /**
   * Keys of the units whose area holds the point. When none does, the unit whose border is nearest within the tolerance:
   * borders of neighbouring provinces were simplified one by one and leave gaps.
   */
  locate(longitude: number, latitude: number): string[] {
    const { packed, tree } = this;
    if (!packed || !tree) return [];
    // All rings of an area together: a point is inside when it lies in an odd number of them, holes included.
    const inside = tree
      .search(longitude, latitude, longitude, latitude)
      .filter((area) => inPolygon([longitude, latitude], this.ringsOf(packed, area)) !== false);
    if (inside.length > 0) return inside.map((area) => packed.unitKeys[area] ?? '');
    const nearest = this.nearestWithinTolerance(packed, tree, longitude, latitude);
    return nearest === null ? [] : [packed.unitKeys[nearest] ?? ''];
  }

  private ringsOf({ vertices, ringStarts, areaRings }: PackedBoundaries, area: number): Ring[] {
    const known = this.unpacked.get(area);
    if (known) return known;
    const rings: Ring[] = [];
    for (let ring = areaRings[area] ?? 0; ring < (areaRings[area + 1] ?? 0); ring++) {
      const points: Ring = [];
      for (let at = ringStarts[ring] ?? 0; at < (ringStarts[ring + 1] ?? 0); at++)
        points.push([vertices[at * 2] ?? 0, vertices[at * 2 + 1] ?? 0]);
      rings.push(points);
    }
    this.unpacked.set(area, rings);
    return rings;
  }

  private nearestWithinTolerance(
    packed: PackedBoundaries,
    tree: Flatbush,
    longitude: number,
    latitude: number,
  ): number | null {
    const scale = Math.cos((latitude * Math.PI) / 180);
    const degrees = GAP_TOLERANCE_METERS / METERS_PER_DEGREE;
    const across = degrees / scale;
    let best: number | null = null;
    let bestSquared = degrees * degrees;
    for (const area of tree.search(longitude - across, latitude - degrees, longitude + across, latitude + degrees)) {
      this.eachEdge(packed, area, (ax, ay, bx, by) => {
        const squared = squaredDistance(
          (ax - longitude) * scale,
          ay - latitude,
          (bx - longitude) * scale,
          by - latitude,
        );
        if (squared < bestSquared) {
          bestSquared = squared;
          best = area;
        }
      });
    }
    return best;
  }

  private eachEdge(
    packed: PackedBoundaries,
    area: number,
    visit: (ax: number, ay: number, bx: number, by: number) => void,
  ): void {
    const { vertices, ringStarts, areaRings } = packed;
    for (let ring = areaRings[area] ?? 0; ring < (areaRings[area + 1] ?? 0); ring++) {
      const end = ringStarts[ring + 1] ?? 0;
      let previous = end - 1;
      for (let at = ringStarts[ring] ?? 0; at < end; previous = at++) {
        visit(
          vertices[at * 2] ?? 0,
          vertices[at * 2 + 1] ?? 0,
          vertices[previous * 2] ?? 0,
          vertices[previous * 2 + 1] ?? 0,
        );
      }
    }
  }
}

/** Squared distance from the origin to the segment a-b, in the plane. */
function squaredDistance(ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  const x = ax + along * dx;
  const y = ay + along * dy;
  return x * x + y * y;
}

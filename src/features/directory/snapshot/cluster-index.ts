import KDBush from 'kdbush';
import { type BoundingBox, boxIsEmpty, withoutCrossing } from './geometry.rules';

/** The closest zoom at which points still cluster; one step further in, every point stands alone. */
export const LAST_CLUSTER_ZOOM = 16;
/** Points nearer to each other than this share of a tile (56 of 256 pixels) cluster. */
const RADIUS = 56 / 256;
/** The world's side as an integer: differences of two places stay within 31 bits, and a step is four centimetres. */
const SCALE = 2 ** 30;

/** What stands at some zooms: clusters and single listings, each with its place on the map and how many it holds. */
interface PackedLevel {
  /** kdbush over the places. */
  readonly tree: ArrayBuffer;
  readonly places: Places;
}

interface Places {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly counts: Uint32Array;
  /** The first of the listings, which is the only one where the count is 1. */
  readonly ordinals: Uint32Array;
  /** The zoom at which a cluster falls apart. */
  readonly expansionZooms: Uint8Array;
}

/** Clusters for all zooms as flat arrays, which change threads without a copy. */
export interface PackedClusters {
  readonly levels: readonly PackedLevel[];
  /** For each zoom the number of its level: zooms between which nothing merges share one. */
  readonly levelOfZoom: readonly number[];
}

/** A cluster or a single listing of a view. */
export type ClusterHit =
  | { readonly ordinal: number }
  | {
      readonly longitude: number;
      readonly latitude: number;
      readonly count: number;
      readonly expansionZoom: number;
    };

/** Clusters the listings `ordinals` for all zooms: greedily from the closest zoom outwards, as supercluster does. */
export function packClusters(
  ordinals: Uint32Array,
  longitudes: Float64Array,
  latitudes: Float64Array,
): PackedClusters | null {
  if (ordinals.length === 0) return null;
  let level = indexed({
    xs: Int32Array.from(ordinals, (ordinal) => xOf(longitudes[ordinal] ?? 0)),
    ys: Int32Array.from(ordinals, (ordinal) => yOf(latitudes[ordinal] ?? 0)),
    counts: new Uint32Array(ordinals.length).fill(1),
    ordinals,
    expansionZooms: new Uint8Array(ordinals.length),
  });
  const levels = [packed(level)];
  const levelOfZoom = [0];
  for (let zoom = LAST_CLUSTER_ZOOM; zoom >= 0; zoom--) {
    const merged = mergedPlaces(level, zoom);
    if (merged.xs.length < level.places.xs.length) {
      level = indexed(merged);
      levels.push(packed(level));
    }
    levelOfZoom.unshift(levels.length - 1);
  }
  return { levels, levelOfZoom };
}

/** Answers which clusters and single listings a view shows. */
export class ClusterIndex {
  private readonly levels: readonly Level[];
  private readonly levelOfZoom: readonly number[];

  constructor(clusters: PackedClusters | null) {
    this.levels = clusters?.levels.map(({ tree, places }) => ({ tree: KDBush.from(tree), places })) ?? [];
    this.levelOfZoom = clusters?.levelOfZoom ?? [];
  }

  /** How many listings each cluster or single listing that `within` would give holds. */
  countsWithin(box: BoundingBox, zoom: number): number[] {
    return this.find(box, zoom, ({ counts }, at) => counts[at] ?? 0);
  }

  /** Clusters and listings in the box at the zoom, a cluster standing in the middle of its listings. */
  within(box: BoundingBox, zoom: number): ClusterHit[] {
    return this.find(box, zoom, ({ xs, ys, counts, ordinals, expansionZooms }, at) => {
      const count = counts[at] ?? 0;
      if (count === 1) return { ordinal: ordinals[at] ?? 0 };
      const latitude = latitudeOf(ys[at] ?? 0);
      return { longitude: longitudeOf(xs[at] ?? 0), latitude, count, expansionZoom: expansionZooms[at] ?? 0 };
    });
  }

  private find<T>(box: BoundingBox, zoom: number, hit: (places: Places, at: number) => T): T[] {
    const level = this.levels[this.levelOfZoom[Math.min(zoom, LAST_CLUSTER_ZOOM + 1)] ?? -1];
    if (!level || boxIsEmpty(box)) return [];
    return withoutCrossing(box)
      .flatMap(({ west, north, east, south }) => level.tree.range(xOf(west), yOf(north), xOf(east), yOf(south)))
      .map((at) => hit(level.places, at));
  }
}

interface Level {
  readonly tree: KDBush;
  readonly places: Places;
}

function indexed(places: Places): Level {
  const { xs, ys } = places;
  const tree = new KDBush(xs.length, 64, Int32Array);
  for (let at = 0; at < xs.length; at++) tree.add(xs[at] ?? 0, ys[at] ?? 0);
  return { tree: tree.finish(), places };
}

function packed({ tree, places }: Level): PackedLevel {
  return { tree: tree.data as ArrayBuffer, places };
}

/** The places one zoom farther out: each that is not taken yet takes in what is near it and not taken. */
function mergedPlaces({ tree, places }: Level, zoom: number): Places {
  const { xs, ys, counts, ordinals, expansionZooms } = places;
  const size = xs.length;
  const radius = (RADIUS / 2 ** zoom) * SCALE;
  const isTaken = new Uint8Array(size);
  const near = new Uint32Array(size);
  const merged = emptyPlaces(size);
  let made = 0;
  for (let at = 0; at < size; at++) {
    if (isTaken[at] === 1) continue;
    const found = tree.withinInto(xs[at] ?? 0, ys[at] ?? 0, radius, near);
    let count = 0;
    let x = 0;
    let y = 0;
    let members = 0;
    for (let n = 0; n < found; n++) {
      const member = near[n] ?? 0;
      if (isTaken[member] === 1) continue;
      isTaken[member] = 1;
      members++;
      const weight = counts[member] ?? 0;
      count += weight;
      x += (xs[member] ?? 0) * weight;
      y += (ys[member] ?? 0) * weight;
    }
    merged.xs[made] = x / count;
    merged.ys[made] = y / count;
    merged.counts[made] = count;
    merged.ordinals[made] = ordinals[at] ?? 0;
    merged.expansionZooms[made++] = members > 1 ? zoom + 1 : (expansionZooms[at] ?? 0);
  }
  return {
    xs: merged.xs.slice(0, made),
    ys: merged.ys.slice(0, made),
    counts: merged.counts.slice(0, made),
    ordinals: merged.ordinals.slice(0, made),
    expansionZooms: merged.expansionZooms.slice(0, made),
  };
}

function emptyPlaces(size: number): Places {
  return {
    xs: new Int32Array(size),
    ys: new Int32Array(size),
    counts: new Uint32Array(size),
    ordinals: new Uint32Array(size),
    expansionZooms: new Uint8Array(size),
  };
}

/** Web Mercator as integers around 0; what lies beyond the map stands at its edge. */
function xOf(longitude: number): number {
  return Math.trunc((longitude / 360) * SCALE);
}

function yOf(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = -0.25 * (Math.log((1 + sine) / (1 - sine)) / Math.PI);
  return Math.trunc(Math.max(-0.5, Math.min(0.5, y)) * SCALE);
}

function longitudeOf(x: number): number {
  return (x / SCALE) * 360;
}

function latitudeOf(y: number): number {
  return (360 * Math.atan(Math.exp((-2 * Math.PI * y) / SCALE))) / Math.PI - 90;
}

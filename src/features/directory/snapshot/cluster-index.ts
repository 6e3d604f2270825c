import KDBush from 'kdbush';
import Supercluster from 'supercluster';
import type { BoundingBox } from './geometry.rules';

/** The closest zoom at which points still cluster; one step further in, every point stands alone. */
export const LAST_CLUSTER_ZOOM = 16;
const OPTIONS = { radius: 56, extent: 256, maxZoom: LAST_CLUSTER_ZOOM, minPoints: 2 };

interface Properties {
  readonly ordinal: number;
}

/** What supercluster (9.x, pinned) builds, taken apart into arrays that can change threads. */
export interface PackedClusters {
  readonly trees: readonly { readonly tree: ArrayBuffer; readonly items: Int32Array }[];
  /** For each zoom the number of its tree: zooms between which nothing merges share one. */
  readonly treeOfZoom: readonly number[];
  readonly coordinates: Float64Array;
  readonly ordinals: Uint32Array;
}

/** A cluster or a single listing of a view. */
export type ClusterHit = { readonly longitude: number; readonly latitude: number } & (
  { readonly ordinal: number } | { readonly count: number; readonly expansionZoom: number }
);

/** The fields of supercluster that hold its state; its types keep them to itself. */
interface Internals {
  trees: (KDBush & { data: unknown; ids: { buffer: ArrayBuffer } })[];
  coords: Float64Array;
  props: Properties[];
  numPoints: number;
  ids: null;
}

/** Clusters the listings `ordinals` for all zooms. */
export function packClusters(
  ordinals: Uint32Array,
  longitudes: Float64Array,
  latitudes: Float64Array,
): PackedClusters | null {
  if (ordinals.length === 0) return null;
  const features = Array.from(ordinals, (ordinal) => ({
    type: 'Feature' as const,
    properties: { ordinal },
    geometry: { type: 'Point' as const, coordinates: [longitudes[ordinal] ?? 0, latitudes[ordinal] ?? 0] },
  }));
  const built = new Supercluster<Properties, Properties>(OPTIONS).load(features) as unknown as Internals;
  const distinct = [...new Set(built.trees)];
  return {
    trees: distinct.map((tree) => ({ tree: tree.ids.buffer, items: tree.data as unknown as Int32Array })),
    treeOfZoom: built.trees.map((tree) => distinct.indexOf(tree)),
    coordinates: built.coords,
    ordinals,
  };
}

/** Answers which clusters and single listings a view shows. */
export class ClusterIndex {
  private readonly clusters: Supercluster<Properties, Properties> | null;

  constructor(packed: PackedClusters | null) {
    this.clusters = packed && unpack(packed);
  }

  /** How many listings each cluster or single listing that `within` would give holds. */
  countsWithin(box: BoundingBox, zoom: number): number[] {
    if (!this.clusters || box.west === 180) return [];
    return this.clusters
      .getClusters(cornersOf(box), zoom)
      .map(({ properties }) => ('cluster' in properties ? properties.point_count : 1));
  }

  /** Clusters and listings in the box at the zoom, a cluster standing where most of its listings are. */
  within(box: BoundingBox, zoom: number): ClusterHit[] {
    const { clusters } = this;
    // Supercluster takes a west of 180 degrees for -180, and the edge of the map for the whole of it.
    if (!clusters || box.west === 180) return [];
    return clusters.getClusters(cornersOf(box), zoom).map((feature) => {
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      const properties = feature.properties;
      if (!('cluster' in properties)) return { longitude, latitude, ordinal: properties.ordinal };
      const expansionZoom = clusters.getClusterExpansionZoom(properties.cluster_id);
      return { longitude, latitude, count: properties.point_count, expansionZoom };
    });
  }
}

function cornersOf({ west, south, east, north }: BoundingBox): [number, number, number, number] {
  return [west, south, east, north];
}

function unpack(packed: PackedClusters): Supercluster<Properties, Properties> {
  const trees = packed.trees.map(({ tree, items }) => Object.assign(KDBush.from(tree), { data: items }));
  const state = {
    trees: packed.treeOfZoom.map((index) => trees[index]),
    coords: packed.coordinates,
    props: Array.from(packed.ordinals, (ordinal) => ({ ordinal })),
    numPoints: packed.ordinals.length,
    ids: null,
  };
  return Object.assign(new Supercluster<Properties, Properties>(OPTIONS), state);
}

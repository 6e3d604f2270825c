import L from 'leaflet';
import { type ListingResult, placeOf, type Result } from '../results/result';
import { type Pile, pileUp, spreadOffsets } from './piles';
import { clusterSign, listingSign, pileSign } from './signs';

/** Signs nearer than this many pixels are shown as one pile. */
const pileReach = 22;

/** What the layer tells the page. */
export interface SignHandlers {
  hover(key: string | null): void;
  chooseListing(result: ListingResult): void;
  chooseCluster(key: string): void;
  /** A pile whose members stand apart enough to be separated by zooming. */
  zoomToMembers(members: readonly ListingResult[]): void;
  formatCount(count: number): string;
  pileTitle(count: number): string;
}

/** The results on the map: one sign for each cluster, listing or pile of listings. */
export class SignsLayer {
  readonly #map: L.Map;
  readonly #handlers: SignHandlers;
  readonly #group: L.LayerGroup;
  readonly #signs = new Map<string, L.Marker>();
  /** Which sign shows a result: its own, or that of its pile. */
  readonly #signOf = new Map<string, string>();
  #items: readonly Result[] = [];
  #opened: string | null = null;
  #active: string | null = null;
  #selected: string | null = null;

  constructor(map: L.Map, handlers: SignHandlers) {
    this.#map = map;
    this.#handlers = handlers;
    this.#group = L.layerGroup().addTo(map);
    map.on('zoomend', () => this.#close());
    map.on('click', () => this.#close());
  }

  /** Shows exactly these results. */
  show(items: readonly Result[]): void {
    this.#items = items;
    this.#draw();
  }

  /** Draws every sign again: numbers and titles are written in the language of the page. */
  translate(): void {
    for (const sign of this.#signs.values()) sign.remove();
    this.#signs.clear();
    this.#draw();
  }

  /** Marks the result under the pointer or focus, and the one whose details are open. */
  mark(active: string | null, selected: string | null): void {
    this.#active = active;
    this.#selected = selected;
    this.#paint();
  }

  #close(): void {
    this.#opened = null;
    this.#draw();
  }

  #draw(): void {
    const wanted = new Map<string, () => L.Marker>();
    this.#signOf.clear();
    const legs: L.Polyline[] = [];
    const placed = [];
    for (const item of this.#items) {
      const place = placeOf(item);
      if (!place) continue;
      const position = L.latLng(place.latitude, place.longitude);
      if (item.type === 'cluster') {
        this.#signOf.set(item.key, item.key);
        wanted.set(item.key, () => {
          const icon = clusterSign(item, this.#handlers.formatCount(item.count));
          return this.#marker(item.key, position, icon, () => this.#handlers.chooseCluster(item.key));
        });
      } else {
        const { x, y } = this.#map.project(position, this.#map.getZoom());
        placed.push({ item, x, y });
      }
    }
    for (const pile of pileUp(placed, pileReach)) this.#want(pile, wanted, legs);

    for (const [key, marker] of this.#signs) {
      if (wanted.has(key)) continue;
      marker.remove();
      this.#signs.delete(key);
    }
    this.#group.eachLayer((layer) => layer instanceof L.Polyline && layer.remove());
    for (const leg of legs) this.#group.addLayer(leg);
    for (const [key, make] of wanted) {
      if (!this.#signs.has(key)) this.#signs.set(key, make().addTo(this.#group));
    }
    this.#paint();
  }

  #want(pile: Pile<ListingResult>, wanted: Map<string, () => L.Marker>, legs: L.Polyline[]): void {
    const members = pile.members.map(({ item }) => item);
    const [first] = members;
    if (!first) return;
    const zoom = this.#map.getZoom();
    const place = (x: number, y: number): L.LatLng => this.#map.unproject([x, y], zoom);
    if (members.length === 1) {
      this.#signOf.set(first.key, first.key);
      wanted.set(first.key, () => this.#listingMarker(first.key, place(pile.x, pile.y), first));
      return;
    }
    const key = `pile:${zoom}:${members.map((member) => member.key).join('|')}`;
    if (key !== this.#opened) {
      for (const member of members) this.#signOf.set(member.key, key);
      wanted.set(key, () => {
        const marker = this.#marker(key, place(pile.x, pile.y), pileSign(members.length), () => this.#open(key, pile));
        marker.options.title = this.#handlers.pileTitle(members.length);
        return marker;
      });
      return;
    }
    spreadOffsets(members.length).forEach(({ x, y }, index) => {
      const member = members[index];
      if (!member) return;
      const spreadKey = `spread:${key}:${member.key}`;
      const position = place(pile.x + x, pile.y + y);
      legs.push(L.polyline([place(pile.x, pile.y), position], { className: 'leg', interactive: false, weight: 1.5 }));
      this.#signOf.set(member.key, spreadKey);
      wanted.set(spreadKey, () => this.#listingMarker(spreadKey, position, member));
    });
  }

  #open(key: string, pile: Pile<ListingResult>): void {
    const apart = pile.members.some(({ x, y }) => Math.hypot(x - pile.x, y - pile.y) > 1.5);
    if (apart && this.#map.getZoom() < this.#map.getMaxZoom() - 1) {
      this.#handlers.zoomToMembers(pile.members.map(({ item }) => item));
      return;
    }
    this.#opened = key;
    this.#draw();
  }

  #listingMarker(key: string, position: L.LatLng, result: ListingResult): L.Marker {
    const marker = this.#marker(key, position, listingSign(result), () => this.#handlers.chooseListing(result));
    marker.options.title = result.listing.name;
    marker.on('mouseover', () => this.#handlers.hover(result.key));
    marker.on('mouseout', () => this.#handlers.hover(null));
    return marker;
  }

  #marker(key: string, position: L.LatLng, icon: L.DivIcon, choose: () => void): L.Marker {
    // The list of results holds the same entries for the keyboard and for screen readers.
    const marker = L.marker(position, { icon, keyboard: false, riseOnHover: true });
    marker.on('click', choose);
    if (key.startsWith('cluster:')) {
      marker.on('mouseover', () => this.#handlers.hover(key));
      marker.on('mouseout', () => this.#handlers.hover(null));
    }
    return marker;
  }

  #paint(): void {
    const active = this.#active === null ? null : this.#signOf.get(this.#active);
    const selected = this.#selected === null ? null : this.#signOf.get(this.#selected);
    for (const [key, marker] of this.#signs) {
      const element = marker.getElement();
      element?.classList.toggle('active', key === active);
      element?.classList.toggle('selected', key === selected);
      marker.setZIndexOffset(key === active || key === selected ? 1000 : 0);
    }
  }
}

import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { type Catalogue } from '../language/catalogue';
import { addBaseLayer } from './base-layer';
import { vietnamBox, zooms } from './country';
import { addIslands } from './islands-layer';
import { type Place, type View } from './mercator';
import { originSign } from './signs';
import { type SignHandlers, SignsLayer } from './signs-layer';
import { addTileLayer } from './tile-layer';

/** What the map tells the page, beside its signs. */
export interface MapHandlers extends SignHandlers {
  /** The map looks at `view` now; `from` is what it was last told or reported itself, the same object. */
  moved(view: View, from: View): void;
}

const sameView = (one: View, other: View): boolean =>
  one.zoom === other.zoom &&
  Math.abs(one.latitude - other.latitude) < 1e-4 &&
  Math.abs(one.longitude - other.longitude) < 1e-4;

/** What the base map covers; the map stays in it. */
const surroundings = L.latLngBounds([-4, 84], [32, 134]);
const wholeCountry = L.latLngBounds([vietnamBox.south, vietnamBox.west], [vietnamBox.north, vietnamBox.east]);

/** The Leaflet map behind the page: it draws what it is given and reports what people do to it. */
export class DirectoryMap {
  readonly signs: SignsLayer;
  readonly #map: L.Map;
  readonly #translateIslands: (texts: Catalogue) => void;
  readonly #attribution = L.control.attribution({ position: 'bottomright', prefix: false });
  /** The view that the page and the map last agreed on. */
  #agreed: View;
  #baseMapSource = '';
  #zoomControl: L.Control.Zoom | null = null;
  #origin: L.Marker | null = null;

  constructor(
    container: HTMLElement,
    view: View,
    texts: Catalogue,
    handlers: MapHandlers,
    boundaries: Promise<number | null>,
  ) {
    this.#agreed = view;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map = L.map(container, {
      center: [view.latitude, view.longitude],
      zoom: view.zoom,
      minZoom: zooms.least,
      maxZoom: zooms.most,
      maxBounds: surroundings,
      maxBoundsViscosity: 0.7,
      zoomControl: false,
      attributionControl: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      inertia: !still,
    });
    for (const [name, order] of [
      ['land', 150],
      ['islands', 350],
      ['islandLabels', 640],
    ] as const) {
      const pane = this.#map.createPane(name);
      pane.style.zIndex = String(order);
      pane.style.pointerEvents = 'none';
    }
    this.#map.on('moveend', () => {
      const from = this.#agreed;
      this.#agreed = this.#view();
      handlers.moved(this.#agreed, from);
    });
    this.#translateIslands = addIslands(this.#map, texts);
    this.signs = new SignsLayer(this.#map, handlers);
    this.#attribution.addTo(this.#map);
    this.translate(texts);
    void addBaseLayer(this.#map, boundaries);
    void addTileLayer(this.#map);
    L.control.scale({ imperial: false, position: 'bottomright' }).addTo(this.#map);
    this.#limitZoom();
  }

  /** Looks somewhere else, if it does not look there already. */
  look(view: View): void {
    this.#agreed = view;
    if (!sameView(this.#view(), view)) this.#map.setView([view.latitude, view.longitude], view.zoom);
  }

  /** Puts the names on the map and the titles of its buttons into another language. */
  translate(texts: Catalogue): void {
    this.#translateIslands(texts);
    this.signs.translate();
    this.#attribution.removeAttribution(this.#baseMapSource).addAttribution(texts.baseMapSource);
    this.#baseMapSource = texts.baseMapSource;
    this.#zoomControl?.remove();
    const titles = { zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut };
    this.#zoomControl = L.control.zoom({ position: 'bottomleft', ...titles }).addTo(this.#map);
  }

  /** Shows the place that "near" means, or takes it away. */
  showOrigin(place: Place | null): void {
    this.#origin?.remove();
    this.#origin = place
      ? L.marker([place.latitude, place.longitude], { icon: originSign(), interactive: false, keyboard: false })
      : null;
    this.#origin?.addTo(this.#map);
  }

  /** The container has another size. */
  resize(): void {
    this.#map.invalidateSize({ animate: false });
    this.#limitZoom();
  }

  /** Nobody zooms out past the edge of the base map, as long as the whole country can still be seen. */
  #limitZoom(): void {
    const within = this.#map.getBoundsZoom(surroundings, true);
    const country = this.#map.getBoundsZoom(wholeCountry);
    this.#map.setMinZoom(Math.max(zooms.least, Math.min(within, country)));
  }

  destroy(): void {
    this.#map.remove();
  }

  #view(): View {
    const { lat, lng } = this.#map.getCenter();
    return { latitude: lat, longitude: lng, zoom: this.#map.getZoom() };
  }
}

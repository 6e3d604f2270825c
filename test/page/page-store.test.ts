import { PageStore } from '../../web/src/page/page-store';

const country = { latitude: 15.7, longitude: 109.5, zoom: 5 };
const asMuchAsFits = { latitude: 15, longitude: 109.5, zoom: 5 };
const listing = { latitude: 21.03, longitude: 105.83, zoom: 15 };

beforeEach(() => {
  const history = { state: null, replaceState: () => undefined };
  Object.assign(globalThis, { location: { search: '', pathname: '/' }, history, addEventListener: () => undefined });
});

test('the page follows its map: a hand that moves it, or what it cannot show as told', () => {
  const store = new PageStore();
  store.showFirst(country);
  store.followMap(asMuchAsFits, country);
  expect(store.state.view).toBe(asMuchAsFits);
  store.followMap(listing, asMuchAsFits);
  expect(store.state.view).toBe(listing);
});

test('a map that has yet to hear of a newer view takes nothing back, so the two never chase each other', () => {
  const store = new PageStore();
  store.showFirst(country);
  store.adjust({ view: listing });
  store.followMap(asMuchAsFits, country);
  expect(store.state.view).toBe(listing);
});

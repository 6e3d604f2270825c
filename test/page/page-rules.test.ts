import { allKinds } from '../../web/src/filters/filters';
import { formatDate, formatDistance } from '../../web/src/language/formats';
import { type Destination, directionsLink, mapsLink, telephoneLink, websiteLink } from '../../web/src/listing/links';
import { boxOf, gridBoxOf, isInside, project, unproject, viewOf } from '../../web/src/map/mercator';
import { pileUp, spreadOffsets } from '../../web/src/map/piles';
import { readAddress, writeAddress } from '../../web/src/page/page-address';
import { emptyState, type PageState } from '../../web/src/page/page-state';
import { filterByKind } from '../../web/src/filters/gateway-filters';
import { planFor } from '../../web/src/results/plan';

const view = { latitude: 21.03, longitude: 105.83, zoom: 14 };
const size = { width: 360, height: 300 };

describe('the map’s geometry', () => {
  test('a place survives projection and back', () => {
    for (const place of [view, { latitude: 8.6, longitude: 111.9 }, { latitude: 23.3, longitude: 105.3 }]) {
      const back = unproject(project(place, 12), 12);
      expect(back.latitude).toBeCloseTo(place.latitude, 9);
      expect(back.longitude).toBeCloseTo(place.longitude, 9);
    }
  });

  test('the box asked for holds all that is seen, and small moves ask for the same box', () => {
    const seen = boxOf(view, size);
    const asked = gridBoxOf(view, size);
    expect(isInside({ latitude: seen.south, longitude: seen.west }, asked)).toBe(true);
    expect(isInside({ latitude: seen.north, longitude: seen.east }, asked)).toBe(true);
    expect(gridBoxOf({ ...view, longitude: view.longitude + 0.0001 }, size)).toEqual(asked);
  });

  test('the view of a box shows it whole', () => {
    const box = { south: 20.9, west: 105.7, north: 21.1, east: 105.9 };
    const shown = boxOf(viewOf(box, size, 20, { least: 4, most: 18 }), size);
    expect(isInside({ latitude: box.south, longitude: box.west }, shown)).toBe(true);
    expect(isInside({ latitude: box.north, longitude: box.east }, shown)).toBe(true);
  });

  test('signs a finger can’t tell apart become one pile, others stay alone', () => {
    const signs = [
      { item: 'a', x: 0, y: 0 },
      { item: 'b', x: 5, y: 5 },
      { item: 'c', x: 100, y: 0 },
    ];
    expect(pileUp(signs, 22).map(({ members }) => members.map(({ item }) => item))).toEqual([['a', 'b'], ['c']]);
  });

  test.each([2, 7, 8, 9, 40])('%d spread signs keep room for a finger', (count) => {
    const offsets = spreadOffsets(count);
    expect(offsets).toHaveLength(count);
    for (const [index, one] of offsets.entries()) {
      for (const other of offsets.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(36);
      }
    }
  });
});

describe('the address of the page', () => {
  const full: PageState = {
    language: 'en',
    text: 'trạm y tế & 100%',
    kinds: ['CLINIC'],
    filters: {
      unit: { code: '00001', name: 'Phường Phúc Xá', asOf: '2025-06-30' },
      contractedOn: '2026-01-02',
      issuesSickLeave: true,
      clinicLevel: 'BASIC',
    },
    dropped: [],
    asTyped: true,
    near: { latitude: 21.03, longitude: 105.83 },
    onlyInView: true,
    selected: { kind: 'AGENT', code: 'TH:01' },
    view,
  };

  test('holds everything and is read back the same', () => {
    const { search, pathname } = new URL(writeAddress(full), 'http://localhost');
    expect(readAddress(search, 'vi', pathname)).toEqual(full);
  });

  test('is short for a page without wishes', () => {
    expect(writeAddress(emptyState)).toBe('/');
  });

  test('never holds the device’s own position', () => {
    expect(writeAddress({ ...emptyState, near: 'me' })).toBe('/?near=me');
  });

  test.each([
    '?kinds=spaceship&clinicLevel=HIGH&map=x,y,z&place=clinic&near=900,1&contractedOn=gestern',
    '?map=1e999,0,5&unit=%20%20&lang=xx&place=:&near=',
    `?q=${'a'.repeat(10_000)}`,
    '?%F0%9F%98%80=%E2%80%AE',
    '?kinds=clinic&contractedOn=2025-02-31',
    '?unit=00001@2025-13-01%20Ph%C3%BAc%20X%C3%A1',
    '?unit=abc',
  ])('leaves out what it can’t read (%#)', (search) => {
    const state = readAddress(search, 'vi');
    expect({ ...state, text: '', kinds: [], dropped: [] }).toEqual(emptyState);
    expect(state.text.length).toBeLessThanOrEqual(200);
  });
});

describe('filters that a link has', () => {
  test.each<[string, readonly string[]]>([
    ['?kinds=clinic&contractedOn=2025-02-31', ['contractedOn']],
    ['?kinds=office&clinicLevel=BASIC&officeLevel=LOCAL', ['clinicLevel']],
    ['?kinds=clinic&clinicLevel=HIGH&issuesSickLeave=1', ['clinicLevel']],
    ['?unit=abc', ['unit']],
    ['?kinds=clinic&clinicLevel=BASIC&unit=00004', []],
  ])('and that cannot be kept are told (%s)', (search, dropped) => {
    expect(readAddress(search, 'vi').dropped).toEqual(dropped);
  });
});

describe('which question is asked', () => {
  const ask = (state: Partial<PageState>, origin = null as { latitude: number; longitude: number } | null) =>
    planFor({ state: { ...emptyState, ...state }, view, size, origin });

  test('nothing wished: what the map shows', () => {
    expect(ask({})).toMatchObject({ mode: 'view', zoom: 14 });
  });

  test('filters alone: what the map shows of them', () => {
    expect(ask({ kinds: ['CLINIC'], filters: { issuesSickLeave: true } })).toMatchObject({
      mode: 'view',
      filters: { issuesSickLeave: true },
    });
  });

  test('a map of some kinds: only their filters', () => {
    const filters = { issuesSickLeave: true } as const;
    expect(filterByKind({ kinds: ['CLINIC', 'AGENT'], filters })).toEqual({
      clinics: { issuesSickLeave: true },
      agents: {},
    });
    expect(Object.keys(filterByKind({ kinds: [], filters }) ?? {})).toHaveLength(4);
    expect(filterByKind({ kinds: ['CLINIC'], filters: {} })).toBeNull();
  });

  test('a text: the whole country, unless kept to the view', () => {
    expect(ask({ text: ' bv ' })).toMatchObject({ mode: 'text', text: 'bv', within: null });
    expect(ask({ text: 'bv', onlyInView: true })?.within).not.toBeNull();
  });

  test('near me waits for the position and sends it no finer than ten metres', () => {
    expect(ask({ near: 'me' })).toBeNull();
    expect(ask({ near: 'me' }, { latitude: 21.0285123, longitude: 105.8542987 })).toMatchObject({
      mode: 'listings',
      near: { latitude: 21.0285, longitude: 105.8543 },
    });
  });
});

const hospital: Destination = {
  name: 'Bệnh viện A',
  address: 'Số 1, phố Thử',
  unit: { name: 'Phường Ba Đình' },
  position: { latitude: 21.03, longitude: 105.83 },
  positionPrecision: 'BUILDING',
};

describe('words and links', () => {
  test('distances and dates read as in Vietnam', () => {
    expect(formatDistance(123, 'vi')).toBe('120 m');
    expect(formatDistance(1234, 'vi')).toBe('1,2 km');
    expect(formatDistance(1234, 'en')).toBe('1.2 km');
    expect(formatDistance(45_600, 'vi')).toBe('46 km');
    expect(formatDate('2014-05-15')).toBe('15/05/2014');
    expect(formatDate('2026-10-31T18:30:00.000Z')).toBe('01/11/2026');
  });

  test('a website never becomes a script', () => {
    expect(websiteLink('javascript:alert(1)')).toBe('https://alert(1)');
    expect(websiteLink('bhxh.example')).toBe('https://bhxh.example');
    expect(websiteLink('http://bhxh.example')).toBe('http://bhxh.example');
  });

  test('phone numbers are called by their digits', () => {
    expect(telephoneLink('(024) 3999.0000')).toBe('tel:02439990000');
  });

  test.each(['STREET', 'COMMUNE', 'DISTRICT', 'PROVINCE', null] as const)(
    'a way leads to the position of a building, and none to that of %s',
    (positionPrecision) => {
      expect(directionsLink(hospital)).toContain('destination=21.03%2C105.83');
      expect(directionsLink({ ...hospital, positionPrecision })).toBeNull();
      expect(directionsLink({ ...hospital, position: null })).toBeNull();
    },
  );

  test.each([
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9)', 'geo:21.03,105.83?q=21.03%2C105.83(B%E1%BB%87nh%20vi%E1%BB%87n%20A)'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)',
      'https://maps.apple.com/?ll=21.03,105.83&q=B%E1%BB%87nh%20vi%E1%BB%87n%20A',
    ],
    ['Mozilla/5.0 (Windows NT 10.0)', 'https://www.google.com/maps/search/?api=1&query=21.03%2C105.83'],
  ])('the maps application of %s opens the building at %s', (device, link) => {
    expect(mapsLink(hospital, device)).toBe(link);
    const rough = mapsLink({ ...hospital, positionPrecision: 'COMMUNE' }, device);
    expect(decodeURIComponent(rough)).toContain('=Bệnh viện A, Số 1, phố Thử');
    expect(mapsLink({ ...hospital, position: null, address: null }, device)).toContain('Ph%C6%B0%E1%BB%9Dng%20Ba');
  });

  test('every kind is offered once', () => {
    expect(new Set(allKinds).size).toBe(4);
  });
});

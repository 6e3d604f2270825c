import { baDinhOffice, type FakeListing, type Kind, listings, province, units } from './fake-directory';

interface Near {
  latitude: number;
  longitude: number;
}
interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}
interface FakeFilter {
  text?: string;
  issuesSickLeave?: boolean;
}
interface Question {
  text?: string;
  kinds?: Kind[] | null;
  near?: Near | null;
  within?: Box | null;
  first?: number;
  after?: string | null;
  filter?: FakeFilter | null;
}

const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const inside = ({ position }: FakeListing, box: Box): boolean =>
  position !== null &&
  position.latitude >= box.south &&
  position.latitude <= box.north &&
  position.longitude >= box.west &&
  position.longitude <= box.east;

function distanceMeters({ position }: FakeListing, near: Near | null | undefined): number | null {
  if (!near || !position) return null;
  return 111_000 * Math.hypot(position.latitude - near.latitude, 0.93 * (position.longitude - near.longitude));
}

function find({ text, kinds, near, within, filter }: Question): FakeListing[] {
  const words = fold(text ?? filter?.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return listings
    .filter((one) => !kinds || kinds.length === 0 || kinds.includes(one.kind))
    .filter((one) => words.every((word) => fold(`${one.name} ${one.code}`).includes(word)))
    .filter((one) => !within || inside(one, within))
    .filter((one) => filter?.issuesSickLeave !== true || one['issuesSickLeave'] === true)
    .sort((one, other) => (distanceMeters(one, near) ?? 0) - (distanceMeters(other, near) ?? 0));
}

function connection(question: Question): object {
  const found = find(question);
  const from = Number(question.after ?? 0);
  const page = found.slice(from, from + (question.first ?? 20));
  const end = from + page.length;
  return {
    correctedText: null,
    dropped: [],
    totalCount: found.length,
    edges: page.map((node, index) => ({
      cursor: String(from + index + 1),
      score: 1,
      reasons: ['NAME'],
      distanceMeters: distanceMeters(node, question.near),
      node,
    })),
    pageInfo: { hasNextPage: end < found.length, hasPreviousPage: from > 0, startCursor: '0', endCursor: String(end) },
  };
}

interface MapQuestion {
  within: Box;
  zoom: number;
  kinds?: Kind[] | null;
  filter?: { clinics?: FakeFilter } | null;
}

function map({ within, zoom, kinds, filter }: MapQuestion): object {
  const found = find({ within, kinds: kinds ?? null, filter: filter?.clinics ?? null });
  if (zoom >= 13) return { clusters: [], listings: found, totalCount: found.length };
  const cell = 90 / 2 ** zoom;
  const cells = new Map<string, FakeListing[]>();
  for (const one of found) {
    if (!one.position) continue;
    const key = `${Math.floor(one.position.latitude / cell)}:${Math.floor(one.position.longitude / cell)}`;
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  const groups = [...cells.values()];
  const clusters = groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      count: group.length,
      expansionZoom: zoom + 2,
      position: {
        latitude: group.reduce((sum, one) => sum + (one.position?.latitude ?? 0), 0) / group.length,
        longitude: group.reduce((sum, one) => sum + (one.position?.longitude ?? 0), 0) / group.length,
      },
    }));
  return { clusters, listings: groups.filter((group) => group.length === 1).flat(), totalCount: found.length };
}

const byCode =
  (kind: Kind) =>
  ({ code }: { code: string }): FakeListing | null =>
    listings.find((one) => one.kind === kind && one.code === code) ?? null;
const ofKind =
  (kind: Kind) =>
  (question: Question): object =>
    connection({ ...question, kinds: [kind] });

/** Root resolvers of the fake gateway; arguments come first, as graphql-js calls functions of a root value. */
export const fakeResolvers = {
  office: byCode('OFFICE'),
  clinic: byCode('CLINIC'),
  employer: byCode('EMPLOYER'),
  agent: ({ code }: { code: string }): object | null => {
    const found = byCode('AGENT')({ code });
    return found && { ...found, kind: found['agentKind'] };
  },
  offices: ofKind('OFFICE'),
  clinics: ofKind('CLINIC'),
  employers: ofKind('EMPLOYER'),
  agents: ofKind('AGENT'),
  search: connection,
  suggest: (question: Question): object[] =>
    find(question)
      .slice(0, 8)
      .map(({ name, kind, code }) => ({ text: name, kind, code })),
  map,
  locate: ({ latitude }: Near): object =>
    latitude > 8 && latitude < 24
      ? {
          commune: units[0],
          province: units[0]?.province,
          office: baDinhOffice,
          officeMatch: 'JURISDICTION',
        }
      : { commune: null, province: null, office: null, officeMatch: null },
  units: ({ level }: { level?: string }): object => {
    const found = level === 'PROVINCE' ? [{ id: 'province', ...province }] : units;
    return { totalCount: found.length, edges: found.map((node) => ({ cursor: node.id, node })), pageInfo: {} };
  },
  directoryRevision: {
    number: 3,
    publishedAt: '2026-11-01T02:00:00.000Z',
    counts: [
      { kind: 'CLINIC', total: 60 },
      { kind: 'UNIT_BOUNDARY', total: 1 },
    ],
    containsDemonstration: true,
  },
  reportListing: ({ input }: { input: { message: string } }): object =>
    input.message.length < 5
      ? {
          __typename: 'InvalidInput',
          fields: [{ path: 'input.message', message: 'Cần ít nhất 5 chữ.', messageEn: 'At least 5 letters.' }],
        }
      : { __typename: 'ReportAccepted', trackingCode: 'THU-2026-AB12', status: 'RECEIVED' },
  trackListingReport: ({ trackingCode }: { trackingCode: string }): object =>
    trackingCode === 'THU-2026-AB12'
      ? {
          __typename: 'ReportTracked',
          trackingCode,
          status: 'IN_REVIEW',
          createdAt: '2026-11-02T03:00:00.000Z',
          updatedAt: '2026-11-03T03:00:00.000Z',
          answer: null,
        }
      : { __typename: 'NotFound', message: 'Không có.', messageEn: 'None.' },
};

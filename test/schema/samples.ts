import { type Samples } from './every-field';

const VIETNAM = '{ south: 8, west: 102, north: 24, east: 110 }';
const id = (name: string): string => `"${Buffer.from(name).toString('base64url')}"`;

/** Arguments by which the seeds, and the real data too, have something to show. */
export const SAMPLES: Samples = {
  'Query.office.code': '"001"',
  'Query.clinic.code': '"01001"',
  'Query.employer.code': '"TA0001A"',
  'Query.agent.code': '"none"',
  'Query.unit.code': '"01"',
  'Query.offices.filter': '{ includeEnded: true }',
  'Query.units.includeEnded': 'true',
  'Query.node.id': id('Office:001'),
  'Query.nodes.ids': `[${id('Office:001')}, ${id('Clinic:01001')}, ${id('Unit:PROVINCE:01:2025-07-01')}]`,
  'Query.search.text': '"bv cho ray"',
  'Query.suggest.text': '"benh vien"',
  'Query.suggestPlaces.text': '"phuong Truc Bach, Ba Dinh, Ha Noi"',
  'Query.map.within': VIETNAM,
  'Query.map.zoom': '12',
  'Query.locate.latitude': '21.03',
  'Query.officeFor.unit': '"00004"',
  'Query.locate.longitude': '105.85',
  'Viewer.child.id': id('Child:1'),
  'contributions.kind': 'SOCIAL',
  'contributionTotal.kind': 'SOCIAL',
  'salaryCap.kind': 'UNEMPLOYMENT',
  'benefits.kind': 'HEALTH',
  'visits.year': '2025',
};

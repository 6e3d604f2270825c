/** A small invented directory with which the page is tested: no real data, positions around Hà Nội. */
export type Kind = 'OFFICE' | 'CLINIC' | 'EMPLOYER' | 'AGENT';

/** One entry as the schema's resolvers need it. */
export interface FakeListing {
  [field: string]: unknown;
  __typename: 'Office' | 'Clinic' | 'Employer' | 'Agent';
  kind: Kind;
  id: string;
  code: string;
  name: string;
  position: { latitude: number; longitude: number } | null;
}

const hanoi = { code: '01', name: 'Thành phố Hà Nội', level: 'PROVINCE' };
const commune = { id: 'unit-1', code: '00004', name: 'Phường Ba Đình', level: 'COMMUNE', province: hanoi };
const formerCommune = {
  id: 'unit-2',
  code: '00001',
  name: 'Phường Phúc Xá',
  level: 'COMMUNE',
  province: hanoi,
  validUntil: '2025-06-30',
};

/** Units that the unit filter suggests. */
export const units = [{ ...commune, validUntil: null }, formerCommune];

const common = {
  formerName: null,
  phones: [{ label: null, number: '024 3999 0000' }],
  email: null,
  website: null,
  openingHours: null,
  unit: commune,
  statedUnit: formerCommune,
  validFrom: '2021-01-01',
  validUntil: null,
  source: { name: 'Danh bạ thử', url: 'https://example.org/danh-ba' },
  verifiedAt: '2026-10-01',
  demonstration: false,
};

const office = (code: string, name: string, latitude: number, longitude: number): FakeListing => ({
  ...common,
  __typename: 'Office',
  kind: 'OFFICE',
  id: `office-${code}`,
  code,
  name,
  address: `Số ${code}, phố Thử`,
  position: { latitude, longitude },
  positionPrecision: 'BUILDING',
  level: 'LOCAL',
  codeIsOfficial: true,
  departments: [{ name: 'Văn phòng', phone: '024 3999 0001' }],
  temporarySeat: null,
  parent: null,
  predecessors: [],
  successors: [],
  serves: { totalCount: 1, edges: [{ node: commune }] },
});

/** The office responsible for the middle of Hà Nội. */
export const baDinhOffice = office('00101', 'BHXH cơ sở Ba Đình', 21.0352, 105.8342);

const clinicNames = ['Trạm y tế', 'Phòng khám đa khoa', 'Bệnh viện', 'Trung tâm y tế'];
const places = ['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Đống Đa', 'Cầu Giấy', 'Long Biên', 'Hà Đông', 'Sóc Sơn'];

function clinic(index: number): FakeListing {
  const code = `01${String(index).padStart(3, '0')}`;
  return {
    ...common,
    __typename: 'Clinic',
    kind: 'CLINIC',
    id: `clinic-${code}`,
    code,
    name: `${clinicNames[index % 4]} ${places[index % 8]} ${index}`,
    address: `Số ${index}, phường ${places[index % 8]}, Hà Nội`,
    // Seven stand on one point; the others lie on a spiral around the middle of the city.
    position:
      index < 7
        ? { latitude: 21.0278, longitude: 105.8342 }
        : {
            latitude: 21.03 + 0.0035 * index * Math.sin(index),
            longitude: 105.83 + 0.0035 * index * Math.cos(index),
          },
    positionPrecision: index % 3 === 0 ? 'COMMUNE' : 'BUILDING',
    demonstration: index % 10 === 9,
    type: 'HOSPITAL',
    level: 'BASIC',
    formerLevel: 'DISTRICT',
    contract: { validFrom: '2021-01-01', validUntil: null, initialRegistration: true },
    sickLeaveAuthority: { validFrom: '2021-01-01', validUntil: null },
    managingOffice: baDinhOffice,
    isContracted: true,
    issuesSickLeave: index % 2 === 0,
  };
}

const agent = (index: number): FakeListing => ({
  ...common,
  __typename: 'Agent',
  kind: 'AGENT',
  id: `agent-${index}`,
  code: `DT${index}`,
  name: `Bưu điện ${places[index % 8]}`,
  address: `Phố ${places[index % 8]}, Hà Nội`,
  position: { latitude: 21.02 + 0.01 * index, longitude: 105.81 },
  positionPrecision: 'STREET',
  agentKind: 'POST_OFFICE',
  services: ['VOLUNTARY_SOCIAL_INSURANCE'],
  managingOffice: baDinhOffice,
});

const employer: FakeListing = {
  ...common,
  __typename: 'Employer',
  kind: 'EMPLOYER',
  id: 'employer-1',
  code: '0123456789DNA03',
  name: 'Công ty TNHH Thử Nghiệm',
  address: 'Hà Nội',
  position: null,
  positionPrecision: null,
  phones: [],
  taxCode: '0123456789',
  status: 'PARTICIPATING',
  managingOffice: baDinhOffice,
};

/** Everything in the directory. */
export const listings: readonly FakeListing[] = [
  baDinhOffice,
  office('001', 'BHXH Thành phố Hà Nội', 21.0205, 105.8208),
  ...Array.from({ length: 60 }, (_, index) => clinic(index)),
  ...Array.from({ length: 5 }, (_, index) => agent(index)),
  employer,
];

/** One province with straight borders. */
export const province = {
  code: '01',
  name: 'Thành phố Hà Nội',
  boundary: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [105.3, 20.6],
          [106, 20.6],
          [106, 21.4],
          [105.3, 21.4],
          [105.3, 20.6],
        ],
      ],
    ],
  },
};

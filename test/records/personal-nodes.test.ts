import { toGlobalId } from '../../src/shared/global-id';
import { PersonalGateway } from '../people/personal-gateway';
import { samplePerson } from '../people/sample-people';
import { InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { eachDialect, testDatabase } from '../setup/test-database';

const GUARDIAN = 1;
const CHILD = 2;
const STRANGER = 3;

const RECORDS = `
  contributions(kind: HEALTH) { nodes { __typename id fromMonth toMonth } }
  benefits(kind: SICKNESS_MATERNITY) { nodes { __typename id regime amountVnd } }
  visits(year: 2025) { nodes { __typename id admittedOn diagnosis } }`;
const MINE = `{ viewer { ${RECORDS} } }`;
const OF_CHILDREN = `{ viewer { children { __typename id fullName ${RECORDS} } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { __typename id
  ... on Contribution { fromMonth toMonth } ... on Benefit { regime amountVnd } ... on Visit { admittedOn diagnosis }
  ... on Child { fullName } } }`;
const LOG = '{ viewer { accessLog { edges { node { purpose fields } } } } }';

interface Named {
  readonly __typename: string;
  readonly id: string;
}
type Lists = Readonly<Record<'contributions' | 'benefits' | 'visits', { readonly nodes: readonly Named[] }>>;

eachDialect('objects of a person by their identifiers', (dialect) => {
  let gateway: PersonalGateway;
  const node = async (id: string, personId?: number): Promise<Named | null> =>
    (await gateway.ask<{ node: Named | null }>(NODE, { id }, personId === undefined ? {} : { personId })).node;
  const listed = ({ contributions, benefits, visits }: Lists): Named[] =>
    [contributions, benefits, visits].flatMap(({ nodes }) => nodes);
  const mine = async (personId: number): Promise<Named[]> =>
    listed((await gateway.ask<{ viewer: Lists }>(MINE, {}, { personId })).viewer);
  const logOf = async (personId: number): Promise<object[]> =>
    (
      await gateway.ask<{ viewer: { accessLog: { edges: { node: object }[] } } }>(LOG, {}, { personId })
    ).viewer.accessLog.edges.map((edge) => edge.node);

  beforeEach(async () => {
    const { database } = await testDatabase(dialect);
    gateway = new PersonalGateway(database);
    await gateway.data.take('people', [
      samplePerson(GUARDIAN),
      samplePerson(CHILD, { guardianId: GUARDIAN, dateOfBirth: '2015-01-01' }),
      samplePerson(STRANGER),
      samplePerson(4, { guardianId: GUARDIAN, dateOfBirth: '2016-01-01' }),
    ]);
    for (const personId of [GUARDIAN, CHILD]) {
      const month = `2025-0${personId}`;
      await gateway.data.take('contributions', [
        {
          personId,
          fromMonth: month,
          toMonth: '2025-12',
          employerCode: '',
          kindBits: insuranceBits([InsuranceKind.HEALTH]),
          employerName: null,
          position: null,
          workplace: null,
          salaryVnd: null,
          coefficient: null,
          currency: 'VND',
        },
      ]);
      const sickness = { kind: 'SICKNESS_MATERNITY', regime: 'Ốm đau', toDay: null, filedBy: null };
      await gateway.data.take('benefits', [
        { ...sickness, personId, fromDay: `${month}-01`, amountVnd: 1_000 * personId },
      ]);
      const visit = { clinicCode: '01001', visitCode: '', dischargedOn: null, clinicName: 'Bệnh viện Thử' };
      const paid = { diagnosis: `Bệnh ${personId}`, coveredVnd: 1, ownVnd: 0 };
      await gateway.data.take('visits', [{ ...visit, ...paid, personId, admittedOn: `${month}-02` }]);
    }
  });

  it('are given to the person as the lists give them, and to nobody else', async () => {
    const records = await mine(GUARDIAN);
    expect(records.map(({ __typename }) => __typename)).toEqual(['Contribution', 'Benefit', 'Visit']);
    for (const record of records) {
      expect(await node(record.id, GUARDIAN)).toEqual(record);
      for (const other of [undefined, CHILD, STRANGER]) expect(await node(record.id, other)).toBeNull();
      expect(Buffer.from(record.id, 'base64url').toString()).toMatch(/^\w+:\w+\.[\w-]{20,}$/);
    }
    const answer = await gateway.execute(NODE, { id: records[0]?.id }, { integrator: 'A hospital' });
    expect(answer).toEqual({ data: { node: null } });
  });

  it('of a child are given to the guardian, and that child alone reads of it', async () => {
    const { viewer } = await gateway.ask<{ viewer: { children: (Named & Lists)[] } }>(
      OF_CHILDREN,
      {},
      { personId: GUARDIAN },
    );
    const child = viewer.children.find((one) => listed(one).length > 0);
    expect(child?.id).toBeDefined();
    if (!child) return;
    gateway.now = new Date(gateway.now.getTime() + 2 * 3_600_000);
    const [before, beforeOfOther] = [await logOf(CHILD), await logOf(4)];
    for (const record of listed(child)) {
      expect(await node(record.id, GUARDIAN)).toEqual(record);
      expect(await node(record.id, STRANGER)).toBeNull();
    }
    expect(await node(child.id, GUARDIAN)).toMatchObject({ __typename: 'Child', id: child.id });
    expect(await node(child.id, STRANGER)).toBeNull();
    const after = (await logOf(CHILD)).slice(0, -before.length);
    expect(after).toContainEqual({ purpose: 'GUARDIAN', fields: ['visits'] });
    expect(after).toContainEqual({ purpose: 'GUARDIAN', fields: ['contributions'] });
    expect(await logOf(4)).toEqual(beforeOfOther);
  });

  it('that nobody made are not there, just as those of others', async () => {
    const forged = ['Visit', 'Contribution', 'Benefit', 'Child', 'Notice', 'Session'].map((type) =>
      toGlobalId(type, 'x'),
    );
    for (const id of [...forged, toGlobalId('Visit', `["${GUARDIAN}","2025-01-02","01001",""]`)])
      for (const personId of [GUARDIAN, undefined]) expect(await node(id, personId)).toBeNull();
  });

  it('are found many at once, each in its place', async () => {
    const [first, , last] = await mine(GUARDIAN);
    const [others] = await mine(CHILD);
    const ids = [last?.id, toGlobalId('Visit', 'x'), first?.id];
    const ask = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    expect(await gateway.ask(ask, { ids }, { personId: GUARDIAN })).toEqual({
      nodes: [{ __typename: 'Visit', id: last?.id }, null, { __typename: 'Contribution', id: first?.id }],
    });
    expect(await gateway.ask(ask, { ids: [others?.id, last?.id] }, { personId: STRANGER })).toEqual({
      nodes: [null, null],
    });
  });
});

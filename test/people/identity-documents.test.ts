import { rotateKeys } from '../../src/app/key-rotation';
import type { Database } from '../../src/database/database';
import { IdentityDocument } from '../../src/features/people/document/identity-document.entity';
import { comparedNumber, kindsOfNumber } from '../../src/features/people/document/identity-document.rules';
import type { OpenDocument } from '../../src/features/people/document/identity-document.store';
import { IdentityDocumentKind } from '../../src/features/people/document/identity-document.types';
import { IdentifierTakenError, PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { eachDialect, testDatabase } from '../setup/test-database';
import { PersonalGateway } from './personal-gateway';
import { samplePerson } from './sample-people';
import { rotatedKeyRing, testKeyRing } from './synthetic-keys';

const { CMND, CCCD, PASSPORT } = IdentityDocumentKind;
const FIND = `mutation FindBhxhCode($input: FindBhxhCodeInput!) { findBhxhCode(input: $input) { __typename
  ... on BhxhCodeFound { bhxhCode } ... on InvalidInput { fields { path } } } }`;
const RIGHT = { fullName: 'Nguyễn Thị Thử', dateOfBirth: '1990-05-15' };

function paper(personId: number, kind: IdentityDocumentKind, number: string): OpenDocument {
  return { personId, kind, number, issuedOn: '2012-03-04', issuedBy: 'Công an tỉnh Thử' };
}

const PAPERS = [paper(1, CMND, '990000001'), paper(1, PASSPORT, 'ZZ0000001'), paper(2, CCCD, '999190000777')];

it.each([
  ['990000001', [CMND, PASSPORT]],
  ['999190000777', [CCCD]],
  ['B1234567', [PASSPORT]],
  ['0123456789', []],
  ['99-000 000.1', [CMND, PASSPORT]],
  ['zz0000001', [PASSPORT]],
  ['', []],
])('the number %p, as it is compared, can be of %p', (typed, kinds) => {
  expect(kindsOfNumber(comparedNumber(typed))).toEqual(kinds);
});

eachDialect('identity papers', (dialect) => {
  let database: Database;
  let persons: PersonStore;
  let data: PersonalDataStore;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    persons = new PersonStore(database, testKeyRing());
    data = new PersonalDataStore(database, persons);
    await persons.replace([samplePerson(1), samplePerson(2, { personalIdNumber: null })]);
    await data.take('identityDocuments', PAPERS);
  });

  it('lead to their owner, whichever there is, and to nobody else', async () => {
    for (const code of ['9900000001', '999190000001', '990000001', 'ZZ0000001'])
      expect(await persons.byCode(code)).toEqual(samplePerson(1));
    expect(await persons.byCode('999190000777')).toMatchObject({ personId: 2 });
    for (const code of ['990000002', 'ZZ0000002', '999190000778', 'ZZ', ''])
      expect(await persons.byCode(code)).toBeNull();
  });

  it('lie in the database without a readable number, and come back whole', async () => {
    expect(await persons.documents.of(1)).toEqual(PAPERS.slice(0, 2));
    const rows = JSON.stringify(await database.read(IdentityDocument).find());
    for (const { number } of PAPERS) expect(rows).not.toContain(number);
  });

  it('stay when the person comes again, and go with the person', async () => {
    await persons.replace([samplePerson(1, { address: 'mới' })]);
    expect(await persons.byCode('990000001')).toMatchObject({ personId: 1, address: 'mới' });
    await data.withdraw('people', [{ personId: 1 }]);
    expect(await database.read(IdentityDocument).find()).toMatchObject([{ personId: 2 }]);
  });

  it('take the place of the one of their kind', async () => {
    await data.take('identityDocuments', [paper(1, PASSPORT, 'ZZ0000009')]);
    expect(await persons.byCode('ZZ0000001')).toBeNull();
    expect(await persons.byCode('ZZ0000009')).toMatchObject({ personId: 1 });
    expect(await persons.documents.of(1)).toHaveLength(2);
  });

  it('are one person’s alone, by the database', async () => {
    await expect(data.take('identityDocuments', [paper(2, CMND, '990000001')])).rejects.toThrow(IdentifierTakenError);
    expect(await persons.byCode('990000001')).toMatchObject({ personId: 1 });
  });

  it('are found before, while and after they are sealed again with a new key', async () => {
    const rotating = new PersonStore(database, rotatedKeyRing());
    expect(await rotating.byCode('990000001')).toMatchObject({ personId: 1 });
    await rotateKeys(null, [rotating.documents], () => undefined, 0);
    const rows = await database.read(IdentityDocument).find();
    expect(rows).toHaveLength(3);
    for (const { numberSealed, numberIndex } of rows) {
      expect([numberSealed.split('.')[0], numberIndex.split('.')[0]]).toEqual(['second', 'second']);
    }
    for (const { number, personId } of PAPERS) expect(await rotating.byCode(number)).toMatchObject({ personId });
  });

  it('are sealed again a few persons at a time, all papers of each', async () => {
    const rotating = new PersonStore(database, rotatedKeyRing());
    const more = [3, 4, 5].map((personId) => samplePerson(personId));
    await persons.replace(more);
    for (const { personId } of more)
      await data.take('identityDocuments', [
        paper(personId, CMND, `99000000${personId}`),
        paper(personId, PASSPORT, `ZZ000000${personId}`),
      ]);
    let calls = 0;
    for (let after: number | null = -1; after !== null; calls++) after = await rotating.documents.resealAfter(after, 1);
    expect(calls).toBeGreaterThan(3);
    const rows = await database.read(IdentityDocument).find();
    expect(rows.map(({ numberIndex }) => numberIndex.split('.')[0])).toEqual(Array(9).fill('second'));
  });

  it('are asked for in the same statements, whether anyone has such a number or not, and of whichever form', async () => {
    const { logger } = database.reader.dataSource;
    const asked = jest.spyOn(logger, 'logQuery');
    const shapes = new Set<string>();
    for (const code of [
      '9900000001',
      '9900000009',
      '990000001',
      '990000009',
      'ZZ0000001',
      'ZZ0000009',
      '999190000777',
      'x',
    ]) {
      asked.mockClear();
      await persons.byCode(code);
      const tables = asked.mock.calls.map(([sql]) => /FROM "(\w+)"/.exec(sql)?.[1]);
      shapes.add(JSON.stringify(tables));
    }
    asked.mockRestore();
    expect([...shapes]).toEqual([JSON.stringify(['person_identifier', 'identity_document', 'person'])]);
  });

  describe('in a lookup of the code', () => {
    let gateway: PersonalGateway;
    let callers = 0;
    beforeEach(() => {
      gateway = new PersonalGateway(database);
      gateway.now = new Date();
    });
    const find = async (facts: Record<string, unknown>): Promise<Record<string, unknown>> => {
      const input = { ...RIGHT, ...facts, challengeSolution: await gateway.solution() };
      const caller = `caller ${callers++}`;
      return (await gateway.ask<{ findBhxhCode: Record<string, unknown> }>(FIND, { input }, { caller })).findBhxhCode;
    };

    it.each([
      ['a CMND', '990 000 001', '9900000001'],
      ['a passport', 'zz0000001', '9900000001'],
      ['a CCCD', '999190000777', '9900000002'],
      ['the personal identity number', '999190000001', '9900000001'],
    ])('%s finds it with name and date of birth', async (_what, documentNumber, bhxhCode) => {
      expect(await find({ documentNumber })).toEqual({ __typename: 'BhxhCodeFound', bhxhCode });
    });

    it('finds nobody by a wrong number, name or day, with one answer', async () => {
      const answers = [
        await find({ documentNumber: '990000002' }),
        await find({ documentNumber: '990000001', fullName: 'Người Khác' }),
        await find({ documentNumber: 'ZZ0000001', dateOfBirth: '1990-05-16' }),
      ];
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ __typename: 'BhxhCodeNotConfirmed' });
    });

    it('counts the 12 digits as one number, however they are given', async () => {
      const wrong = { fullName: 'Người Khác' };
      for (const facts of [{ documentNumber: '999190000001' }, { personalIdNumber: '999190000001' }])
        for (let time = 0; time < 2; time++) await find({ ...facts, ...wrong });
      expect(await find({ documentNumber: '999190000001', ...wrong })).toEqual({ __typename: 'ChallengeRequired' });
      expect(await find({ personalIdNumber: '999190000001', ...wrong })).toEqual({ __typename: 'ChallengeRequired' });
    });

    it('takes one number at a time, of a form that a paper has', async () => {
      expect(await find({ documentNumber: '12345' })).toMatchObject({ fields: [{ path: 'documentNumber' }] });
      const two = { documentNumber: '990000001', personalIdNumber: '999190000001' };
      expect(await find(two)).toMatchObject({ __typename: 'InvalidInput' });
    });
  });
});

import { PersonIdentifier } from '../../src/features/people/person-identifier.entity';
import { Person } from '../../src/features/people/person.entity';
import { PersonStore } from '../../src/features/people/person.store';
import { eachDialect, type TestDatabase, testDatabase } from '../setup/test-database';
import { samplePerson } from './sample-people';
import { rotatedKeyRing, testKeyRing } from './synthetic-keys';

eachDialect('persons', (dialect) => {
  let opened: TestDatabase;
  let persons: PersonStore;

  beforeEach(async () => {
    opened = await testDatabase(dialect);
    persons = new PersonStore(opened.database, testKeyRing());
  });

  it('are found by either code, and come back whole', async () => {
    const person = samplePerson(7);
    await persons.replace([person, samplePerson(8)]);
    expect(await persons.byCode(person.bhxhCode)).toEqual(person);
    expect(await persons.byCode(person.personalIdNumber ?? '')).toEqual(person);
    expect(await persons.byCode('9900000009')).toBeNull();
  });

  it('lie in the database without a readable identifier, telephone number or e-mail address', async () => {
    const person = samplePerson(7);
    await persons.replace([person]);
    const rows = [
      ...(await opened.database.read(Person).find()),
      ...(await opened.database.read(PersonIdentifier).find()),
    ];
    const text = JSON.stringify(rows);
    for (const secret of [person.bhxhCode, person.personalIdNumber, person.phone, person.email]) {
      expect(text).not.toContain(secret);
    }
  });

  it('change when they come again, and leave nothing of what they were', async () => {
    await persons.replace([samplePerson(7)]);
    await persons.replace([samplePerson(7, { bhxhCode: '9911111111', phone: null })]);
    expect(await persons.byCode('9911111111')).toMatchObject({ personId: 7, phone: null });
    expect(await persons.byCode('9900000007')).toBeNull();
    expect(await persons.withIdentifier('phone', '0999000007')).toEqual([]);
  });

  it('share a telephone number without hiding each other', async () => {
    await persons.replace([samplePerson(1, { phone: '0999000000' }), samplePerson(2, { phone: '0999000000' })]);
    const found = await persons.withIdentifier('phone', '0999000000');
    expect(found.map(({ personId }) => personId).sort()).toEqual([1, 2]);
  });

  it('are found before, while and after they are sealed again with a new key', async () => {
    const all = [1, 2, 3].map((id) => samplePerson(id));
    await persons.replace(all);
    const rotating = new PersonStore(opened.database, rotatedKeyRing());
    expect(await rotating.byCode('9900000002')).toEqual(all[1]);
    expect(await rotating.resealAfter(0, 2)).toBe(2);
    for (const person of all) expect(await rotating.byCode(person.bhxhCode)).toEqual(person);
    expect(await rotating.resealAfter(2, 2)).toBe(3);
    expect(await rotating.resealAfter(3, 2)).toBeNull();
    const sealed = (await opened.database.read(Person).find()).map(({ bhxhCodeSealed }) => bhxhCodeSealed);
    expect(sealed.every((text) => text.startsWith('second.'))).toBe(true);
    expect(await opened.database.read(PersonIdentifier).countBy({ personId: 1 })).toBe(3);
  });
});

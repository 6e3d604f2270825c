import type { Database } from '../../src/database/database';
import { IdentityDocumentKind } from '../../src/features/people/document/identity-document.types';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { eachDialect, testDatabase } from '../setup/test-database';
import { AccountGateway, CHANGE, FIRST_PASSWORD, FORGOT, KEY_RING, LAN, NEW_PASSWORD } from './account-gateway';

const { CMND, CCCD, PASSPORT } = IdentityDocumentKind;
const PAPERS = '{ viewer { profile { identityDocuments { kind numberMasked issuedOn issuedBy } } } }';
const WHOLE = '{ viewer { profile { identityDocuments { kind number } } } }';
const WRONG = 'sai mật khẩu rồi';

eachDialect('whoever has a CMND or a passport', (dialect) => {
  let database: Database;
  let gateway: AccountGateway;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    gateway = new AccountGateway(database);
    await gateway.register();
    const papers = [
      { personId: LAN.personId, kind: CMND, number: '990000017', issuedOn: '2012-03-04', issuedBy: 'Công an tỉnh Thử' },
      {
        personId: LAN.personId,
        kind: CCCD,
        number: LAN.personalIdNumber ?? '',
        issuedOn: '2022-03-05',
        issuedBy: null,
      },
      { personId: LAN.personId, kind: PASSPORT, number: 'ZZ0000017', issuedOn: null, issuedBy: null },
    ];
    await new PersonalDataStore(database, new PersonStore(database, KEY_RING)).take('identityDocuments', papers);
  });

  it.each(['990000017', '990 000 017', 'ZZ0000017', 'zz-0000017', '001190000017', '0123456789'])(
    'signs in with %s and the password',
    async (number) => {
      expect(await gateway.signIn(FIRST_PASSWORD, 'phone', number)).toMatchObject({ __typename: 'SignedIn' });
    },
  );

  it('is refused like anybody with a wrong number or password', async () => {
    const answers = [];
    for (const [number, password] of [
      ['990000018', FIRST_PASSWORD],
      ['ZZ0000018', FIRST_PASSWORD],
      ['990000017', WRONG],
      ['ZZ0000017', WRONG],
    ] as const)
      answers.push(JSON.stringify(await gateway.signIn(password, 'phone', number)));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('SignInRefused');
  });

  it('has the same tries, by whichever number they are taken', async () => {
    const numbers = ['990000017', 'ZZ0000017', LAN.bhxhCode, LAN.personalIdNumber ?? '', 'zz0000017'];
    for (const number of numbers) await gateway.signIn(WRONG, 'phone', number);
    expect(await gateway.signIn(FIRST_PASSWORD, 'phone', '990000017')).toMatchObject({ __typename: 'SignInRefused' });
  });

  it.each(['990000017', 'zz0000017'])('gets a code for a forgotten password with %s', async (bhxhCode) => {
    const answer = await gateway.ask(FORGOT, { bhxhCode, phone: LAN.phone });
    expect(answer).toMatchObject({ __typename: 'OtpRequired', sentTo: '••••••• 678' });
    await gateway.deliver();
    expect(gateway.carrier.lastCode()).toMatch(/^\d{6}$/);
  });

  it.each(['mật khẩu 990000017 của tôi', 'mat khau zz-0000017 cua toi'])(
    'takes no password like %p',
    async (newPassword) => {
      const keeping = await gateway.token(FIRST_PASSWORD);
      const input = { oldPassword: FIRST_PASSWORD, newPassword, newPasswordAgain: newPassword };
      expect(await gateway.ask(CHANGE, { input }, keeping)).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ path: 'newPassword', message: expect.stringContaining('không được chứa mã số') as string }],
      });
    },
  );

  it('sees the papers in the profile, masked unless the whole number is asked for', async () => {
    const keeping = await gateway.settled();
    const { data } = await gateway.answer(PAPERS, {}, keeping);
    const identityDocuments = [
      { kind: 'CCCD', numberMasked: '•••••••••017', issuedOn: '2022-03-05', issuedBy: null },
      { kind: 'CMND', numberMasked: '••••••017', issuedOn: '2012-03-04', issuedBy: 'Công an tỉnh Thử' },
      { kind: 'PASSPORT', numberMasked: '••••••017', issuedOn: null, issuedBy: null },
    ];
    expect(data).toEqual({ viewer: { profile: { identityDocuments } } });
    expect(await gateway.answer(WHOLE, {}, keeping)).toMatchObject({
      data: { viewer: { profile: { identityDocuments: [{}, { number: '990000017' }, { number: 'ZZ0000017' }] } } },
      isPrivate: true,
    });
    expect((await gateway.answer(WHOLE)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await gateway.token(NEW_PASSWORD, 'phone', '990000017')).token).toBeTruthy();
  });
});

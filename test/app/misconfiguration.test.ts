import { misconfigurations } from '../../src/app/misconfiguration.rules';
import { readConfig } from '../../src/config';

const POSTGRES = { DATABASE_URL: 'postgres://a/x' };
const PRODUCTION = { NODE_ENV: 'production' };

describe('demonstration people', () => {
  it.each<[string, Record<string, string>, number]>([
    ['made up on an embedded database', {}, 10_000],
    ['as many as asked for', { DEMONSTRATION_PEOPLE: '60' }, 60],
    ['none on PostgreSQL', POSTGRES, 0],
    ['none in production', PRODUCTION, 0],
    ['as many as asked for on PostgreSQL, too', { ...POSTGRES, DEMONSTRATION_PEOPLE: '60' }, 60],
    ['as many as asked for in production, too', { ...PRODUCTION, DEMONSTRATION_PEOPLE: '60' }, 60],
  ])('are %s', (_how, variables, count) => expect(readConfig(variables).demonstrationPeople).toBe(count));
});

describe('what an operator is told at the start', () => {
  const toldOf = (variables: Record<string, string>): string[] =>
    misconfigurations(readConfig(variables)).map(({ variable }) => variable);
  const SENDING = { SMTP_URL: 'smtps://mail.example', SMS_URL: 'https://sms.example' };
  const KEYS = { BHXH_KEYS: `test:${'A'.repeat(43)}` };

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing on the machine of a developer', {}, []],
    [
      'everything that is missing in production',
      PRODUCTION,
      ['DEMONSTRATION_PEOPLE', 'SMS_URL', 'SMTP_URL', 'TRUST_PROXY'],
    ],
    [
      'that keys on one machine do not reach the others',
      { ...POSTGRES, ...SENDING, DEMONSTRATION_PEOPLE: '0' },
      ['BHXH_KEYS'],
    ],
    [
      'that anyone can sign in as made-up people',
      { ...POSTGRES, ...SENDING, ...KEYS, DEMONSTRATION_PEOPLE: '9' },
      ['DEMONSTRATION_PEOPLE'],
    ],
    ['that codes travel in clear', { SMS_URL: 'http://sms.example' }, ['SMS_URL']],
    ['nothing of an SMS gateway on the same machine', { SMS_URL: 'http://127.0.0.1:9000' }, []],
    [
      'nothing where all is set',
      { ...PRODUCTION, ...POSTGRES, ...SENDING, ...KEYS, DEMONSTRATION_PEOPLE: '0', TRUST_PROXY: 'true' },
      [],
    ],
  ])('is %s', (_what, variables, told) => expect(toldOf(variables)).toEqual(told));
});

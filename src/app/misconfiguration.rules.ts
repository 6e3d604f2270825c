import type { Config } from '../config';

/** Something of the configuration that an operator may not have meant, by its variable. */
export interface Misconfiguration {
  readonly variable: string;
  readonly warning: string;
}

/** What to tell an operator at the start: what the variables set, or do not set, means for real people. */
export function misconfigurations(config: Config): Misconfiguration[] {
  const { isProduction, database, keys, notifications, demonstrationPeople, areDemonstrationPeopleHeldBack } = config;
  const isServing = isProduction || database.dialect === 'postgres';
  const told: Misconfiguration[] = [];
  const tell = (when: boolean, variable: string, warning: string): void => {
    if (when) told.push({ variable, warning });
  };
  tell(
    areDemonstrationPeopleHeldBack,
    'DEMONSTRATION_PEOPLE',
    'no persons are made up in production or on PostgreSQL; set it to a number to have them all the same',
  );
  tell(
    isServing && demonstrationPeople > 0,
    'DEMONSTRATION_PEOPLE',
    'made-up accounts are opened with a password that anyone can read in the README; set it to 0 for real people',
  );
  tell(
    isServing && notifications.smsUrl === undefined,
    'SMS_URL',
    'no SMS leaves this machine: codes stay in the local mailbox and nobody gets them',
  );
  tell(
    isServing && notifications.smtpUrl === undefined,
    'SMTP_URL',
    'no e-mail leaves this machine: messages stay in the local mailbox',
  );
  tell(
    notifications.smsUrl !== undefined && !notifications.smsUrl.startsWith('https:') && !isLocal(notifications.smsUrl),
    'SMS_URL',
    'codes go to the SMS gateway in clear; use https',
  );
  tell(
    database.dialect === 'postgres' && keys.fixed === undefined,
    'BHXH_KEYS',
    'the keys of personal data are in DATA_DIR: gateways on other machines cannot read what this one seals',
  );
  tell(
    isProduction && config.http.trustProxy === false,
    'TRUST_PROXY',
    'callers are told apart by the address that is connected: behind a proxy they all count as one',
  );
  return told;
}

function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

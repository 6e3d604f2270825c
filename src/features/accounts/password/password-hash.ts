import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../../shared/errors';
import { spelledPassword } from './password.rules';

/** Memory in KiB and passes as OWASP advises for argon2id (19 MiB, 2 passes); argon2id is the package's default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Cost of a field that hashes a password: few of them fit into one operation. */
export const HASHING = 6_000;

/** When those may come again for whom too many passwords were hashed at once, seconds. */
const RETRY_AFTER_SECONDS = 5;

/** The refusal of whoever cannot have a password hashed now. */
export function hashingRefused(): DomainError {
  const message = {
    en: `Too many passwords are checked at once; try again in ${RETRY_AFTER_SECONDS} s.`,
    vi: `Đang có quá nhiều lượt kiểm tra mật khẩu; hãy thử lại sau ${RETRY_AFTER_SECONDS} giây.`,
  };
  return new DomainError('BUSY', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

/** Hashes a password with argon2id and a salt of its own, in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(spelledPassword(password), COST);
}

/** Checks passwords, and takes the same time where there is no account to check against. */
export class PasswordCheck {
  /** The hash of a password that nobody knows. */
  private readonly nobodys = hash(randomBytes(24), COST);

  /** Whether the password is that of the hash; false after the same work where there is none. */
  async isRight(passwordHash: string | null, password: string): Promise<boolean> {
    const isVerified = await verify(passwordHash ?? (await this.nobodys), spelledPassword(password));
    return isVerified && passwordHash !== null;
  }
}

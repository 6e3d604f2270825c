import type { TooManyAttempts } from '../../../shared/input-faults.types';
import type { PersonStore } from '../../people/person.store';
import { takingAtLeast } from '../../protection/constant-time';
import { codeAddress, type OtpService } from './otp.service';
import type { OtpRefused, OtpRequired } from './otp.types';

/** Sends codes again, in the same time whether someone waits for them or nobody. */
export class CodeSender {
  constructor(
    private readonly otps: OtpService,
    private readonly persons: Pick<PersonStore, 'byId'>,
    private readonly answerMs: number,
  ) {}

  /** Sends the same code again to where it went before. */
  resend(otpId: string): Promise<OtpRequired | OtpRefused | TooManyAttempts> {
    return takingAtLeast(this.answerMs, () =>
      this.otps.resend(otpId, async (personId) => {
        const person = await this.persons.byId(personId);
        return person && codeAddress(person);
      }),
    );
  }
}

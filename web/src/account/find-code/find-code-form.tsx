import { type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure, tooMany } from '../../api/failure';
import { sendPrivately } from '../../api/transport';
import {
  type FindBhxhCodeInput,
  type FindBhxhCodeMutation,
  FindBhxhCodeOperation,
} from '../../generated/account-operations';
import { today } from '../../language/formats';
import { AccountForm } from '../form/account-form';
import { faults } from '../form/faults';
import { errorsOf, type FieldErrors, noErrors } from '../form/field-errors';
import { TextField } from '../form/text-field';
import { useAccountTexts } from '../language/account-texts';
import { readDateOfBirth } from './date-of-birth.rules';
import { type Finding } from './found-code';
import { type Lookup, noLookup, WayFields } from './way-fields';
import { solution, solved } from './solution';

function faultsOf(lookup: Lookup, dateOfBirth: string | null): FieldErrors {
  const missing = (name: keyof Lookup): FieldErrors => (lookup[name].trim() === '' ? { [name]: faults.missing } : {});
  const ofWay: Record<Lookup['way'], FieldErrors> = {
    identity: missing('documentNumber'),
    card: missing('healthCardNumber'),
    phone: { ...missing('provinceCode'), ...missing('phone') },
  };
  return {
    ...missing('fullName'),
    ...(dateOfBirth === null ? { dateOfBirth: faults.dateOfBirth } : {}),
    ...ofWay[lookup.way],
  };
}

function inputOf(lookup: Lookup, dateOfBirth: string, challengeSolution: string): FindBhxhCodeInput {
  const { way, fullName, documentNumber, healthCardNumber, phone, provinceCode } = lookup;
  const known = { identity: { documentNumber }, card: { healthCardNumber }, phone: { phone, provinceCode } };
  return { fullName: fullName.trim(), dateOfBirth, challengeSolution, ...known[way] };
}

/** Asks for name, date of birth and one number. Nothing typed here is kept anywhere. */
export function FindCodeForm({ onFinding }: { onFinding: (finding: Finding) => void }): JSX.Element {
  const texts = useAccountTexts();
  const [lookup, setLookup] = useState<Lookup>(noLookup);
  const [errors, setErrors] = useState<FieldErrors>(noErrors);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const change = (part: Partial<Lookup>): void => setLookup((before) => ({ ...before, ...part }));

  const find = async (dateOfBirth: string): Promise<void> => {
    const { signal } = leaving.current;
    const ask = async (challengeSolution: string): Promise<FindBhxhCodeMutation['findBhxhCode']> => {
      const input = inputOf(lookup, dateOfBirth, challengeSolution);
      return (await sendPrivately(FindBhxhCodeOperation, { input }, signal)).findBhxhCode;
    };
    const first = await ask(await solution(signal));
    // After wrong lookups of this number a larger challenge comes back.
    const answer = first.__typename === 'ChallengeRequired' ? await ask(await solved(first.challenge, signal)) : first;
    if (answer.__typename === 'InvalidInput') setErrors(errorsOf(answer.fields));
    else if (answer.__typename === 'TooManyAttempts') setFailure(tooMany(answer));
    else if (answer.__typename === 'ChallengeRequired') setFailure(new ApiFailure('timeout'));
    else onFinding(answer);
  };

  const submit = async (): Promise<void> => {
    const dateOfBirth = readDateOfBirth(lookup.dateOfBirth, today());
    const found = faultsOf(lookup, dateOfBirth);
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0 || dateOfBirth === null) return;
    setBusy(true);
    try {
      await find(dateOfBirth);
    } catch (cause) {
      if (!leaving.current.signal.aborted) setFailure(cause instanceof ApiFailure ? cause : new ApiFailure('unknown'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <AccountForm errors={errors} failure={failure} busy={busy} submitLabel={texts.find} onSubmit={() => void submit()}>
      <TextField
        label={texts.fullName}
        hint={texts.fullNameHint}
        error={errors['fullName']}
        value={lookup.fullName}
        onChange={(fullName) => change({ fullName })}
        autocomplete="name"
      />
      <TextField
        label={texts.dateOfBirth}
        hint={texts.dateOfBirthHint}
        error={errors['dateOfBirth']}
        value={lookup.dateOfBirth}
        onChange={(dateOfBirth) => change({ dateOfBirth })}
        autocomplete="bday"
        maxLength={12}
      />
      <WayFields lookup={lookup} errors={errors} onChange={change} />
    </AccountForm>
  );
}

import { type JSX } from 'preact';
import { type Explanation } from '../../api/failure';
import { useAccountTexts } from '../language/account-texts';
import { TextField } from './text-field';

/** Properties of the field for a code. */
export interface OtpFieldProps {
  code: string;
  error: Explanation | undefined;
  onChange: (code: string) => void;
}

/** The field for a code of six digits. Blanks that come along when a message is copied are dropped. */
export function OtpField({ code, error, onChange }: OtpFieldProps): JSX.Element {
  const texts = useAccountTexts();
  return (
    <TextField
      label={texts.code}
      hint={texts.codeHint}
      error={error}
      value={code}
      autocomplete="one-time-code"
      inputMode="numeric"
      maxLength={12}
      onChange={(typed) => onChange(typed.replaceAll(/\D/g, '').slice(0, 6))}
    />
  );
}

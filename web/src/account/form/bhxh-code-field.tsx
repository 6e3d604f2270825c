import { type JSX } from 'preact';
import { type Explanation } from '../../api/failure';
import { useAccountTexts } from '../language/account-texts';
import { TextField } from './text-field';

/** Properties of the field. */
interface BhxhCodeFieldProps {
  error: Explanation | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** Asks for the code or number by which a person signs in. */
export function BhxhCodeField({ error, value, onChange }: BhxhCodeFieldProps): JSX.Element {
  const texts = useAccountTexts();
  return (
    <TextField
      label={texts.bhxhCode}
      hint={texts.bhxhCodeHint}
      error={error}
      value={value}
      onChange={onChange}
      autocomplete="username"
      maxLength={20}
    />
  );
}

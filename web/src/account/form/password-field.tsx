import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useAccountTexts } from '../language/account-texts';
import { TextField, type TextFieldProps } from './text-field';

/** Properties of a field for a password. */
export type PasswordFieldProps = Pick<TextFieldProps, 'label' | 'hint' | 'error' | 'value' | 'onChange'> & {
  autocomplete: 'current-password' | 'new-password';
};

/** A field for a password, which can be shown: who sees what they type makes fewer mistakes and longer passwords. */
export function PasswordField(props: PasswordFieldProps): JSX.Element {
  const texts = useAccountTexts();
  const [shown, setShown] = useState(false);
  return (
    <TextField {...props} type={shown ? 'text' : 'password'} maxLength={500}>
      <button
        type="button"
        class="bare show-password"
        aria-pressed={shown}
        aria-label={`${texts.showPassword}: ${props.label}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? texts.hide : texts.show}
      </button>
    </TextField>
  );
}

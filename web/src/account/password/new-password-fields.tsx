import { type JSX } from 'preact';
import { type FieldErrors } from '../form/field-errors';
import { PasswordField } from '../form/password-field';
import { useAccountTexts } from '../language/account-texts';

/** Properties of the two fields. */
export interface NewPasswordFieldsProps {
  newPassword: string;
  newPasswordAgain: string;
  errors: FieldErrors;
  onNew: (password: string) => void;
  onAgain: (password: string) => void;
}

/** A new password, twice. */
export function NewPasswordFields(props: NewPasswordFieldsProps): JSX.Element {
  const texts = useAccountTexts();
  return (
    <>
      <PasswordField
        label={texts.newPassword}
        hint={texts.newPasswordHint}
        error={props.errors['newPassword']}
        value={props.newPassword}
        onChange={props.onNew}
        autocomplete="new-password"
      />
      <PasswordField
        label={texts.newPasswordAgain}
        error={props.errors['newPasswordAgain']}
        value={props.newPasswordAgain}
        onChange={props.onAgain}
        autocomplete="new-password"
      />
    </>
  );
}

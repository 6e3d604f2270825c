import { type JSX } from 'preact';
import { useId } from 'preact/hooks';
import { type Explanation } from '../../api/failure';
import { useLanguage } from '../../language/language-context';

/** Properties of a field of one line. */
export interface TextFieldProps {
  label: string;
  hint?: string;
  /** What is wrong with it. */
  error?: Explanation | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Tells browsers and password managers what belongs here; `off` keeps what they know of others out. */
  autocomplete: string;
  type?: 'text' | 'tel' | 'password';
  inputMode?: 'text' | 'numeric' | 'tel';
  maxLength?: number;
  /** Stands at the end of the field, for example a button. */
  children?: JSX.Element;
}

/** A labelled field of one line; its hint and its fault belong to it for screen readers too. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { label, hint, error, value, onChange, autocomplete, type = 'text', inputMode, maxLength = 200 } = props;
  const language = useLanguage();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <div class="field-line">
        <input
          id={id}
          type={type}
          inputMode={inputMode}
          autocomplete={autocomplete}
          autocapitalize={type === 'password' ? 'none' : undefined}
          spellcheck={false}
          maxLength={maxLength}
          required
          aria-invalid={error !== undefined}
          aria-describedby={described || undefined}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {props.children}
      </div>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} class="field-error">
        {error?.[language]}
      </p>
    </div>
  );
}

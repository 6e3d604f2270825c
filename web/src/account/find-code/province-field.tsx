import { type JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { ask } from '../../api/ask';
import { ApiFailure, type Explanation } from '../../api/failure';
import { ProvincesOperation, type ProvincesQuery } from '../../generated/account-operations';
import { useLanguage } from '../../language/language-context';
import { FailureNotice } from '../../page/failure-notice';
import { useAccountTexts } from '../language/account-texts';

/** Properties of the choice of a province. */
export interface ProvinceFieldProps {
  value: string;
  error: Explanation | undefined;
  onChange: (code: string) => void;
}

/** The last day of the 63 provinces of before; records name them still. */
const formerOn = '2025-06-30';

/**
 * Asks for the province of the address on record: one of today or, since people and records keep using them, of before
 * July 2025.
 */
export function ProvinceField({ value, error, onChange }: ProvinceFieldProps): JSX.Element {
  const texts = useAccountTexts();
  const language = useLanguage();
  const id = useId();
  const [provinces, setProvinces] = useState<ProvincesQuery | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const fetchProvinces = (): void => {
    setFailure(null);
    // Public and the same for everyone: asked like the rest of the directory.
    ask(ProvincesOperation, { formerOn }).then(
      ({ data }) => setProvinces(data),
      (cause: unknown) => setFailure(cause instanceof ApiFailure ? cause : new ApiFailure('unknown')),
    );
  };
  useEffect(fetchProvinces, []);
  const todays = provinces?.today.edges.map(({ node }) => node) ?? [];
  const codes = new Set(todays.map(({ code }) => code));
  const former = provinces?.former.edges.map(({ node }) => node).filter(({ code }) => !codes.has(code)) ?? [];
  const option = ({ code, name }: { code: string; name: string }): JSX.Element => (
    <option key={code} value={code} lang="vi">
      {name}
    </option>
  );
  return (
    <div class="field">
      <label for={id} class="field-label">
        {texts.provinceOnRecord}
      </label>
      <select
        id={id}
        value={value}
        required
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{texts.chooseProvince}</option>
        <optgroup label={texts.provincesToday}>{todays.map(option)}</optgroup>
        <optgroup label={texts.provincesFormer}>{former.map(option)}</optgroup>
      </select>
      <p id={`${id}-error`} class="field-error">
        {error?.[language]}
      </p>
      {failure && <FailureNotice failure={failure} onRetry={fetchProvinces} />}
    </div>
  );
}

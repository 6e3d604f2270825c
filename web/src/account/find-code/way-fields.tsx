import { type JSX } from 'preact';
import { type FieldErrors } from '../form/field-errors';
import { TextField } from '../form/text-field';
import { useAccountTexts } from '../language/account-texts';
import { ProvinceField } from './province-field';

/** What a person types to find a code; `way` says which of the numbers counts. */
export interface Lookup {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly way: 'identity' | 'card' | 'phone';
  readonly documentNumber: string;
  readonly healthCardNumber: string;
  readonly provinceCode: string;
  readonly phone: string;
}

/** Nothing typed yet. */
export const noLookup: Lookup = {
  fullName: '',
  dateOfBirth: '',
  way: 'identity',
  documentNumber: '',
  healthCardNumber: '',
  provinceCode: '',
  phone: '',
};

const ways: readonly Lookup['way'][] = ['identity', 'card', 'phone'];

/** Properties of the choice of a way and its fields. */
export interface WayFieldsProps {
  lookup: Lookup;
  errors: FieldErrors;
  onChange: (part: Partial<Lookup>) => void;
}

function NumberFields({ lookup, errors, onChange }: WayFieldsProps): JSX.Element {
  const texts = useAccountTexts();
  if (lookup.way === 'identity') {
    return (
      <TextField
        key="identity"
        label={texts.identityNumberFull}
        hint={texts.identityNumberHint}
        error={errors['documentNumber']}
        value={lookup.documentNumber}
        onChange={(documentNumber) => onChange({ documentNumber })}
        autocomplete="off"
        maxLength={20}
      />
    );
  }
  if (lookup.way === 'card') {
    return (
      <TextField
        key="card"
        label={texts.cardNumber}
        hint={texts.cardNumberHint}
        error={errors['healthCardNumber']}
        value={lookup.healthCardNumber}
        onChange={(healthCardNumber) => onChange({ healthCardNumber })}
        autocomplete="off"
        maxLength={24}
      />
    );
  }
  return (
    <>
      <ProvinceField
        value={lookup.provinceCode}
        error={errors['provinceCode']}
        onChange={(provinceCode) => onChange({ provinceCode })}
      />
      <TextField
        key="phone"
        label={texts.registeredPhone}
        error={errors['phone']}
        value={lookup.phone}
        onChange={(phone) => onChange({ phone })}
        autocomplete="tel"
        type="tel"
        inputMode="tel"
        maxLength={20}
      />
    </>
  );
}

/** Lets a person choose by which number the code is found, and asks for it. */
export function WayFields(props: WayFieldsProps): JSX.Element {
  const texts = useAccountTexts();
  return (
    <>
      <fieldset class="ways">
        <legend class="field-label">{texts.findBy}</legend>
        {ways.map((way) => (
          <label key={way} class="switch">
            <input
              type="radio"
              name="way"
              checked={props.lookup.way === way}
              onChange={() => props.onChange({ way })}
            />
            {texts.ways[way]}
          </label>
        ))}
      </fieldset>
      <NumberFields {...props} />
    </>
  );
}

import { type Explanation } from '../../api/failure';

/** What is wrong with the fields of a form, by the name of the field. */
export type FieldErrors = Readonly<Record<string, Explanation>>;

/** No fault. */
export const noErrors: FieldErrors = {};

/** The faults that the gateway found, by the last part of their path. */
export function errorsOf(
  faults: readonly { readonly path: string; readonly message: string; readonly messageEn: string }[],
): FieldErrors {
  return Object.fromEntries(
    faults.map(({ path, message, messageEn }) => [path.split('.').pop() ?? path, { vi: message, en: messageEn }]),
  );
}

/** Leads the person to the first field at fault. Called once the faults are drawn. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

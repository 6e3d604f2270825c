/** A Vietnamese telephone number as it is dialled at home: `+84 912 345 678` and `0912.345.678` are `0912345678`. */
export function homePhone(text: string): string {
  const digits = text.replaceAll(/[^\d+]/g, '');
  return digits.replace(/^(\+84|0084|84(?=\d{9}$))/, '0');
}

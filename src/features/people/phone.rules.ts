const NATIONAL = /^0\d{9,10}$/;

/**
 * A telephone number in its national form (`0912345678`) from what was typed (`+84 912 345 678`, `0912.345.678`), or null
 * for what is none.
 */
export function readPhone(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))/, '0');
  return NATIONAL.test(digits) ? digits : null;
}

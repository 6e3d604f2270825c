const FULL_AGE = 18;

/** Whether someone born on a day is under 18 on another; both `YYYY-MM-DD`. On the 18th birthday one is of age. */
export function isUnderAge(dateOfBirth: string, today: string): boolean {
  const birthday = `${String(Number(dateOfBirth.slice(0, 4)) + FULL_AGE).padStart(4, '0')}${dateOfBirth.slice(4)}`;
  return today < birthday;
}
